import { Temporal } from "temporal-polyfill";
import { endOfDelay } from "../../schedule/end-of-delay";
import { startOfWindow } from "../../schedule/start-of-window";
import type { SendingRules } from "../../schedule/types";

/**
 * Until when somebody who is away is left alone: on the day they are back they have enough to read, so that the next mail waits for the
 * working day after it; where no day is known, for some days from their answer.
 * @param back the first day on which they are there, "2026-11-24"; null where none is known.
 */
export function holdUntil(
  rules: Pick<SendingRules, "timeZone" | "windowStart">,
  { back, from, days }: { back: string | null; from: Temporal.Instant; days: number },
): Temporal.Instant {
  if (back === null) return endOfDelay(from, { days, hours: 0, minutes: 0 }, rules);
  let day = Temporal.PlainDate.from(back).add({ days: 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return startOfWindow(rules, day.toString());
}
