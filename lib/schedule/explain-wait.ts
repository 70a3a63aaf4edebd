import type { Temporal } from "temporal-polyfill";
import { toInstant, toMs } from "./clock/instants";
import { openSlotBook } from "./clock/slot-book";
import { zoneClock } from "./clock/zone-clock";
import { nextOpening } from "./next-opening";
import type { SendingRules, Wait } from "./types";

/** What is known of a campaign at one moment. `usedToday` counts slots held for today too. */
export type WaitMoment = {
  now: Temporal.Instant;
  usedToday: number;
  /** When a day with a free place opens, if the caller knows it better than "the next day". */
  roomFrom?: Temporal.Instant | null;
};

/** A mail that waits: when it is due (null: at once) and the slot it holds, if any. */
export type WaitingMail = { notBefore: Temporal.Instant | null; slot: Temporal.Instant | null };

/**
 * Answers, for any number of mails of one campaign at one moment, why each has not left. Of several reasons it
 * names the first of: delay, window, limit, line. Being in line has no position here: only the whole line knows.
 */
export function explainWait(rules: SendingRules, moment: WaitMoment): (mail: WaitingMail) => Wait {
  const nowMs = toMs(moment.now);
  const clock = zoneClock(rules.timeZone);
  const today = clock.dayOf(nowMs);
  const opensAt = nextOpening(rules, moment.now);
  const isOpen = opensAt !== null && toMs(opensAt) === nowMs;
  const isFull = moment.usedToday >= rules.dailyLimit;
  const roomFrom = moment.roomFrom === undefined ? nextRoom() : moment.roomFrom;

  function nextRoom(): Temporal.Instant | null {
    const used = new Map([[today, moment.usedToday]]);
    const book = openSlotBook(rules, nowMs, { campaign: [], mailbox: [], used, reserved: new Map() });
    return toInstant(book.nextRoom(nowMs)?.from ?? null);
  }

  return ({ notBefore, slot }) => {
    if (notBefore && toMs(notBefore) > nowMs) {
      return { reason: "delay", from: slot ?? nextOpening(rules, notBefore) };
    }
    if (!isOpen) return { reason: "window_closed", from: opensAt };
    const leavesToday = slot !== null && clock.dayOf(toMs(slot)) === today;
    if (isFull && !leavesToday) return { reason: "daily_limit", from: slot ?? roomFrom };
    return { reason: "in_line", from: slot ?? roomFrom };
  };
}
