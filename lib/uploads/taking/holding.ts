import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { isOpenByHand } from "../../contacts/read-hand-mails";

/** What keeps somebody whom a file made although it is taken back, in the order in which they are told: the first that holds. */
export const holds = ["answered", "mailed", "written to", "other list", "other file", "edited", "archived"] as const;
export type Hold = (typeof holds)[number];

/** What somebody changes in a contact by hand, as the record has it. */
const edits = [
  "edited a contact",
  "stopped a contact",
  "took a stop back",
  "changed a hold",
  "suppressed",
  "lifted a suppression",
  "took back a suppression",
  "mapped a time zone",
  "removed an address",
  "placed a message",
];

/**
 * What has held `c`, a contact, since a file made them, or brought them back, though it is taken back; null for nothing. What was before it held nobody. A mail that is signed holds
 * as one that left does, and one that somebody writes by hand holds, too; a draft that a campaign wrote and nobody signed does not.
 */
export function holdOf({
  id,
  listId,
  ...upload
}: {
  id: string;
  listId: string | null;
  startedAt: Date | null;
  createdAt: Date | null;
}): SQL {
  const since = sql`${(upload.startedAt ?? upload.createdAt ?? new Date(0)).toISOString()}::timestamptz`;
  return sql`case
    when exists (select 1 from email_replies r where r.contact_id = c.id and r.received_at > ${since})
      or exists (select 1 from mailbox_messages m where m.contact_id = c.id and m.kind in ('reply', 'meeting') and m.received_at > ${since}) then 'answered'
    when exists (select 1 from email_drafts d where d.contact_id = c.id and d.status <> 'draft' and coalesce(d.approved_at, d.updated_at, d.created_at) > ${since})
      or exists (select 1 from sent_emails s where s.contact_id = c.id and s.sent_at > ${since}) then 'mailed'
    when exists (select 1 from single_mails h left join letters l on l.id = h.letter_id where h.contact_id = c.id and ${isOpenByHand}) then 'written to'
    when exists (select 1 from contact_list_members m where m.contact_id = c.id and m.list_id is distinct from ${listId}::uuid and m.added_at > ${since}) then 'other list'
    when exists (select 1 from upload_rows r join upload_batches b on b.id = r.upload_batch_id
      where r.contact_id = c.id and r.upload_batch_id <> ${id}::uuid and r.state in ('updated', 'unchanged') and b.started_at > ${since}
        and (b.taking is null or b.taking = 'bringing')) then 'other file'
    when exists (select 1 from activities a where a.contact_id = c.id and a.verb in ${anyOf(edits)} and a.at > ${since}) then 'edited'
    when c.archived_at is not null then 'archived'
  end`;
}
