import type { Temporal } from "temporal-polyfill";
import { toInstant, toMs } from "./clock/instants";
import { openSlotBook } from "./clock/slot-book";
import { zoneClock } from "./clock/zone-clock";
import { isInWindow } from "./is-in-window";
import type { SendingRules, TimeReason, Wait } from "./types";

/** What the ledger says at the instant of sending. Mail in flight or in doubt counts as sent. */
export type SendMoment = {
  now: Temporal.Instant;
  /** Mails of the campaign on the local day of `now`; the one that asks is not among them. */
  usedToday: number;
  lastSentAt: Temporal.Instant | null;
  /** When this mail is due at the earliest: the end of its delay. */
  notBefore?: Temporal.Instant | null;
  /** The mailbox's sends of the last minute, of every campaign. */
  mailboxSent?: readonly Temporal.Instant[];
};

/** Whether a mail may leave; if not, why, and when to ask again. */
export type SendAnswer = { ok: true } | ({ ok: false } & Wait);

/** The check at the instant of sending: the allocator's rules once more, whatever was planned before. */
export function mayLeaveNow(rules: SendingRules, moment: SendMoment): SendAnswer {
  const { now, usedToday, lastSentAt, notBefore } = moment;
  const nowMs = now.epochMilliseconds;
  const sent = lastSentAt ? [toMs(lastSentAt)] : [];
  const book = openSlotBook(rules, nowMs, {
    campaign: sent,
    mailbox: withoutOne((moment.mailboxSent ?? []).map(toMs), sent[0]),
    used: new Map([[zoneClock(rules.timeZone).dayOf(nowMs), usedToday]]),
    reserved: new Map(),
  });
  const earliest = notBefore ? Math.max(nowMs, toMs(notBefore)) : nowMs;
  const free = book.place(earliest, Number.MAX_SAFE_INTEGER, "followup");
  if (free === nowMs) return { ok: true };
  return { ok: false, reason: blockedBy(), from: toInstant(free) };

  function blockedBy(): TimeReason {
    if (earliest > nowMs) return "delay";
    if (!isInWindow(rules, now)) return "window_closed";
    return usedToday >= rules.dailyLimit ? "daily_limit" : "in_line";
  }
}

// The campaign's last mail is one of the mailbox's: it must count once.
function withoutOne(sent: number[], counted: number | undefined): number[] {
  const i = counted === undefined ? -1 : sent.indexOf(counted);
  return i === -1 ? sent : sent.toSpliced(i, 1);
}
