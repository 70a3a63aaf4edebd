import type { Temporal } from "temporal-polyfill";
import { toInstant, toMs } from "./clock/instants";
import { openPeriods } from "./clock/open-periods";
import type { SendingRules } from "./types";

/**
 * The earliest instant at or after the given one that lies in the window of a sending day: the instant itself when
 * the window is open. Null when these rules never open.
 */
export function nextOpening(rules: SendingRules, instant: Temporal.Instant): Temporal.Instant | null {
  const next = openPeriods(rules, toMs(instant)).next();
  return next.done ? null : toInstant(next.value.from);
}
