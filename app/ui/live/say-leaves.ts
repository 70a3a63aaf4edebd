import { sayAhead, sayClock } from "@/app/ui/words/clock";
import { formatCountdown } from "@/lib/schedule/words/format-duration";

/** Above an hour a running second says nothing. */
const longestCountMs = 3_600_000;
/** A mail is looked at, read back and handed over in its minute; later than that it is late, and that is said. */
const itsMinuteMs = 60_000;

/** `counts`: a countdown; `due`: its minute has come; `today`: a time of today's clock. `why`: what keeps it, where its minute is over. */
export type Leaves = { counts: boolean; due: boolean; today: boolean; text: string; why: string | null };

/** @param given.isLost the page is of a moment that has passed: nobody here knows whether it has left since. */
export function sayLeaves(given: { at: Date; now: Date; timezone: string; isLost: boolean; why: string | null }): Leaves {
  const { at, now, timezone, isLost, why } = given;
  const left = at.getTime() - now.getTime();
  const clock = sayAhead(at, now, timezone);
  const today = !clock.includes(" ");
  if (isLost || left > longestCountMs) return { counts: false, due: false, today, text: clock, why: null };
  const seconds = Math.round(left / 1000);
  if (seconds > 0) return { counts: true, due: false, today, text: formatCountdown(seconds), why: null };
  const because = left < -itsMinuteMs ? `due at ${sayClock(at, timezone)}, ${why ?? "waits for the mails before it"}` : null;
  return { counts: false, due: true, today, text: "now", why: because };
}
