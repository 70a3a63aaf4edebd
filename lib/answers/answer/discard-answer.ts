import { type Scope, withTeam } from "@/db/access/with-team";
import { discardInside } from "../../letters/discard-letter";
import { lockAnswer } from "./lock-answer";

/** Discards an answer that was begun; `restoreAnswer` takes it back. Twice is once. @throws AppError "not_found", "conflict" where it is sent. */
export async function discardAnswer(scope: Scope, letterId: string, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => discardInside(tx, scope, await lockAnswer(tx, letterId), now));
}
