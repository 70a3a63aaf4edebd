import { and, eq, lt, sql } from "drizzle-orm";
import { codeOf } from "@/db/access/code-of";
import { type Clock, databaseClock, readClock } from "@/db/access/database-clock";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { scheduledEmails } from "@/db/schema/sending";
import { endContact } from "../../campaigns/end-contact";
import { lockDraft } from "../../drafts/lock-draft";
import { backToDraft } from "../../drafts/take-back-signature";
import { askFeed } from "../../events/ask-feed";
import { log } from "../../log/log";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { checkFooter } from "../../mail/check-footer";
import { answerOf } from "../../microsoft/graph/graph-answer";
import { leaseMailbox } from "../../microsoft/lease-mailbox";
import { pauseMailbox } from "../../microsoft/pause-mailbox";
import { recheckMailbox } from "../../microsoft/recheck-mailbox";
import { acquireMailToken } from "../../microsoft/tokens/acquire-mail-token";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError } from "../../microsoft/tokens/errors";
import { toDate } from "../../schedule/clock/to-temporal";
import { takeBackSlots } from "../../slots/take-back-slots";
import { ensureDelivery } from "../ledger/ensure-delivery";
import type { LookFirst } from "../ledger/hear-first";
import type { Refusal } from "../ledger/judge-intent";
import { refuseEarly } from "../ledger/refuse-early";
import { sendDraftMail } from "../ledger/send-draft-mail";
import type { SendOutcome } from "../ledger/send-outcome";
import { giveUp } from "./give-up";

/** What came of it, as the run goes on: `again` at an instant (ISO), `wait` for somebody, or the mail is settled. */
export type SentStep = { kind: "sent" } | { kind: "again"; at: string } | { kind: "wait" } | { kind: "ended" };

/** So long a mailbox rests when its sender was killed. */
const lease = { purpose: "send", seconds: 15, patienceMs: 3000 } as const;

/** A mailbox is read every minute, and what keeps it from working is looked at as often. */
const minuteMs = 60_000;

export type Planned = { campaignContactId: string; senderAccountId: string; draftId: string; runId: string };

/**
 * Brings the mail of a due slot through the ledger: one sender per mailbox at a time, the last check at the last moment.
 * Safe to call again wherever it ended before.
 * @param lookFirst reads the mailbox before a follow-up leaves; see hearFirst.
 */
export async function sendPlanned(
  scope: Scope,
  planned: Planned,
  clock: Clock = databaseClock,
  lookFirst: LookFirst | null = null,
): Promise<SentStep> {
  const now = () => readClock(scope.teamId, clock);
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
      }
      if (refusal) return { kind: "refused", refusal };
      return sendDraftMail(scope, planned.draftId, planned.runId, mailbox, clock, lookFirst);
    });
    return held ? await follow(scope, planned, held.result, await now()) : againIn(2000, await now());
  } catch (error) {
    return later(scope, planned, error, await now());
  }
}

/** What a mailbox that cannot be used now means for the run. @throws the error when it is another one. */
async function later(scope: Scope, planned: Planned, error: unknown, now: Date): Promise<SentStep> {
  if (error instanceof MailboxSignedOutError) return { kind: "wait" };
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
    if (until) return { kind: "again", at: until.toISOString() };
  } catch (closed) {
    return later(scope, planned, closed, now);
  }
  throw error;
}

function againIn(milliseconds: number, now: Date): SentStep {
  return { kind: "again", at: new Date(now.getTime() + milliseconds).toISOString() };
}

async function follow(scope: Scope, planned: Planned, outcome: SendOutcome, now: Date): Promise<SentStep> {
  switch (outcome.kind) {
    case "sent":
      return { kind: "sent" };
    case "doubt":
      return { kind: "again", at: outcome.lookAt.toISOString() };
    case "later":
      return { kind: "again", at: outcome.at.toISOString() };
    case "thread lost":
    case "review":
      return { kind: "wait" };
    case "not taken":
      await withTeam(scope, async (tx) => {
        const { draft } = await lockDraft(tx, planned.draftId);
        await backToDraft(tx, scope, draft, `Exchange does not take this mail (${outcome.code})`, now);
      });
      return { kind: "wait" };
    case "failed":
      await withTeam(scope, (tx) => giveUp(tx, { teamId: scope.teamId, ...planned }, outcome.code, now));
      return { kind: "ended" };
    case "refused":
      return refused(scope, planned, outcome.refusal, now);
  }
}

/** What is said of a slot that is given back; else the mail is not as signed in the mailbox. */
const slotReasons: Partial<Record<Refusal["reason"], string>> = {
  held: "Held",
  "mailbox guarded": "Mailbox paused by its guard rail",
  "domain unproven": "Domain not proven",
  "mailbox day used": "Mailbox’s day used",
  "team budget used": "Team’s budget used",
  elsewhere: "Under way in another campaign",
};

async function refused(scope: Scope, planned: Planned, refusal: Refusal, now: Date): Promise<SentStep> {
  switch (refusal.reason) {
    case "ended":
    case "lost its run":
      return { kind: "ended" };
    case "suppressed":
      await withTeam(scope, (tx) => endContact(tx, { teamId: scope.teamId, ...planned }, "suppressed", now));
      return { kind: "ended" };
    case "answered":
      await withTeam(scope, (tx) => endContact(tx, { teamId: scope.teamId, ...planned }, "replied", now));
      return { kind: "ended" };
    case "changed since it was signed":
    case "footer incomplete":
      await withTeam(scope, async (tx) => {
        const { draft } = await lockDraft(tx, planned.draftId);
        const { request, unreadable } = await buildDraftRequest(tx, planned.draftId);
        const lacks = refusal.reason === "footer incomplete" ? checkFooter(request) : null;
        await backToDraft(tx, scope, draft, lacks ?? unreadable ?? "The mail changed after it was signed", now);
      });
      return { kind: "wait" };
    case "changed in Outlook":
    case "left otherwise":
    case "held":
    case "mailbox guarded":
    case "domain unproven":
    case "elsewhere":
      // Others are not to wait behind a minute that this one cannot use.
      await withTeam(scope, async (tx) => {
        await takeBackSlots(
          tx,
          sql`e.draft_id = ${planned.draftId}`,
          slotReasons[refusal.reason] ?? "Not as signed in the mailbox",
        );
        const [draft] = await tx
          .select({ of: emailDrafts.campaignId })
          .from(emailDrafts)
          .where(eq(emailDrafts.id, planned.draftId));
        if (draft?.of) await askFeed(tx, scope.teamId, [draft.of]);
      });
      return { kind: "wait" };
    case "mailbox day used":
    case "team budget used":
      // Given back and not moved: all that are refused would come again in the minute of the first place. The allocator, which is asked every minute,
      // gives places as they become free, follow-ups first.
      await withTeam(scope, (tx) =>
        takeBackSlots(tx, sql`e.draft_id = ${planned.draftId}`, slotReasons[refusal.reason] ?? refusal.reason),
      );
      return { kind: "wait" };
    case "mailbox not read":
      return againIn(refusal.from ? Math.max(1000, toDate(refusal.from).getTime() - now.getTime()) : minuteMs, now);
    case "mailbox rests":
      return againIn(Math.max(1000, refusal.from ? toDate(refusal.from).getTime() - now.getTime() : 0), now);
    case "mailbox in trouble":
      return againIn(Math.max(minuteMs, refusal.from ? toDate(refusal.from).getTime() - now.getTime() : 0), now);
    case "not yet": {
      const from = refusal.from ? toDate(refusal.from) : null;
      if (!from) return { kind: "wait" };
      await moveSlot(scope, planned.draftId, from);
      return { kind: "again", at: from.toISOString() };
    }
    default:
      return { kind: "wait" };
  }
}

/** A slot may move later, never earlier. */
function moveSlot(scope: Scope, draftId: string, to: Date) {
  return withTeam(scope, (tx) =>
    tx
      .update(scheduledEmails)
      .set({ scheduledFor: to })
      .where(
        and(eq(scheduledEmails.draftId, draftId), eq(scheduledEmails.status, "pending"), lt(scheduledEmails.scheduledFor, to)),
      ),
  );
}
