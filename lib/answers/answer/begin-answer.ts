import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { letters } from "@/db/schema/letters";
import { senderAccounts } from "@/db/schema/senders";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { keepRequests } from "../../letters/mails/keep-mails";
import { makeMails } from "../../letters/mails/write-mails";
import { findThread } from "../../threads/find-thread";
import type { ThreadRow } from "../../threads/thread-row";
import type { AnswerView } from "../thread-view";
import { answerSubject } from "./answer-subject";
import { type AnsweredMessage, findAnswered, readOwnWords } from "./answered-message";
import { findOwn, lockOwn } from "./find-own";
import { lockAnswer } from "./lock-answer";
import { viewAnswer } from "./view-answer";

type Given = { threadId: string; letterId: string };

/**
 * Begins an answer to the newest message of a thread, under the id that its page made: asked twice it is there once, and who has one open in another window
 * finds that one. Their whole words are asked of the mailbox first, to stand below it.
 * @throws AppError "not_found", "blocked" where nobody can be answered: no address, an archived person, a mailbox that is disconnected.
 */
export async function beginAnswer(member: Member, given: Given, now: Date): Promise<AnswerView> {
  const found = await withTeam(member, async (tx) => {
    const thread = await findThread(tx, given.threadId);
    const begun = await findBegun(tx, member, given, now);
    return { begun, message: begun ? null : await findAnswered(tx, thread, thread.lastMessageId) };
  });
  const { begun: known, message } = found;
  if (known) return known;
  if (!message) throw new AppError("not_found");
  const quoted = await readOwnWords(member, message, now);
  return withTeam(member, async (tx) => {
    await lockOwn(tx, member.memberId, given.threadId);
    const begun = await findBegun(tx, member, given, now);
    if (begun) return begun;
    const thread = await findThread(tx, given.threadId);
    await refuseClosed(tx, thread);
    return make(tx, member, { ...given, thread, message, quoted }, now);
  });
}

async function findBegun(
  tx: TeamTransaction,
  member: Member,
  { threadId, letterId }: Given,
  now: Date,
): Promise<AnswerView | null> {
  const [same] = await tx.select().from(letters).where(eq(letters.id, letterId));
  if (same && same.threadId !== threadId) throw new AppError("not_found");
  const letter = same ?? (await findOwn(tx, member.memberId, threadId, "draft"));
  return letter && viewAnswer(tx, member, letter, now);
}

/** The person is locked first, so that nobody archives them before their mail is there to be seen. */
async function refuseClosed(tx: TeamTransaction, { contactId, senderAccountId }: ThreadRow): Promise<void> {
  await tx.execute(sql`select 1 from contacts where id = ${contactId} for share`);
  const [person] = await tx.select().from(contacts).where(eq(contacts.id, contactId));
  if (person?.archivedAt)
    throw new AppError("blocked", `${person.name ?? person.email} is archived. Bring them back under Contacts to answer them.`);
  const [mailbox] = await tx
    .select({ status: senderAccounts.status })
    .from(senderAccounts)
    .where(eq(senderAccounts.id, senderAccountId));
  if (mailbox?.status === "removed")
    throw new AppError("blocked", "The mailbox they wrote to is not connected any more, so nothing can be answered in it.");
}

async function make(
  tx: TeamTransaction,
  member: Member,
  { letterId, thread, message, quoted }: Given & { thread: ThreadRow; message: AnsweredMessage; quoted: string },
  now: Date,
): Promise<AnswerView> {
  const subject = answerSubject(message.subject);
  const { id: threadId, senderAccountId, contactId } = thread;
  await tx
    .insert(letters)
    .values({ id: letterId, writtenBy: member.memberId, senderAccountId, subject, threadId, createdAt: now, updatedAt: now })
    .onConflictDoNothing();
  // Under an id of another team there is nothing to be seen.
  const letter = await lockAnswer(tx, letterId);
  const draftId = randomUUID();
  const place = { thread: null, newThread: false, plain: true, answers: message.id, quoted };
  const text = { subject, body: "", missing: [], type: "second_followup" as const };
  await makeMails(tx, letter, [{ draftId, contactId, email: message.email, ...text, ...place }], now);
  await keepRequests(tx, [draftId]);
  return viewAnswer(tx, member, letter, now);
}
