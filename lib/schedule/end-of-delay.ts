import type { Temporal } from "temporal-polyfill";
import { toInstant, toMs } from "./clock/instants";
import { shiftByDelay } from "./clock/shift-by-delay";
import { zoneClock } from "./clock/zone-clock";
import type { Delay, SendingRules } from "./types";

/**
 * When the delay after the real send of the mail before ends, whatever the window says. Days keep the time of day across changes of
 * the clock, hours and minutes are exact.
 */
export function endOfDelay(
  previousSentAt: Temporal.Instant,
  delay: Delay,
  rules: Pick<SendingRules, "timeZone">,
): Temporal.Instant {
  return toInstant(shiftByDelay(zoneClock(rules.timeZone), toMs(previousSentAt), delay));
}
