import { sayAhead, sayClock, sayDay, sayMoment } from "@/app/ui/words/clock";
import type { Stopped } from "@/lib/answers/thread-view";
import { formatDuration } from "@/lib/schedule/words/format-duration";

/** What an answer stopped, in two parts: that and how fast, then what was to leave, and who gets nothing more. */
export function sayStopped(stopped: Stopped, person: string, now: Date, timeZone: string): { first: string; rest: string } {
  const { seconds, mails, colleagues } = stopped;
  const first = seconds === 0 ? "Stopped as it arrived." : `Stopped ${formatDuration(seconds)} after it arrived.`;
  const several = mails.length > 1;
  const next = mails.map(({ step, campaign, wasAt }) => {
    const named = several ? `${step} of ${campaign}` : step;
    return wasAt ? `${named} was to leave ${sayMoment(new Date(wasAt), now, timeZone)}.` : `${named} was next.`;
  });
  const end = `No follow-up goes to ${person}${colleagues ? ` or anyone at ${colleagues.company}` : ""}.`;
  return { first, rest: [...next, end].join(" ") };
}

/** "12:29" today, else "Mon 16 Nov". */
export function sayBriefly(at: Date, now: Date, timeZone: string): string {
  const isToday = sayAhead(at, now, timeZone) === sayClock(at, timeZone);
  return isToday ? sayClock(at, timeZone) : sayDay(at, now, timeZone);
}
