import type { TeamTransaction } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import type { ThreadRow } from "../../threads/thread-row";
import type { AnswerView } from "../thread-view";
import { findOwn } from "./find-own";
import { viewAnswer } from "./view-answer";

/** What somebody has begun to answer in a thread, or has signed and that still can be taken back; null where nothing. */
export async function readAnswer(tx: TeamTransaction, member: Member, thread: ThreadRow, now: Date): Promise<AnswerView | null> {
  const own = await findOwn(tx, member.memberId, thread.id, "any");
  return own && viewAnswer(tx, member, own, now);
}
