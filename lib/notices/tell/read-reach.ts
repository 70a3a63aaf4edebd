import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { noticeTargets } from "@/db/schema/notices";
import { isGuarded } from "../../senders/guard/is-guarded";
import type { Reach } from "./send-news";

type Target = typeof noticeTargets.$inferSelect;

/**
 * How a target is reached now. `nobody`: its person is of the team no more. `waits`: its mailbox is paused, in trouble or signed out, or there is no
 * address of a workflow; nothing is asked of Microsoft before that ended.
 */
export async function readReach(tx: TeamTransaction, target: Target): Promise<Reach | "nobody" | "waits"> {
  const { id, memberId, senderAccountId, keyId, nonce, ciphertext, tag } = target;
  const [person] = memberId
    ? await readRows<{ email: string }>(tx, sql`select email from members where id = ${memberId} and status = 'active'`)
    : [];
  if (memberId && !person) return "nobody";
  if (target.way === "teams")
    return ciphertext ? { way: "teams", targetId: id, sealed: { keyId, nonce, ciphertext, tag } } : "waits";
  if (!person) return "nobody";
  const [mailbox] = await readRows<{ id: string; email: string }>(
    tx,
    sql`select m.id, m.email from sender_accounts m where m.id = ${senderAccountId} and m.status = 'connected' and m.trouble is null and not ${isGuarded}`,
  );
  return mailbox ? { way: "mail", to: person.email, from: mailbox } : "waits";
}
