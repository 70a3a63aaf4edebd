import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { isInForce, lockHoldable } from "./lock-holdable";
import { setHold } from "./set-hold";

/** Somebody's mail keeps coming back for now: every open campaign of theirs waits until a person says whether to go on. */
export async function holdOften(
  tx: TeamTransaction,
  scope: Scope,
  { contactId, messageId, receivedAt: beganAt }: { contactId: string; messageId: string; receivedAt: Date },
  now: Date,
): Promise<void> {
  for (const row of await lockHoldable(tx, contactId)) {
    // Who asked for later gets nothing meanwhile, and by then that week is long over.
    if (isInForce(row.hold, now) && row.hold.kind !== "out of office") continue;
    const hold = { kind: "bounced often" as const, beganAt, until: null, backDay: null, messageId, madeBy: null };
    await setHold(tx, scope, row, hold, "replaced", now);
  }
}
