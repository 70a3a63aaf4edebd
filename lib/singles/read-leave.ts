import type { TeamTransaction } from "@/db/access/with-team";
import type { LeaveKind } from "@/db/schema/words";
import type { LeavesAt } from "../schedule/leave-at";
import { leaveFrom, readLeaveFacts } from "./leave-facts";

/** So long a mail that leaves at once can be taken back. */
export const takeBackSeconds = 8;

/**
 * When a mail without a campaign would leave if it were signed now, as its letter says; one of no letter at once.
 * Null where the team's hours never open.
 */
export async function readLeave(
  tx: TeamTransaction,
  singleMailId: string,
  now: Date,
): Promise<(LeavesAt & { kind: LeaveKind }) | null> {
  const facts = (await readLeaveFacts(tx, [singleMailId])).get(singleMailId);
  return facts ? leaveFrom(facts, now) : null;
}
