import type { Scope } from "@/db/access/with-team";
import { withTeam } from "@/db/access/with-team";
import { takeBackInside } from "../../letters/take-back-letter";
import { lockAnswer } from "./lock-answer";

/**
 * Takes an answer back that was sent and has not left: it is a draft in its thread again.
 * @returns false where it had left, or was no more to be taken back. @throws AppError "not_found".
 */
export function takeBackAnswer(scope: Scope, letterId: string, now: Date): Promise<{ takenBack: boolean }> {
  return withTeam(scope, async (tx) => {
    const { takenBack } = await takeBackInside(tx, scope, await lockAnswer(tx, letterId), now);
    return { takenBack: takenBack.length > 0 };
  });
}
