import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { MessageKind, ReportBlame } from "@/db/schema/words";
import { hasLeftOtherwise } from "../../mail/compare/has-left-otherwise";

export type StreamEvent = {
  id: string;
  kind: "sent" | MessageKind | "unsubscribed" | "company answered" | "left the company";
  at: Date;
  contactId: string;
  name: string;
  stepName: string | null;
  /** Who signed the mail that left; null when launching signed the templates. */
  signedBy: string | null;
  /** Another mail than the signed one has left. */
  otherwise: boolean;
  draftId: string | null;
  /** Whom a delivery report blames. */
  blames: ReportBlame | null;
  /** An automatic answer that says somebody is away. */
  away: boolean;
};

/** What happened in a campaign, newest first. */
export async function readStream(tx: TeamTransaction, campaignId: string, limit: number): Promise<StreamEvent[]> {
  const rows = await readRows<Omit<StreamEvent, "at"> & { at: string }>(
    tx,
    sql`select * from (
          (select e.id, 'sent' as kind, e.sent_at as at, p.id as "contactId", coalesce(p.name, p.email) as name, q.name as "stepName",
              (select m.name from signatures s join members m on m.id = s.signed_by where s.draft_id = e.draft_id and s.voided_at is null and s.kind = 'person') as "signedBy",
              ${hasLeftOtherwise(sql`e.draft_id`)} as otherwise, e.draft_id as "draftId", null as blames, false as away
           from sent_emails e join contacts p on p.id = e.contact_id
             left join campaign_sequences q on q.campaign_id = e.campaign_id and q.sequence_order = e.sequence_step
           where e.campaign_id = ${campaignId} order by e.sent_at desc limit ${limit})
          union all
          (select x.id, x.kind, x.received_at, p.id, coalesce(p.name, p.email), null, null, false, null, x.blames,
              x.kind = 'automatic' and x.wish is distinct from 'left' and (x.away_sentence is not null or exists (select 1 from contact_holds h where h.message_id = x.id))
           from mailbox_messages x join campaign_contacts c on c.id = x.campaign_contact_id join contacts p on p.id = c.contact_id
           where c.campaign_id = ${campaignId} and not x.is_old order by x.received_at desc limit ${limit})
          union all
          (select c.id, 'unsubscribed', c.unsubscribed_at, p.id, coalesce(p.name, p.email), null, null, false, null, null, false
           from campaign_contacts c join contacts p on p.id = c.contact_id
           where c.campaign_id = ${campaignId} and c.ended_reason = 'unsubscribed'
             and not exists (select 1 from mailbox_messages n where n.campaign_contact_id = c.id and n.kind = 'unsubscribe') order by c.unsubscribed_at desc limit ${limit})
          union all
          (select c.id, c.ended_reason, c.completed_at, p.id, coalesce(p.name, p.email), null, null, false, null, null, false
           from campaign_contacts c join contacts p on p.id = c.contact_id
           where c.campaign_id = ${campaignId} and c.ended_reason in ('company answered', 'left the company') and c.completed_at is not null
           order by c.completed_at desc limit ${limit})
        ) s order by at desc limit ${limit}`,
  );
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
}
