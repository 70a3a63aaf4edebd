import type { SendingRules } from "../../../schedule/types";
import type { Breach } from "../breach";

/** The rules, but for the one that is broken on purpose. */
export function without(rules: SendingRules, breach: Breach | null): SendingRules {
  if (breach === "window") return { ...rules, windowStart: "00:00", windowEnd: "24:00" };
  return breach === "limit" ? { ...rules, dailyLimit: 10_000 } : rules;
}
