import type { Temporal } from "temporal-polyfill";
import { toInstant, toMs } from "./clock/instants";
import { shiftByDelay } from "./clock/shift-by-delay";
import { zoneClock } from "./clock/zone-clock";
import { nextOpening } from "./next-opening";
import type { Delay, SendingRules } from "./types";

/**
 * When the next mail of a contact may leave at the earliest: the delay after the real send of the mail before, moved
 * into the window. Days keep the time of day across changes of the clock, hours and minutes are exact. Null when
 * these rules never open.
 */
export function addDelay(previousSentAt: Temporal.Instant, delay: Delay, rules: SendingRules): Temporal.Instant | null {
  const due = shiftByDelay(zoneClock(rules.timeZone), toMs(previousSentAt), delay);
  return nextOpening(rules, toInstant(due));
}
