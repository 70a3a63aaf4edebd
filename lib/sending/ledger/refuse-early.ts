import { eq } from "drizzle-orm";
import type { Clock } from "@/db/access/database-clock";
import { type Scope, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { type DeliveryState, draftedInMailbox } from "@/db/schema/words";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { judgeIntent, type Refusal } from "./judge-intent";
import { lockIntentFacts } from "./lock-intent-facts";

/** The mail was not handed over yet: what comes next is its draft, or its last check. */
const before: readonly DeliveryState[] = ["queued", ...draftedInMailbox];

/**
 * Asks the last check before there is a draft, so that none is made that could not leave at this moment: it would lie in the mailbox, one
 * click from leaving. The check that counts is the one that writes the intent.
 * @returns null when the mail may leave, or was handed over already.
 */
export async function refuseEarly(scope: Scope, draftId: string, runId: string, clock: Clock): Promise<Refusal | null> {
  return withTeam(scope, async (tx) => {
    const [row] = await tx
      .select({ id: deliveries.id, state: deliveries.state })
      .from(deliveries)
      .where(eq(deliveries.draftId, draftId));
    if (!row || !before.includes(row.state)) return null;
    const locked = await lockIntentFacts(tx, row.id, runId, clock);
    return locked && judgeIntent(locked.facts, toTemporal(locked.now));
  });
}
