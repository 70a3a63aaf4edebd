import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";

/** How a campaign's contacts stand; the four parts add up to `total`. */
export type ContactCounts = { total: number; gotEveryMail: number; replied: number; stopped: number; waiting: number };

/** Counts by campaign id; a campaign without contacts is not in the map. */
export async function readCounts(tx: TeamTransaction, campaignIds?: string[]): Promise<Map<string, ContactCounts>> {
  if (campaignIds?.length === 0) return new Map();
  const only = campaignIds ? sql`where campaign_id = any(${sql.param(campaignIds)}::uuid[])` : sql``;
  const rows = await readRows<{ id: string } & Record<keyof ContactCounts, number>>(
    tx,
    sql`select campaign_id as id, count(*)::int as total,
          (count(*) filter (where status = 'completed' and ended_reason = 'got every mail'))::int as "gotEveryMail",
          (count(*) filter (where status = 'replied'))::int as replied,
          (count(*) filter (where status in ('bounced', 'unsubscribed') or (status = 'completed' and ended_reason is distinct from 'got every mail')))::int as stopped,
          (count(*) filter (where status in ${anyOf(openStatuses)}))::int as waiting
        from campaign_contacts ${only} group by 1`,
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

export const noContacts: ContactCounts = { total: 0, gotEveryMail: 0, replied: 0, stopped: 0, waiting: 0 };
