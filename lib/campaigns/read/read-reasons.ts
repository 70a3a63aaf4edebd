import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, type WaitReason } from "@/db/schema/words";

/** Contacts of a campaign that wait for one reason. */
export type WaitingGroup = {
  reason: WaitReason;
  count: number;
  /** Earliest time the reason can change, of the group's first contact. */
  from: Date | null;
  firstName: string;
  firstContactId: string;
};

/** Every waiting contact counts under exactly one reason, so the groups add up to those who wait. */
export async function readReasons(tx: TeamTransaction, campaignId: string): Promise<WaitingGroup[]> {
  const rows = await readRows<{ reason: WaitReason; count: number; from: string | null; name: string; contact: string }>(
    tx,
    sql`select g.reason, g.count, g.from, coalesce(p.name, p.email) as name, p.id as contact
        from (select coalesce(c.wait_reason, 'being_written') as reason, count(*)::int as count, min(c.next_at) as from,
                (array_agg(c.contact_id order by c.next_at nulls last, c.position))[1] as first
              from campaign_contacts c where c.campaign_id = ${campaignId} and c.status in ${anyOf(openStatuses)} group by 1) g
          join contacts p on p.id = g.first order by g.reason`,
  );
  return rows.map((row) => ({
    reason: row.reason,
    count: row.count,
    from: instantOf(row.from),
    firstName: row.name,
    firstContactId: row.contact,
  }));
}
