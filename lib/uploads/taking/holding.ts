import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { isOpenByHand } from "../../contacts/read-hand-mails";

/** What keeps somebody whom a file made although it is taken back, in the order in which they are told: the first that holds. */
export const holds = ["answered", "mailed", "written to", "other list", "other file", "edited", "archived"] as const;
export type Hold = (typeof holds)[number];

/** What somebody changes in a contact by hand, as the record has it. */
const edits = [
  "edited a contact",
  "suppressed",
  "lifted a suppression",
  "took back a suppression",
  "mapped a time zone",
  "removed an address",
  "placed a message",
];

/**
 * What holds `c`, a contact, though the file that made them, or brought them back, is taken back; null for nothing. A mail that is signed holds as one that left does, and
 * one that somebody writes by hand holds, too; a draft that a campaign wrote and nobody signed does not.
 */
export function holdOf({ id, listId }: { id: string; listId: string | null }): SQL {
  return sql`case
    when exists (select 1 from email_replies r where r.contact_id = c.id)
      or exists (select 1 from mailbox_messages m where m.contact_id = c.id and m.kind in ('reply', 'meeting')) then 'answered'
    when exists (select 1 from email_drafts d where d.contact_id = c.id and d.status <> 'draft')
      or exists (select 1 from sent_emails s where s.contact_id = c.id) then 'mailed'
    when exists (select 1 from single_mails h left join letters l on l.id = h.letter_id where h.contact_id = c.id and ${isOpenByHand}) then 'written to'
    when exists (select 1 from contact_list_members m where m.contact_id = c.id and m.list_id is distinct from ${listId}::uuid) then 'other list'
    when exists (select 1 from upload_rows r join upload_batches b on b.id = r.upload_batch_id
      where r.contact_id = c.id and r.upload_batch_id <> ${id}::uuid and r.state in ('updated', 'unchanged') and b.taking is null) then 'other file'
    when exists (select 1 from activities a where a.contact_id = c.id and a.verb in ${anyOf(edits)}) then 'edited'
    when c.archived_at is not null then 'archived'
  end`;
}
