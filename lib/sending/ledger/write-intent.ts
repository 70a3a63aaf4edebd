import { and, eq, isNotNull, sql } from "drizzle-orm";
import { codeOf } from "@/db/access/code-of";
import { type Clock, databaseClock } from "@/db/access/database-clock";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { deliveries, deliveryIntents } from "@/db/schema/sending";
import { AppError } from "../../errors/app-error";
import { toTemporal } from "../../schedule/clock/to-temporal";
import type { DeliveryRow } from "./ensure-delivery";
import { judgeIntent, type Refusal } from "./judge-intent";
import { lockIntentFacts } from "./lock-intent-facts";

/** `row`: the mail as this intent left it; whatever is done about the intent is done to that row alone. */
export type Intent = { attempt: number; graphId: string; row: DeliveryRow };

/**
 * Writes down that a mail is about to be sent, after the last check and in the same transaction; no row written means not
 * sent. A mail has one intent at a time: a second caller finds the delivery no longer `drafted` and is refused.
 * @throws AppError "not_found" when there is no such delivery, "conflict" when it is not waiting to be sent, or its draft in the
 * mailbox was made from an older text.
 */
export async function writeIntent(
  scope: Scope,
  deliveryId: string,
  runId: string,
  clock: Clock = databaseClock,
): Promise<Intent | { refused: Refusal }> {
  try {
    return await withTeam(scope, (tx) => judgeAndWrite(tx, deliveryId, runId, clock));
  } catch (error) {
    // The database has the last word on who is suppressed, whatever was read before.
    if (codeOf(error) === "CS001") return { refused: { reason: "suppressed", from: null } };
    throw error;
  }
}

async function judgeAndWrite(
  tx: TeamTransaction,
  deliveryId: string,
  runId: string,
  clock: Clock,
): Promise<Intent | { refused: Refusal }> {
  const locked = await lockIntentFacts(tx, deliveryId, runId, clock, true);
  if (!locked) throw new AppError("not_found");
  const { facts, now, isOutside } = locked;
  const refused = judgeIntent(facts, toTemporal(now));
  if (refused) return { refused };
  const [claimed] = await tx
    .update(deliveries)
    .set({ state: "submitting", submittedAt: now, isOutside, errorCode: null })
    // The draft in the mailbox was made from a request; only if it is still that request may it leave.
    .where(
      and(
        eq(deliveries.id, deliveryId),
        eq(deliveries.state, "drafted"),
        eq(deliveries.requestHash, facts.requestHash),
        isNotNull(deliveries.graphId),
      ),
    )
    .returning();
  if (!claimed?.graphId) throw new AppError("conflict", "This mail is already on its way, or has no draft yet.");
  const [attempt] = await tx
    .insert(deliveryIntents)
    .values({
      deliveryId,
      attempt: sql`(select coalesce(max(i.attempt), 0) + 1 from delivery_intents i where i.delivery_id = ${deliveryId})`,
      createdAt: now,
    })
    .returning({ attempt: deliveryIntents.attempt });
  return { attempt: attempt?.attempt ?? 1, graphId: claimed.graphId, row: claimed };
}
