import type { Temporal } from "temporal-polyfill";
import { openPeriods } from "./clock/open-periods";
import type { SendingRules } from "./types";

/** Whether mail may leave at this instant by window and sending days; limit and spacing are not looked at. */
export function isInWindow(rules: SendingRules, instant: Temporal.Instant): boolean {
  const ms = instant.epochMilliseconds;
  const next = openPeriods(rules, ms).next();
  return !next.done && next.value.from <= ms;
}
