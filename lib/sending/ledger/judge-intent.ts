import type { Temporal } from "temporal-polyfill";
import {
  type CampaignStatus,
  type ContactStatus,
  type MailboxStatus,
  type MailboxTrouble,
  openStatuses,
} from "@/db/schema/words";
import { restCode } from "../../microsoft/rest-code";
import { mayLeaveNow } from "../../schedule/may-leave-now";
import type { SendingRules } from "../../schedule/types";

/** Everything the last check looks at, read in one locked moment. */
export type IntentFacts = {
  teamStopped: boolean;
  campaignStatus: CampaignStatus;
  contactStatus: ContactStatus;
  /** Whether the run that asks still holds the contact. */
  fenced: boolean;
  mailboxStatus: MailboxStatus;
  mailboxTrouble: MailboxTrouble | null;
  /** Microsoft's word for it. */
  troubleCode: string | null;
  /** When the trouble may end by itself. */
  troubleUntil: Temporal.Instant | null;
  /** The mailbox was paused by its guard rail. */
  guarded: boolean;
  /** A first mail, and the mailbox's domain has not proved itself for days. */
  domainUnproven: boolean;
  /** The mail follows up and the mailbox was not read lately, or not right before it leaves: an answer may lie there. */
  mayBeAnswered: boolean;
  /** The contact wrote, in whatever thread, and it was found after they were enrolled. */
  answered: boolean;
  /** They are away, or somebody is to say whether to go on; `until` null: until then. */
  held: { until: Temporal.Instant | null } | null;
  /** Another campaign enrolled the contact earlier and is not through with them. */
  elsewhere: boolean;
  suppressed: boolean;
  /** Hash of the live signature, and of the request as it would be handed over now; "" where what was signed cannot be read. */
  signedHash: string | null;
  requestHash: string;
  /** The mailbox has another address than the mail was signed under. */
  senderCorrected: boolean;
  /** What the mail's own footer must hold and does not; null when it is whole. */
  footerLacks: string | null;
  /** Its draft was changed, deleted or sent in Outlook, and nobody has settled it. */
  changedInOutlook: boolean;
  /** An earlier mail to this contact is in the mailbox otherwise than signed, and nobody has settled it. */
  leftOtherwise: boolean;
  slotAt: Temporal.Instant | null;
  rules: SendingRules;
  /** Mails of the campaign's day that left, are in flight or in doubt, without this one. */
  usedToday: number;
  lastSentAt: Temporal.Instant | null;
  mailboxSent: Temporal.Instant[];
  /** The mailbox has sent what Microsoft takes from it in 24 hours; `from` when it may send one more. */
  mailboxDayUsed: { from: Temporal.Instant | null } | null;
  /** The mail goes to somebody outside, and the team has sent what it may to others in 24 hours, but for what is kept for people's own mail. */
  teamBudgetUsed: { from: Temporal.Instant | null } | null;
};

export type Refusal = {
  reason:
    | "stopped"
    | "paused"
    | "ended"
    | "lost its run"
    | "mailbox signed out"
    | "mailbox in trouble"
    | "mailbox rests"
    | "mailbox guarded"
    | "domain unproven"
    | "mailbox not read"
    | "suppressed"
    | "answered"
    | "held"
    | "not signed"
    | "sender corrected"
    | "changed since it was signed"
    | "footer incomplete"
    | "changed in Outlook"
    | "left otherwise"
    | "elsewhere"
    | "no slot"
    | "not yet"
    | "mailbox day used"
    | "team budget used";
  /** Earliest time it can change by itself, or null. */
  from: Temporal.Instant | null;
};

/**
 * The last check before a mail leaves, in the order of the reasons. Pure: the same facts always give the same answer.
 * @returns null when the mail may leave now.
 */
export function judgeIntent(facts: IntentFacts, now: Temporal.Instant): Refusal | null {
  if (facts.teamStopped) return no("stopped");
  if (facts.campaignStatus === "paused") return no("paused");
  if (facts.campaignStatus !== "active") return no("ended");
  if (!openStatuses.includes(facts.contactStatus)) return no("ended");
  if (!facts.fenced) return no("lost its run");
  const closed = judgeMailbox(facts, now);
  if (closed) return closed;
  if (facts.suppressed) return no("suppressed");
  if (facts.guarded) return no("mailbox guarded");
  if (facts.domainUnproven) return no("domain unproven");
  if (facts.answered) return no("answered");
  if (facts.held) return no("held", facts.held.until);
  if (facts.mayBeAnswered) return no("mailbox not read");
  if (facts.signedHash === null) return no("not signed");
  if (facts.senderCorrected) return no("sender corrected");
  if (facts.signedHash !== facts.requestHash) return no("changed since it was signed");
  if (facts.footerLacks !== null) return no("footer incomplete");
  if (facts.changedInOutlook) return no("changed in Outlook");
  if (facts.leftOtherwise) return no("left otherwise");
  if (facts.elsewhere) return no("elsewhere");
  if (facts.slotAt === null) return no("no slot");
  const { usedToday, lastSentAt, mailboxSent, slotAt } = facts;
  const may = mayLeaveNow(facts.rules, { now, usedToday, lastSentAt, notBefore: slotAt, mailboxSent });
  if (!may.ok) return no("not yet", may.from);
  if (facts.mailboxDayUsed) return no("mailbox day used", facts.mailboxDayUsed.from);
  return facts.teamBudgetUsed && no("team budget used", facts.teamBudgetUsed.from);
}

type MailboxFacts = Pick<IntentFacts, "mailboxStatus" | "mailboxTrouble" | "troubleCode" | "troubleUntil">;

/** Whether the mailbox as a whole may send; null when it may. One that cannot be read may; one that rests may when its time is over. */
export function judgeMailbox(facts: MailboxFacts, now: Temporal.Instant): Refusal | null {
  if (facts.mailboxStatus !== "connected") return no("mailbox signed out");
  if (facts.mailboxTrouble === "limited" && facts.troubleCode === restCode) {
    const rests = facts.troubleUntil !== null && facts.troubleUntil.epochMilliseconds > now.epochMilliseconds;
    return rests ? no("mailbox rests", facts.troubleUntil) : null;
  }
  if (facts.mailboxTrouble !== null && facts.mailboxTrouble !== "unreadable") return no("mailbox in trouble", facts.troubleUntil);
  return null;
}

function no(reason: Refusal["reason"], from: Temporal.Instant | null = null): Refusal {
  return { reason, from };
}
