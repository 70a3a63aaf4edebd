import { type SQL, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

export type Named = keyof typeof names;

/** Where the name of a thing stands that has a page of its own. */
const names = {
  campaign: (id: string) => sql`select name from campaigns where id = ${id}`,
  contact: (id: string) => sql`select coalesce(name, email) as name from contacts where id = ${id}`,
  list: (id: string) => sql`select name from contact_lists where id = ${id}`,
  mailbox: (id: string) => sql`select email as name from sender_accounts where id = ${id}`,
  template: (id: string) => sql`select name from email_templates where id = ${id}`,
  upload: (id: string) => sql`select file_name as name from upload_batches where id = ${id}`,
  suppressionFile: (id: string) => sql`select file_name as name from suppression_files where id = ${id}`,
  thread: (id: string) =>
    sql`select coalesce(p.name, p.email) as name from reply_threads t join contacts p on p.id = t.contact_id where t.id = ${id}`,
  draft: (id: string) =>
    sql`select coalesce(p.name, p.email) as name from email_drafts d join contacts p on p.id = d.contact_id where d.id = ${id}`,
} satisfies Record<string, (id: string) => SQL>;

/** What a thing is called, for the title of its page; null for what is not there or another team's. */
export async function readName(scope: Scope, kind: Named, id: string): Promise<string | null> {
  const [row] = await withTeam(scope, (tx) => readRows<{ name: string }>(tx, names[kind](id)));
  return row?.name ?? null;
}
