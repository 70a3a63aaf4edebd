import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, underWay } from "@/db/schema/words";
import { bouncedSince } from "../../../campaigns/bounced-since";
import { type StaysFacts, whyStays } from "./why-stays";

export type GoesOn = {
  campaignContactId: string;
  campaignId: string;
  campaign: string;
  /** The step that would be next. */
  step: string;
  /** Without the dot; null where it may go on. */
  stays: string | null;
};

/** The campaigns that an answer ended for somebody while there was a step left, the latest first, and whether each may go on for them. */
export async function readGoesOn(tx: TeamTransaction, contactId: string): Promise<GoesOn[]> {
  const rows = await readRows<Omit<GoesOn, "stays"> & StaysFacts>(
    tx,
    sql`select c.id as "campaignContactId", k.id as "campaignId", k.name as campaign, s.name as step, coalesce(p.first_name, p.name, p.email) as name,
          (k.status in ${anyOf(underWay)} or (k.status = 'completed' and k.completed_by is null)) as "mayRun", is_suppressed(c.contact_id, c.recipient_email) as suppressed,
          p.archived_at is not null as archived, ${bouncedSince} is not null as bounced,
          (select o.name from campaign_contacts x join campaigns o on o.id = x.campaign_id
           where x.contact_id = c.contact_id and x.id <> c.id and x.status in ${anyOf(openStatuses)} and o.status in ${anyOf(underWay)}
           order by x.enrolled_at, x.id limit 1) as elsewhere
        from campaign_contacts c join campaigns k on k.id = c.campaign_id join contacts p on p.id = c.contact_id
          join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
        where c.contact_id = ${contactId} and c.ended_reason = 'replied' order by c.completed_at desc nulls last, c.enrolled_at desc, c.id`,
  );
  return rows.map(({ campaignContactId, campaignId, campaign, step, ...facts }) => ({
    campaignContactId,
    campaignId,
    campaign,
    step,
    stays: whyStays({ campaign, ...facts }),
  }));
}
