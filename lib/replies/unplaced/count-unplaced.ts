import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { isUnplaced } from "../../contacts/is-unplaced";

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
