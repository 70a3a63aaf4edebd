import { codeOf } from "@/db/access/code-of";
import { type Clock, databaseClock, readClock } from "@/db/access/database-clock";
import { type Scope, withTeam } from "@/db/access/with-team";
import { lockDraft } from "../../drafts/lock-draft";
import { backToDraft } from "../../drafts/take-back-signature";
import { log } from "../../log/log";
import { answerOf, askAgainSeconds } from "../../microsoft/graph/graph-answer";
import { leaseMailbox } from "../../microsoft/lease-mailbox";
import { pauseMailbox } from "../../microsoft/pause-mailbox";
import { recheckMailbox } from "../../microsoft/recheck-mailbox";
import { acquireMailToken } from "../../microsoft/tokens/acquire-mail-token";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError } from "../../microsoft/tokens/errors";
import { ensureDelivery } from "../ledger/ensure-delivery";
import { afterLook, type LookFirst } from "../ledger/hear-first";
import { refuseEarly } from "../ledger/refuse-early";
import { sendDraftMail } from "../ledger/send-draft-mail";
import type { SendOutcome } from "../ledger/send-outcome";
import { countBefore } from "../singles/count-before";
import { followRefusedSingle } from "../singles/follow-refused-single";
import { keepWait } from "../singles/keep-wait";
import { followRefused, moveLate } from "./follow-refused";
import { giveUp } from "./give-up";
import { returnAnswer } from "./return-answer";
import { againIn, type ExplainedStep, minuteMs, type Planned, type SentStep } from "./sent-step";

/** So long a mailbox rests when its sender was killed. */
const lease = { purpose: "send", seconds: 15, patienceMs: 1000 } as const;
const busyMs = 2000;
/** How long a mail takes that has its turn, and for how many before it one waits at most before it looks again. */
const [aMailMs, mostBefore] = [1000, 30];

/**
 * Brings the mail of a due slot through the ledger, of a campaign or without one: one sender per mailbox at a time, the last check at the
 * last moment. Safe to call again wherever it ended before.
 * @param lookFirst reads the mailbox before a follow-up leaves; see hearFirst.
 */
export async function sendPlanned(
  scope: Scope,
  planned: Planned,
  clock: Clock = databaseClock,
  lookFirst: LookFirst | null = null,
): Promise<SentStep> {
  const now = () => readClock(scope.teamId, clock);
  const step = await bring(scope, planned, clock, lookFirst, now);
  if ("singleMailId" in planned) return keepWait(scope, planned, step, await now());
  return step.kind === "again" ? { kind: "again", at: step.at } : { kind: step.kind };
}

async function bring(
  scope: Scope,
  planned: Planned,
  clock: Clock,
  lookFirst: LookFirst | null,
  now: () => Promise<Date>,
): Promise<ExplainedStep> {
  try {
    const mailbox = { token: () => acquireMailToken(scope, planned.senderAccountId) };
    const held = await leaseMailbox(scope, planned.senderAccountId, lease, async (): Promise<SendOutcome> => {
      await ensureDelivery(scope, planned.draftId, await now());
      const early = () => refuseEarly(scope, planned.draftId, planned.runId, clock);
      let refusal = await early();
      // It may be that nobody has looked for a while, and not that nobody can.
      if (refusal?.reason === "mailbox not read" && lookFirst) {
        const looked = await lookFirst(scope, { senderAccountId: planned.senderAccountId, mailbox }, clock);
        if (looked) refusal = await early();
        if (looked && refusal) refusal = afterLook(refusal, await now());
      }
      if (refusal) return { kind: "refused", refusal };
      return sendDraftMail(scope, planned.draftId, planned.runId, mailbox, clock, lookFirst);
    });
    return held ? await follow(scope, planned, held.result, await now()) : await waitForOthers(scope, planned, await now());
  } catch (error) {
    return later(scope, planned, error, await now());
  }
}

/** The mailbox sends another mail at this moment. Many that wait and all come again soon would take from the one that sends what it needs to get on. */
async function waitForOthers(scope: Scope, planned: Planned, now: Date): Promise<ExplainedStep> {
  if ("singleMailId" in planned) return againIn(busyMs + aMailMs * (await countBefore(scope, planned.draftId, mostBefore)), now);
  const soon = againIn(busyMs, now);
  return { kind: "again", at: (await moveLate(scope, planned, new Date(soon.at), now, true)).toISOString() };
}

/** What a mailbox that cannot be used now means for the run. @throws the error when it is another one. */
async function later(scope: Scope, planned: Planned, error: unknown, now: Date): Promise<ExplainedStep> {
  if (error instanceof MailboxSignedOutError) return { kind: "wait", why: "mailbox_signed_out" };
  if (error instanceof TokenUnavailableError)
    return error.until ? { kind: "again", at: error.until.toISOString() } : againIn(5000, now);
  if (error instanceof OperatorError) return againIn(minuteMs, now);
  if (codeOf(error) === "CS002") {
    log.error(
      { team: scope.teamId },
      "no mail leaves: a key of erased addresses is missing after a restore, see docs/decisions/suppression.md",
    );
    return againIn(minuteMs, now);
  }
  const answer = answerOf(error);
  try {
    if (answer.verdict === "signed out") {
      // Microsoft refuses the token itself: it was withdrawn before it ran out.
      await recheckMailbox(scope, planned.senderAccountId, now);
      return againIn(5000, now);
    }
    const until = await pauseMailbox(scope, planned.senderAccountId, answer, now);
    if (until) return { kind: "again", at: until.toISOString(), why: "mailbox_limited" };
    if (answer.verdict === "unread") return { ...againIn(askAgainSeconds(answer) * 1000, now), why: "mailbox_unreadable" };
  } catch (closed) {
    return later(scope, planned, closed, now);
  }
  throw error;
}

async function follow(scope: Scope, planned: Planned, outcome: SendOutcome, now: Date): Promise<ExplainedStep> {
  switch (outcome.kind) {
    case "sent":
      return { kind: "sent" };
    case "doubt":
      return { kind: "again", at: outcome.lookAt.toISOString(), why: "in_doubt" };
    case "later":
      return { kind: "again", at: outcome.at.toISOString() };
    case "thread lost":
      return { kind: "wait", why: "thread_closed", from: outcome.lookAt };
    case "nothing to answer":
      await returnAnswer(scope, planned.draftId, now);
      return { kind: "ended" };
    case "review":
      return { kind: "wait", why: "in_doubt" };
    case "not taken":
      await withTeam(scope, async (tx) => {
        const { draft } = await lockDraft(tx, planned.draftId);
        await backToDraft(tx, scope, draft, `Exchange does not take this mail (${outcome.code})`, now);
      });
      return { kind: "wait" };
    case "failed":
      await withTeam(scope, (tx) => giveUp(tx, { teamId: scope.teamId, draftId: planned.draftId }, outcome.code, now));
      return { kind: "ended" };
    case "refused":
      return "singleMailId" in planned
        ? followRefusedSingle(scope, planned, outcome.refusal, now)
        : followRefused(scope, planned, outcome.refusal, now);
  }
}
