import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { graphSubscriptions } from "@/db/schema/senders";
import { log } from "../../log/log";
import { answerOf } from "../graph/graph-answer";
import { acquireMailToken } from "../tokens/acquire-mail-token";
import { deleteSubscription } from "./call-subscriptions";

/** Somebody waits at a button meanwhile. */
const patienceMs = 5000;

/** Ends a mailbox's subscriptions while there is still a token. What Graph keeps all the same runs out within days, and is not believed. */
export async function dropSubscriptions(scope: Scope, senderAccountId: string): Promise<void> {
  const rows = await withTeam(scope, (tx) =>
    tx
      .delete(graphSubscriptions)
      .where(eq(graphSubscriptions.senderAccountId, senderAccountId))
      .returning({ id: graphSubscriptions.id }),
  );
  if (rows.length === 0) return;
  try {
    const token = await acquireMailToken(scope, senderAccountId);
    await Promise.all(rows.map(({ id }) => deleteSubscription({ token: async () => token }, id, patienceMs)));
  } catch (error) {
    log.warn({ team: scope.teamId, mailbox: senderAccountId, code: answerOf(error).code }, "a subscription was left to run out");
  }
}
