import { and, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { deliveries } from "@/db/schema/sending";
import { isChanged } from "../../campaigns/wait/is-changed";
import { buildDraftRequest } from "../../mail/build-draft-request";
import type { MailRequest } from "../../mail/mail-request";
import type { Mailbox } from "../../microsoft/graph/clients";
import type { MadeDraft } from "../../microsoft/graph/create-draft";
import { deleteDraft } from "../../microsoft/graph/delete-draft";
import { findDraftsByKey } from "../../microsoft/graph/find-message";
import { answerOf, askAgainSeconds } from "../../microsoft/graph/graph-answer";
import { pauseMailbox } from "../../microsoft/pause-mailbox";
import { tryDraft } from "../../microsoft/try-draft";
import { toTemporal } from "../../schedule/clock/to-temporal";
import type { DeliveryRow } from "./ensure-delivery";
import { judgeMailbox, type Refusal } from "./judge-intent";
import { lookForMail } from "./look-for-mail";
import { makeDraft } from "./make-draft";
import { moveDelivery } from "./move-delivery";
import { noDraft } from "./no-draft";
import { lookupSettlesSeconds, type NoThread } from "./trace-thread";
import { findSentByHand } from "./verify/find-sent-by-hand";

export type DraftedMail =
  | { drafted: DeliveryRow }
  | { sentByHand: DeliveryRow }
  | { waitSeconds: number }
  | { refused: string }
  /** The mailbox takes drafts, and this one not. */
  | { notTaken: string }
  | { threadLost: Date }
  /** What it answers is not in the mailbox any more. */
  | { nothingToAnswer: true }
  | { closed: Refusal };

/** So often a thread that is lost is looked for. */
export const lostLookMs = 3_600_000;

/**
 * Puts the mail into the mailbox as a draft and records its ids. After a crash in between, the draft is found again by its key
 * and adopted; doubles are deleted. A draft made from an older text is deleted and made anew. Drafts never leave by
 * themselves, so nothing here can send; one that was taken out of Drafts, and that its owner sent from where it lay, has left. A
 * follow-up whose thread is not in the mailbox waits: it never goes out as a mail of its own.
 * @throws MailboxSignedOutError and other token errors of the mailbox.
 */
export async function draftMail(scope: Scope, given: DeliveryRow, mailbox: Mailbox, now: Date): Promise<DraftedMail> {
  const { request, hash } = await withTeam(scope, (tx) => buildDraftRequest(tx, given.draftId));
  // Its draft lies in the mailbox it was handed over from, whose sweep removes it first.
  if (given.senderAccountId !== request.from.senderAccountId) return { waitSeconds: 60 };
  const current = given.requestHash === hash;
  if (given.graphId && current) {
    // Of what is younger than a minute a look-up tells nothing. It may take long, so it is made before the last look.
    const layLong = now.getTime() - (given.draftedAt ?? now).getTime() >= lookupSettlesSeconds * 1000;
    return (layLong && (await leftByHand(scope, given, request, mailbox, now))) || { drafted: given };
  }
  const closed = await whyClosed(scope, given, now);
  if (closed) return { closed };
  const row = current || given.state === "queued" ? given : await discardDraft(scope, given, mailbox, now);
  if (!row) return { waitSeconds: 10 };
  if (row.state === "queued" && row.threadLostAt && row.nextLookAt && row.nextLookAt > now) return { threadLost: row.nextLookAt };
  if (row.state === "drafting") {
    const found = await adopt(mailbox, row);
    if (found) return record(scope, row, found, now);
    const age = ageSeconds(row, now);
    if (age < lookupSettlesSeconds) return { waitSeconds: Math.ceil(lookupSettlesSeconds - age) };
  }
  if (row.draftedAt || row.state === "drafting") {
    const left = await leftByHand(scope, row, request, mailbox, now);
    if (left) return left;
  }
  // When the attempt began stands in nextLookAt, so that a later look knows how long it may lag.
  const begun = await withTeam(scope, async (tx) => {
    // An older text that was refused says nothing about this one.
    // A thread counts as lost only in a row that is looked over for it, which no row under way is.
    const mark = { nextLookAt: now, requestHash: hash, errorCode: current ? row.errorCode : null, threadLostAt: null };
    if (row.state === "queued") return moveDelivery(tx, row, { kind: "draft begun" }, mark);
    const [again] = await tx.update(deliveries).set(mark).where(eq(deliveries.id, row.id)).returning();
    return again ?? null;
  });
  if (!begun) return { waitSeconds: 1 };
  try {
    const made = await makeDraft(scope, mailbox, request, row.sendKey, now);
    return await ("graphId" in made
      ? record(scope, begun, made, now)
      : withoutThread(scope, begun, made, { since: row.threadLostAt ?? now, isAnswer: isAnswer(request) }, now));
  } catch (error) {
    const answer = answerOf(error);
    if (answer.verdict === "signed out") throw error;
    if (answer.verdict === "unsendable") return refuse(scope, begun, answer.code);
    const code = answer.code || `HTTP ${answer.status}`;
    const isUnknown = answer.verdict === "refused";
    // The mailbox was paused for this very refusal and tried again since. Where it takes another draft, a person looks at this mail, which
    // holds up no other.
    const isAgain = isUnknown && begun.errorCode === code;
    const until = isAgain
      ? await tryDraft(scope, { id: row.senderAccountId, email: request.from.email }, mailbox, now)
      : await pauseMailbox(scope, row.senderAccountId, answer, now);
    if (isAgain && !until) return notTaken(scope, begun, code);
    if (isUnknown) await keepCode(scope, begun, code);
    return { waitSeconds: until ? (until.getTime() - now.getTime()) / 1000 : askAgainSeconds(answer) };
  }
}

/** Null where no copy of the mail is to be seen among what its owner sent. */
async function leftByHand(...look: Parameters<typeof findSentByHand>): Promise<DraftedMail | null> {
  const sentByHand = await findSentByHand(...look);
  if (sentByHand === "unsure") return { waitSeconds: 5 };
  return sentByHand && { sentByHand };
}

/**
 * Nothing is asked of a mailbox that may not send, and no draft made that a person has yet to decide about; that all else allows the mail
 * is looked at once its draft is made.
 */
async function whyClosed(scope: Scope, row: DeliveryRow, now: Date): Promise<Refusal | null> {
  const { status, trouble, troubleCode, troubleUntil } = senderAccounts;
  const [own] = await withTeam(scope, (tx) =>
    tx
      .select({
        mailboxStatus: status,
        mailboxTrouble: trouble,
        troubleCode,
        troubleUntil,
        isChanged: isChanged(sql`${row.id}::uuid`),
      })
      .from(senderAccounts)
      .where(eq(senderAccounts.id, row.senderAccountId)),
  );
  if (!own) return null;
  if (own.isChanged) return { reason: "changed in Outlook", from: null };
  return judgeMailbox({ ...own, troubleUntil: own.troubleUntil && toTemporal(own.troubleUntil) }, toTemporal(now));
}

async function refuse(scope: Scope, begun: DeliveryRow, errorCode: string): Promise<DraftedMail> {
  const failed = await withTeam(scope, (tx) => moveDelivery(tx, begun, { kind: "draft refused" }, { errorCode }));
  return failed ? { refused: errorCode } : { waitSeconds: 1 };
}

/** Nobody knows what the code means, so the mail is not given up: nothing was made, and its text is for a person to look at. */
async function notTaken(scope: Scope, begun: DeliveryRow, code: string): Promise<DraftedMail> {
  await withTeam(scope, (tx) => moveDelivery(tx, begun, { kind: "draft deleted" }, noDraft));
  return { notTaken: code };
}

/** Only after the mailbox was paused: a second refusal is then one of a mailbox that was tried again. */
function keepCode(scope: Scope, { id, state }: DeliveryRow, errorCode: string) {
  return withTeam(scope, (tx) =>
    tx
      .update(deliveries)
      .set({ errorCode })
      .where(and(eq(deliveries.id, id), eq(deliveries.state, state))),
  );
}

/** Nothing was made: the mail stands where it stood, and says since when its thread is lost. */
async function withoutThread(
  scope: Scope,
  begun: DeliveryRow,
  thread: NoThread,
  lost: { since: Date; isAnswer: boolean },
  now: Date,
): Promise<DraftedMail> {
  const lookAt = new Date(now.getTime() + lostLookMs);
  // Who answers waits for it: an answer waits no longer than a look-up may lag, and is the writer's again.
  const mark = "lost" in thread ? { threadLostAt: lost.since, nextLookAt: lost.isAnswer ? null : lookAt } : { nextLookAt: null };
  await withTeam(scope, (tx) => moveDelivery(tx, begun, { kind: "draft deleted" }, mark));
  if (!("lost" in thread)) return thread;
  if (!lost.isAnswer) return { threadLost: lookAt };
  const settled = now.getTime() - lost.since.getTime() >= lookupSettlesSeconds * 1000;
  return settled ? { nothingToAnswer: true } : { waitSeconds: 15 };
}

const isAnswer = ({ thread }: MailRequest) => thread !== null && "messageId" in thread;

/**
 * Removes a draft that was made but never handed over, from the mailbox and from the ledger.
 * @returns the row as it waits now, or null when the mail moved on meanwhile: also when its owner sent it by hand, and as long as a
 * look-up that finds nothing may only be late.
 */
export async function discardDraft(scope: Scope, row: DeliveryRow, mailbox: Mailbox, now: Date): Promise<DeliveryRow | null> {
  if (!(await removeItem(scope, row, mailbox, now))) return null;
  return withTeam(scope, (tx) => moveDelivery(tx, row, { kind: "draft deleted" }, noDraft));
}

async function removeItem(scope: Scope, row: DeliveryRow, mailbox: Mailbox, now: Date): Promise<boolean> {
  if (row.graphId) {
    const seen = await lookForMail(mailbox, row);
    if (seen.kind === "draft") return deleteDraft(mailbox, row.graphId);
    if (seen.kind !== "nothing") return false;
    // Gone from under its id: one look alone would take a mail that its owner just sent for one that was never sent.
    // With more than one look counted a look-up showed it until now (see verifyDraft), and this is the first that shows nothing.
    if (row.nextLookAt && row.looks < 2) return row.nextLookAt <= now;
    const lookAgainAt = new Date(now.getTime() + lookupSettlesSeconds * 1000);
    await withTeam(scope, (tx) =>
      tx
        .update(deliveries)
        .set({ looks: 0, nextLookAt: lookAgainAt })
        .where(and(eq(deliveries.id, row.id), eq(deliveries.state, row.state))),
    );
    return false;
  }
  const found = await findDraftsByKey(mailbox, row.sendKey);
  const removed = await Promise.all(found.map(({ graphId }) => deleteDraft(mailbox, graphId)));
  return found.length > 0 ? removed.every(Boolean) : ageSeconds(row, now) >= lookupSettlesSeconds;
}

/** How long ago the attempt began that is under way. */
function ageSeconds(row: DeliveryRow, now: Date): number {
  return (now.getTime() - (row.nextLookAt?.getTime() ?? row.createdAt.getTime())) / 1000;
}

async function adopt(mailbox: Mailbox, row: DeliveryRow): Promise<MadeDraft | null> {
  const [first, ...doubles] = await findDraftsByKey(mailbox, row.sendKey);
  for (const double of doubles) await deleteDraft(mailbox, double.graphId);
  // Its owner may have changed it since it was made, so what it says now is not what it was made as.
  return first ? { ...first, shown: null } : null;
}

async function record(scope: Scope, row: DeliveryRow, draft: MadeDraft, now: Date): Promise<DraftedMail> {
  const drafted = await withTeam(scope, (tx) =>
    moveDelivery(
      tx,
      row,
      { kind: "draft made" },
      {
        graphId: draft.graphId,
        internetMessageId: draft.internetMessageId,
        conversationId: draft.conversationId,
        draftedAt: now,
        madeAs: draft.shown,
        nextLookAt: null,
        errorCode: null,
      },
    ),
  );
  return drafted ? { drafted } : { waitSeconds: 1 };
}
