import { and, eq, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { lookedFor } from "@/db/schema/words";
import type { Mailbox } from "../../microsoft/graph/clients";
import { settleDoubt } from "../ledger/settle-doubt";
import { readBack } from "../read-back/read-back";
import { lookForThreads } from "./look-for-threads";
import { removeDrafts } from "./remove-drafts";

/** A sweep looks at so many mails of a mailbox, so that reading it never takes long. */
const atOnce = 15;

/** A copy that was not seen after so many looks was moved away by a rule of the mailbox; the mail left all the same. */
const copyLooks = 8;

/**
 * Settles what no run settles: sent copies not seen yet, doubts whose run ended, drafts that are not to lie in the mailbox, and threads
 * that were lost; then compares sent copies with what was signed. Nothing here sends.
 * @throws what reading the mailbox throws.
 */
export async function settleMailbox(scope: Scope, senderAccountId: string, mailbox: Mailbox, now: Date): Promise<void> {
  const at = now.toISOString();
  const ids = async (condition: ReturnType<typeof sql>) => {
    const found = await withTeam(scope, (tx) =>
      readRows<{ id: string }>(
        tx,
        sql`select v.id from deliveries v
            where v.sender_account_id = ${senderAccountId} and ${condition} order by v.created_at limit ${atOnce}`,
      ),
    );
    return found.map((row) => row.id);
  };
  const unsure = await ids(sql`(
    (v.state in ${anyOf(lookedFor)} and coalesce(v.next_look_at, v.submitted_at) < ${at}::timestamptz - interval '60 seconds')
    or (v.state = 'accepted' and v.looks < ${copyLooks} and coalesce(v.next_look_at, v.accepted_at + interval '20 seconds') < ${at}::timestamptz))`);
  for (const id of unsure) {
    const row = await read(scope, id);
    if (!row) continue;
    const settled = await settleDoubt(scope, row, mailbox, now);
    if (settled.row.state === "accepted") await lookLater(scope, settled.row, now);
  }
  await removeDrafts(scope, senderAccountId, mailbox, now);
  await lookForThreads(scope, senderAccountId, mailbox, now);
  await readBack(scope, senderAccountId, mailbox, now);
}

function lookLater(scope: Scope, row: typeof deliveries.$inferSelect, now: Date) {
  const change = { looks: row.looks + 1, nextLookAt: new Date(now.getTime() + 2 ** row.looks * 60_000) };
  return withTeam(scope, (tx) =>
    tx
      .update(deliveries)
      .set(change)
      .where(and(eq(deliveries.id, row.id), eq(deliveries.state, "accepted"))),
  );
}

async function read(scope: Scope, id: string) {
  const [row] = await withTeam(scope, (tx) => tx.select().from(deliveries).where(eq(deliveries.id, id)));
  return row ?? null;
}
