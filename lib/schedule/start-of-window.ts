import { Temporal } from "temporal-polyfill";
import { DAY_MS } from "./clock/day-ms";
import { toInstant } from "./clock/instants";
import { readTime } from "./clock/read-rules";
import { zoneClock } from "./clock/zone-clock";
import type { SendingRules } from "./types";

/** When the window of a calendar day ("2026-11-24") opens, whether or not it is a sending day. */
export function startOfWindow(rules: Pick<SendingRules, "timeZone" | "windowStart">, day: string): Temporal.Instant {
  const midnight = Temporal.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds;
  return toInstant(zoneClock(rules.timeZone).firstAt(midnight + ((readTime(rules.windowStart) ?? 0) % DAY_MS)));
}
