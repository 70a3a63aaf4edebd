import { eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { buildDraftRequest } from "../../mail/build-draft-request";
import type { MailRequest } from "../../mail/mail-request";
import type { Mailbox } from "../../microsoft/graph/clients";
import { createDraft, type GraphDraft } from "../../microsoft/graph/create-draft";
import { createReplyDraft } from "../../microsoft/graph/create-reply-draft";
import { deleteDraft } from "../../microsoft/graph/delete-draft";
import { findByKey } from "../../microsoft/graph/find-message";
import { answerOf } from "../../microsoft/graph/graph-answer";
import { recheckMailbox } from "../../microsoft/recheck-mailbox";
import type { DeliveryRow } from "./ensure-delivery";
import { moveDelivery } from "./move-delivery";

/** Seconds a look-up by key may lag behind; only after that does "not found" mean that nothing is there. */
const lookupSettlesSeconds = 60;

export type DraftedMail = { drafted: DeliveryRow } | { waitSeconds: number } | { refused: string };

/**
 * Puts the mail into the mailbox as a draft and records its ids. After a crash in between, the draft is found again by its key
 * and adopted; doubles are deleted. A draft made from an older text is deleted and made anew. Drafts never leave by
 * themselves, so nothing here can send.
 * @throws MailboxSignedOutError and other token errors of the mailbox.
 */
export async function draftMail(scope: Scope, given: DeliveryRow, mailbox: Mailbox, now: Date): Promise<DraftedMail> {
  const { request, hash, earlier } = await withTeam(scope, (tx) => readRequest(tx, given.draftId));
  const current = given.requestHash === hash;
  if (given.graphId && current) return { drafted: given };
  const row = current || given.state === "queued" ? given : await discardDraft(scope, given, mailbox);
  if (!row) return { waitSeconds: 1 };
  if (row.state === "drafting") {
    const found = await adopt(mailbox, row);
    if (found) return record(scope, row, found, now);
    const age = (now.getTime() - (row.nextLookAt?.getTime() ?? row.createdAt.getTime())) / 1000;
    if (age < lookupSettlesSeconds) return { waitSeconds: Math.ceil(lookupSettlesSeconds - age) };
  }
  // When the attempt began stands in nextLookAt, so that a later look knows how long it may lag.
  const begun = await withTeam(scope, async (tx) => {
    const mark = { nextLookAt: now, requestHash: hash };
    if (row.state === "queued") return moveDelivery(tx, row, { kind: "draft begun" }, mark);
    const [again] = await tx.update(deliveries).set(mark).where(eq(deliveries.id, row.id)).returning();
    return again ?? null;
  });
  if (!begun) return { waitSeconds: 1 };
  try {
    return await record(scope, begun, await make(mailbox, request, row.sendKey, earlier), now);
  } catch (error) {
    const answer = answerOf(error);
    if (answer.verdict === "signed out") throw error;
    // Forbidden may mean this mail or the whole mailbox, and one closed mailbox must not use up every contact of a campaign.
    if (answer.status === 403) await recheckMailbox(scope, row.senderAccountId, now);
    if (answer.verdict === "refused") {
      await withTeam(scope, (tx) => moveDelivery(tx, begun, { kind: "draft refused" }, { errorCode: answer.code }));
      return { refused: answer.code };
    }
    return { waitSeconds: Math.max(5, answer.retryAfterSeconds ?? 0) };
  }
}

async function readRequest(tx: TeamTransaction, draftId: string) {
  const built = await buildDraftRequest(tx, draftId);
  const [before] = built.request.thread
    ? await tx.select({ graphId: deliveries.graphId }).from(deliveries).where(eq(deliveries.id, built.request.thread.deliveryId))
    : [];
  return { ...built, earlier: before?.graphId ?? null };
}

/**
 * Removes a draft that was made but never handed over, from the mailbox and from the ledger.
 * @returns the row as it waits now, or null when the mail moved on meanwhile.
 */
export async function discardDraft(scope: Scope, row: DeliveryRow, mailbox: Mailbox): Promise<DeliveryRow | null> {
  if (row.graphId) await deleteDraft(mailbox, row.graphId);
  else for (const found of await findByKey(mailbox, row.sendKey)) if (found.isDraft) await deleteDraft(mailbox, found.graphId);
  const gone = { graphId: null, internetMessageId: null, conversationId: null, draftedAt: null, nextLookAt: null };
  return withTeam(scope, (tx) => moveDelivery(tx, row, { kind: "draft deleted" }, gone));
}

/** In the thread where the mail before still lies in the mailbox, else as a mail of its own with the same subject. */
async function make(mailbox: Mailbox, request: MailRequest, sendKey: string, earlier: string | null): Promise<GraphDraft> {
  if (!earlier) return createDraft(mailbox, request, sendKey);
  try {
    return await createReplyDraft(mailbox, request, sendKey, earlier);
  } catch (error) {
    if (answerOf(error).verdict === "missing") return createDraft(mailbox, request, sendKey);
    throw error;
  }
}

async function adopt(mailbox: Mailbox, row: DeliveryRow): Promise<GraphDraft | null> {
  const [first, ...doubles] = (await findByKey(mailbox, row.sendKey)).filter((found) => found.isDraft);
  for (const double of doubles) await deleteDraft(mailbox, double.graphId);
  return first ?? null;
}

async function record(scope: Scope, row: DeliveryRow, draft: GraphDraft, now: Date): Promise<DraftedMail> {
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
        nextLookAt: null,
      },
    ),
  );
  return drafted ? { drafted } : { waitSeconds: 1 };
}
