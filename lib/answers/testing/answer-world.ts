import { randomUUID } from "node:crypto";
import { type SeededThread, seedThread } from "@/db/seed/seed-thread";
import type { Member } from "../../auth/member";
import { anna, db, mailbox, now, people } from "../../letters/testing/letter-world";
import { beginAnswer } from "../answer/begin-answer";
import { saveAnswer } from "../answer/save-answer";
import { type SentAnswer, signAnswer } from "../answer/sign-answer";
import { openThread } from "../open-thread";
import type { AnswerView } from "../thread-view";

/** Moments of these tests: so many seconds after `now`. */
export const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

type Wrote = Partial<Parameters<typeof seedThread>[2]> & { place?: number };

/** Somebody of the world of letters writes to its mailbox, ten minutes ago if nothing is said. */
export function wrote({ place = 0, ...message }: Wrote = {}): Promise<SeededThread> {
  const where = { teamId: anna.teamId, senderAccountId: mailbox, contactId: people[place] ?? "" };
  return seedThread(db.admin, where, { at: later(-600), ...message });
}

/** An answer that was begun and has a text. */
export async function written(by: Member, { threadId }: SeededThread, body = "<p>Thursday it is.</p>"): Promise<AnswerView> {
  const begun = await beginAnswer(by, { threadId, letterId: randomUUID() }, now);
  const { letterId, letterVersion: version, answers } = begun;
  return saveAnswer(by, { letterId, version, body, answers }, now);
}

/** Sends an answer as its page does, from what the thread shows now. */
export async function sign(by: Member, { threadId }: SeededThread, view: AnswerView, at = now): Promise<SentAnswer> {
  const { version: threadVersion, answered } = await openThread(by, threadId, at);
  const { letterId, draftId, hash } = view;
  return signAnswer(by, { letterId, draftId, hash, threadVersion, answered: answered?.draftId }, at);
}

/** Where a thread stands. */
export async function stateOf({ threadId }: SeededThread): Promise<string> {
  const [row] = await db.admin`select state from reply_threads where id = ${threadId}`;
  return String(row?.state);
}
