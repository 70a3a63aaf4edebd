import { and, eq } from "drizzle-orm";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { letters, singleMails } from "@/db/schema/letters";
import { replyThreads } from "@/db/schema/threads";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { keepRequests } from "../../letters/mails/keep-mails";
import { type LockedMail, lockMails, standsOf } from "../../letters/mails/lock-mails";
import { changeMails } from "../../letters/mails/write-mails";
import { sayChanged } from "../../letters/save-letter";
import { sanitizeHtml } from "../../mail/sanitize-html";
import type { ThreadRow } from "../../threads/thread-row";
import type { AnswerView } from "../thread-view";
import { answerSubject } from "./answer-subject";
import { type AnsweredMessage, findAnswered, readAnswered, readOwnWords } from "./answered-message";
import { lockAnswer } from "./lock-answer";
import { viewAnswer } from "./view-answer";

/** `version`: of what the page began with; `body`: HTML of the editor; `answers`: the message it is to answer; `byModel`: a model wrote it first. */
type Given = { letterId: string; version: number; body: string; answers: string; byModel?: boolean | undefined };

/**
 * Keeps what somebody writes in a thread. Where they answer a newer message instead, that one's words stand below it. The same again changes nothing,
 * whatever version it began with.
 * @throws AppError "not_found", "conflict" where it was changed, sent or discarded meanwhile.
 */
export async function saveAnswer(member: Member, given: Given, now: Date): Promise<AnswerView> {
  const before = await withTeam(member, (tx) => readBefore(tx, given.letterId));
  const other = given.answers === before.answers ? null : await readAnswered(member, before.thread, given.answers);
  const quoted = other ? await readOwnWords(member, other, now) : null;
  return withTeam(member, async (tx) => {
    const letter = await lockAnswer(tx, given.letterId);
    const [mail] = await lockMails(tx, letter.id);
    const [single] = await tx.select().from(singleMails).where(eq(singleMails.letterId, letter.id));
    if (!mail || !single) throw new AppError("not_found");
    const body = sanitizeHtml(given.body);
    const [own] = await tx
      .select({ body: emailDrafts.editedBody, writtenBy: emailDrafts.writtenBy })
      .from(emailDrafts)
      .where(eq(emailDrafts.id, mail.draftId));
    // What somebody wrote in Outlook and signed stands in place of it.
    const writtenBy = given.byModel === undefined ? (own?.writtenBy ?? "template") : given.byModel ? "model" : "template";
    const isSame =
      body === letter.body && own?.body === null && own.writtenBy === writtenBy && given.answers === single.answersMessageId;
    if (isSame) return viewAnswer(tx, member, letter, now);
    refuseOver(letter, mail);
    if (letter.version !== given.version) throw new AppError("conflict", sayChanged(member, letter, now));
    // Whichever it answered when this was asked: somebody may have changed that since, and then the version is another.
    const message = await findAnswered(tx, before.thread, given.answers);
    const [kept] = await tx
      .update(letters)
      .set({ body, subject: answerSubject(message.subject), version: letter.version + 1, updatedAt: now })
      .where(and(eq(letters.id, letter.id), eq(letters.version, letter.version)))
      .returning();
    if (!kept) throw new AppError("conflict");
    const text = { subject: kept.subject, body, missing: [], type: "second_followup" as const };
    const place = other
      ? { ...placeOf(message), newThread: false, quoted }
      : { ...placeOf(message), newThread: single.newThread, quoted: single.quoted };
    await changeMails(tx, kept, [{ draftId: mail.draftId, contactId: mail.contactId, ...text, ...place }], now);
    if (own?.writtenBy !== writtenBy) await tx.update(emailDrafts).set({ writtenBy }).where(eq(emailDrafts.id, mail.draftId));
    if (own?.body !== null)
      await tx
        .update(emailDrafts)
        .set({ editedSubject: null, editedBody: null, editedBy: null, editedAt: null })
        .where(eq(emailDrafts.id, mail.draftId));
    await keepRequests(tx, [mail.draftId]);
    return viewAnswer(tx, member, kept, now);
  });
}

const placeOf = (message: AnsweredMessage) => ({ email: message.email, thread: null, plain: true, answers: message.id });

async function readBefore(tx: TeamTransaction, letterId: string): Promise<{ answers: string | null; thread: ThreadRow }> {
  const [row] = await tx
    .select({ answers: singleMails.answersMessageId, thread: replyThreads })
    .from(letters)
    .innerJoin(replyThreads, eq(replyThreads.id, letters.threadId))
    .innerJoin(singleMails, eq(singleMails.letterId, letters.id))
    .where(eq(letters.id, letterId));
  if (!row) throw new AppError("not_found");
  return row;
}

function refuseOver({ discardedAt }: { discardedAt: Date | null }, mail: LockedMail): void {
  const stands = standsOf(mail);
  if (discardedAt || stands === "off")
    throw new AppError("conflict", "This answer was discarded meanwhile. Bring it back, or begin another.");
  if (stands === "signed")
    throw new AppError("conflict", "This answer is sent, so it stays as it is. Take it back to change it, or begin another.");
  if (stands === "over")
    throw new AppError("conflict", "Nothing comes of this answer any more. Begin another; your text is still here.");
}
