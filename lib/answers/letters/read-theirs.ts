import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { threadKinds } from "@/db/schema/words";
import type { TheirLetter } from "../thread-view";
import { type Ended, endedOf } from "./ended-of";

export type LetterPlace = { contactId: string; senderAccountId: string };

type Row = Omit<TheirLetter, "side" | "at" | "stopped"> & Ended & { at: string };

/** What somebody wrote to a mailbox, the newest first, with what each stopped. */
export async function readTheirs(tx: TeamTransaction, place: LetterPlace, before: SQL, most: number): Promise<TheirLetter[]> {
  const rows = await readRows<Row>(
    tx,
    sql`select n.id, n.kind, n.received_at as at, n.created_at as "createdAt", n.is_old as "isOld", coalesce(n.subject, '') as subject, coalesce(n.snippet, '') as snippet,
          case when lower(n.from_email) = p.email_norm then coalesce(p.name, n.from_email) else coalesce(w.name, n.from_email, p.name, p.email) end as "fromName",
          coalesce(n.from_email, p.email) as "from", coalesce(m.display_name, m.email) as "to", p.email, p.company,
          case when n.kind = 'automatic' then json_build_object('back', n.away_back::text, 'hasLeft', n.wish is not distinct from 'left') end as away,
          n.graph_id is not null or exists (select 1 from kept_letters l where l.message_id = n.id) as "isThere",
          (select coalesce(json_agg(json_build_object('step', s.step, 'campaign', k.name, 'wasAt', s."wasAt", 'isTheirs', c.contact_id = p.id) order by s."wasAt" nulls last), '[]')
           from jsonb_to_recordset(n.stopped) s ("campaignId" uuid, "campaignContactId" uuid, step text, "wasAt" text)
             join campaigns k on k.id = s."campaignId" join campaign_contacts c on c.id = s."campaignContactId") as mails,
          (select coalesce(json_agg(json_build_object('step', q.name, 'campaign', k.name, 'isTheirs', true,
             'wasAt', (select max(e.scheduled_for) from scheduled_emails e where e.campaign_id = c.campaign_id and e.campaign_contact_id = c.id and e.status = 'cancelled' and e.scheduled_for >= n.received_at))), '[]')
           from campaign_contacts c join campaigns k on k.id = c.campaign_id
             left join campaign_sequences q on q.campaign_id = c.campaign_id and q.sequence_order = c.current_sequence_step + 1
           where n.stopped = '[]' and not n.is_old and n.kind <> 'automatic' and c.contact_id = p.id and c.ended_reason in ('replied', 'asked not to be mailed')
             and c.completed_at between n.created_at - interval '5 seconds' and n.created_at + interval '5 seconds') as derived
        from (select * from mailbox_messages where contact_id = ${place.contactId} and sender_account_id = ${place.senderAccountId}
            and kind in ${anyOf(threadKinds)} and received_at < ${before} order by received_at desc, id desc limit ${most}) n
          join contacts p on p.id = n.contact_id join sender_accounts m on m.id = n.sender_account_id
          left join lateral (select o.name from contact_addresses a join contacts o on o.id = a.contact_id
            where a.address_norm = lower(n.from_email) and a.contact_id <> p.id limit 1) w on true
        order by n.received_at desc, n.id desc`,
  );
  return rows.map(({ at, createdAt, isOld, mails, derived, email, company, ...row }) => ({
    side: "theirs",
    ...row,
    at: instantOf(at).toISOString(),
    stopped: endedOf({ at, createdAt, isOld, mails, derived, email, company }),
  }));
}
