import { and, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { clearTrouble } from "../../microsoft/clear-trouble";
import { wakeWaiting } from "../wake-waiting";
import { hasFailed } from "./checks";
import type { Tested } from "./read-tested";

/**
 * After all checks passed: what the mailbox was out for is over. One that is limited is left to its time, since the test sends nothing and
 * cannot tell; one that is full only where the test had seen it or somebody asks, as Exchange may take drafts and still refuse to send.
 */
export async function endTrouble(scope: Scope, before: Tested, isAsked: boolean, now: Date): Promise<void> {
  if (before.status === "signed_out") return comeBack(scope, before, now);
  const { trouble } = before;
  if (trouble === "no_licence" || (trouble === "full" && (isAsked || hasFailed(before.results))))
    await clearTrouble(scope, before.id, now, trouble);
}

/** Microsoft gives it tokens again, by the sign-in it had: somebody gave back what was taken. Not over a reconnect that came meanwhile. */
async function comeBack(scope: Scope, { id, connectedAt }: Tested, now: Date) {
  const same = connectedAt
    ? sql`date_trunc('milliseconds', connected_at) = ${connectedAt.toISOString()}::timestamptz`
    : undefined;
  await withTeam(scope, async (tx) => {
    const back = await tx
      .update(senderAccounts)
      .set({ status: "connected", statusReason: null, statusSince: now, troubleCode: null })
      .where(and(eq(senderAccounts.id, id), eq(senderAccounts.status, "signed_out"), same))
      .returning({ id: senderAccounts.id });
    if (back.length > 0) await wakeWaiting(tx, scope.teamId, id, now);
  });
}
