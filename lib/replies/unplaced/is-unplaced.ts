import { type SQL, sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

/**
 * The condition on `n`, a row of mailbox_messages, that it belongs to nobody and waits for somebody to say whose it is. What came before the
 * mailbox was connected can answer nothing, and what somebody said is not for us waits for nobody.
 */
export const isUnplaced: SQL = sql`n.contact_id is null and n.hidden_at is null and not n.is_old
    and not exists (select 1 from ignored_senders i where i.email_norm = ${lowerCase(sql`trim(n.from_email)`)} and n.kind in ('reply', 'meeting', 'automatic'))`;

/** How many messages of a mailbox belong to nobody yet. */
export async function countUnplaced(scope: Scope, senderAccountId: string): Promise<number> {
  const [row] = await withTeam(scope, (tx) =>
    readRows<{ count: number }>(
      tx,
      sql`select count(*)::int as count from mailbox_messages n where n.sender_account_id = ${senderAccountId} and ${isUnplaced}`,
    ),
  );
  return row?.count ?? 0;
}
