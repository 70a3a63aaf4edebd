import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { AppError } from "../../../errors/app-error";

/**
 * Takes a contact away again who was added because an answer named them, as long as nobody touched them: in no list, no campaign, nothing written or
 * received, nothing edited. The row stays archived, as of every contact that goes. @throws AppError "not_found", "conflict" where they were touched.
 */
export async function takeBackNamed(
  scope: Scope,
  { threadId, contactId }: { threadId: string; contactId: string },
  now: Date,
): Promise<void> {
  await withTeam(scope, async (tx) => {
    await tx.execute(sql`select 1 from contacts where id = ${contactId} for no key update`);
    const [added] = await readRows<{ name: string; touched: boolean }>(
      tx,
      sql`select coalesce(p.name, p.email) as name,
            p.updated_at <> p.created_at or p.archived_at is not null or a.member_id is distinct from ${scope.memberId}::uuid
              or exists (select 1 from contact_list_members l where l.contact_id = p.id) or exists (select 1 from campaign_contacts c where c.contact_id = p.id)
              or exists (select 1 from email_drafts d where d.contact_id = p.id) or exists (select 1 from mailbox_messages n where n.contact_id = p.id) as touched
          from contacts p join activities a on a.contact_id = p.id and a.verb = 'added who was named' and a.detail->>'threadId' = ${threadId}
          where p.id = ${contactId} order by a.at limit 1`,
    );
    if (!added) throw new AppError("not_found");
    if (added.touched)
      throw new AppError("conflict", `${added.name} is in use already, so they stay. Archive them on their page.`);
    await tx.execute(
      sql`update contacts set archived_at = ${now.toISOString()}::timestamptz, updated_at = ${now.toISOString()}::timestamptz where id = ${contactId}`,
    );
  });
}
