import type { Temporal } from "temporal-polyfill";
import { checkRules } from "./check-rules";
import { nextOpening } from "./next-opening";
import type { SendingRules } from "./types";

/** Whether mail could ever leave under these rules from now on; false for rules that are not sound. */
export function hasSendingDayAhead(rules: SendingRules, now: Temporal.Instant): boolean {
  return checkRules(rules).length === 0 && nextOpening(rules, now) !== null;
}
