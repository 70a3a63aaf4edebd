import type { Temporal } from "temporal-polyfill";
import { endOfDelay } from "./end-of-delay";
import { nextOpening } from "./next-opening";
import type { Delay, SendingRules } from "./types";

/**
 * When the next mail of a contact may leave at the earliest: the end of its delay, moved into the window. Null when these rules never
 * open.
 */
export function addDelay(previousSentAt: Temporal.Instant, delay: Delay, rules: SendingRules): Temporal.Instant | null {
  return nextOpening(rules, endOfDelay(previousSentAt, delay, rules));
}
