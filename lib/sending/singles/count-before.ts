import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

/** How many mails were to leave from its mailbox before this one, and have not; at most so many are counted. */
export async function countBefore(scope: Scope, draftId: string, most: number): Promise<number> {
  const [row] = await withTeam(scope, (tx) =>
    readRows<{ before: number }>(
      tx,
      sql`select count(*)::int as before from (
            select 1 from scheduled_emails own join scheduled_emails e on e.sender_account_id = own.sender_account_id and e.status = 'pending'
              and (e.scheduled_for, e.id) < (own.scheduled_for, own.id)
            where own.draft_id = ${draftId} and own.status = 'pending' limit ${most}) x`,
    ),
  );
  return row?.before ?? 0;
}
