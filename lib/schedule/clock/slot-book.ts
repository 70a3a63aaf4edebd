import type { MailKind, SendingRules } from "../types";
import { type OpenPeriod, openPeriods } from "./open-periods";

/** Exchange delays what exceeds 30 messages a minute of one mailbox; we stay below it. */
export const mailboxPerMinute = 25;

const MINUTE_MS = 60_000;

/** What is taken already, in epoch ms and numbers of local days. The arrays may be in any order. */
export type Taken = {
  campaign: readonly number[];
  mailbox: readonly number[];
  used: ReadonlyMap<number, number>;
  reserved: ReadonlyMap<number, number>;
};

/** Gives out instants under one campaign's rules, and remembers what it gave. */
export type SlotBook = {
  /** The earliest free instant at or after `earliest` and not after `latest`, now taken; null if there is none. */
  place(earliest: number, latest: number, kind: MailKind): number | null;
  /** First open period at or after `earliest` on a day that still has a place. */
  nextRoom(earliest: number): OpenPeriod | null;
  isFull(day: number): boolean;
};

/** Opens a book whose slots all lie at or after `fromMs`. Two mails of a campaign are never less than 1 s apart. */
export function openSlotBook(rules: SendingRules, fromMs: number, taken: Taken): SlotBook {
  const spacing = Math.max(rules.spacingSeconds, 1) * 1000;
  const campaign = [...taken.campaign].sort((a, b) => a - b);
  const mailbox = [...taken.campaign, ...taken.mailbox].sort((a, b) => a - b);
  const used = new Map(taken.used);
  const source = openPeriods(rules, fromMs);
  const periods: OpenPeriod[] = [];

  // Mail is placed in nearly ascending order, so the search starts where the last one ended.
  let at = 0;
  function periodAt(ms: number): OpenPeriod | null {
    while (at > 0 && (periods[at - 1] as OpenPeriod).to > ms) at -= 1;
    for (; ; at += 1) {
      if (at === periods.length) {
        const next = source.next();
        if (next.done) return null;
        periods.push(next.value);
      }
      const period = periods[at] as OpenPeriod;
      if (period.to > ms) return period;
    }
  }

  function hasRoom(day: number, kind: MailKind): boolean {
    const kept = kind === "first" ? (taken.reserved.get(day) ?? 0) : 0;
    return (used.get(day) ?? 0) + kept < rules.dailyLimit;
  }

  return {
    isFull: (day) => !hasRoom(day, "followup"),
    nextRoom(earliest) {
      let period = periodAt(earliest);
      while (period && !hasRoom(period.day, "followup")) period = periodAt(period.to);
      return period && { ...period, from: Math.max(period.from, earliest) };
    },
    place(earliest, latest, kind) {
      let ms = earliest;
      while (ms <= latest) {
        const period = periodAt(ms);
        if (!period) return null;
        ms = Math.max(ms, period.from);
        if (ms > latest) return null;
        const later = hasRoom(period.day, kind)
          ? Math.max(afterSpacing(campaign, ms, spacing), afterMinute(mailbox, ms))
          : period.to;
        if (later === ms) {
          insert(campaign, ms);
          insert(mailbox, ms);
          used.set(period.day, (used.get(period.day) ?? 0) + 1);
          return ms;
        }
        ms = later;
      }
      return null;
    },
  };
}

/** `ms` if no neighbour is nearer than the spacing, else the next instant worth trying. */
function afterSpacing(sorted: readonly number[], ms: number, spacing: number): number {
  const i = indexAfter(sorted, ms);
  const before = sorted[i - 1];
  if (before !== undefined && ms - before < spacing) return before + spacing;
  const after = sorted[i];
  if (after !== undefined && after - ms < spacing) return after + spacing;
  return ms;
}

/** `ms` if no minute around it would hold more than the mailbox may send, else the next instant worth trying. */
function afterMinute(sorted: readonly number[], ms: number): number {
  const i = indexAfter(sorted, ms);
  for (let first = Math.max(0, i - mailboxPerMinute); first < i; first += 1) {
    // With `ms` among them, the mail that many places on is the one stored just before.
    const last = first + mailboxPerMinute === i ? ms : sorted[first + mailboxPerMinute - 1];
    const from = sorted[first] as number;
    if (last !== undefined && last - from < MINUTE_MS) return from + MINUTE_MS;
  }
  const last = sorted[i + mailboxPerMinute - 1];
  return last !== undefined && last - ms < MINUTE_MS ? (sorted[i] as number) : ms;
}

function insert(sorted: number[], ms: number): void {
  sorted.splice(indexAfter(sorted, ms), 0, ms);
}

function indexAfter(sorted: readonly number[], ms: number): number {
  let low = 0;
  let high = sorted.length;
  // Nearly always the answer is the end.
  if (high === 0 || (sorted[high - 1] as number) <= ms) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
