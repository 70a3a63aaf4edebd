import type { Temporal } from "temporal-polyfill";
import { DAY_MS } from "./clock/day-ms";
import { dayKey, toInstant } from "./clock/instants";
import { zoneClock } from "./clock/zone-clock";
import type { SendingRules } from "./types";

/** A calendar day of the campaign's zone: its key ("2026-11-24") and its bounds, `start` inside, `end` outside. */
export type LocalDay = { key: string; start: Temporal.Instant; end: Temporal.Instant };

/** The calendar day whose daily limit a mail sent at this instant counts against. */
export function localDay(rules: Pick<SendingRules, "timeZone">, instant: Temporal.Instant): LocalDay {
  const clock = zoneClock(rules.timeZone);
  const day = clock.dayOf(instant.epochMilliseconds);
  return {
    key: dayKey(day),
    start: toInstant(clock.firstAt(day * DAY_MS)),
    end: toInstant(clock.firstAt((day + 1) * DAY_MS)),
  };
}
