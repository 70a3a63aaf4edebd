import type { Temporal } from "temporal-polyfill";
import { toInstant } from "./clock/instants";
import { openPeriods } from "./clock/open-periods";
import { DAY_MS } from "./clock/zone-clock";
import type { SendingRules } from "./types";

/**
 * The first instant after the given one at which nothing may leave any more. Null when the window is closed then,
 * or never closes (looked at for nine days, so that any hour of every day has no close at midnight).
 */
export function windowClose(rules: SendingRules, instant: Temporal.Instant): Temporal.Instant | null {
  const ms = instant.epochMilliseconds;
  let close = ms;
  for (const period of openPeriods(rules, ms)) {
    if (period.from > close) break;
    close = period.to;
    if (close - ms > 9 * DAY_MS) return null;
  }
  return close === ms ? null : toInstant(close);
}
