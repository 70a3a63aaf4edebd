import { type Scope, withTeam } from "@/db/access/with-team";
import { findThread } from "../../threads/find-thread";
import type { ThreadLetter } from "../thread-view";
import { readLetters } from "./read-letters";

/** Letters of a long thread that came or left before a moment, the oldest first. @throws AppError "not_found". */
export function readEarlier(scope: Scope, threadId: string, before: Date): Promise<ThreadLetter[]> {
  return withTeam(scope, async (tx) => readLetters(tx, await findThread(tx, threadId), before));
}
