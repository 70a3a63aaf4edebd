import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { isUnplaced } from "../contacts/is-unplaced";

/** Messages of one mailbox of which nobody knows yet whose they are. */
export type Unplaced = { senderAccountId: string; email: string; count: number };

/** How many messages belong to nobody, by mailbox, the most first. */
export function readUnplaced(tx: TeamTransaction): Promise<Unplaced[]> {
  return readRows<Unplaced>(
    tx,
    sql`select m.id as "senderAccountId", m.email, count(*)::int as count from mailbox_messages n join sender_accounts m on m.id = n.sender_account_id
        where ${isUnplaced} group by m.id, m.email order by count(*) desc, m.email`,
  );
}
