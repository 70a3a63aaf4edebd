import type { SuppressionReason } from "@/db/schema/words";

/** From what weighs least; what the team decided weighs nothing beside a person's own wish (keep_suppressions in drizzle/0017_limits.sql). */
export const grave: SuppressionReason[] = ["asked in a reply", "complained", "unsubscribed"];

/** The reason that weighs more; of the team's own, the first. */
export function graver(one: SuppressionReason, other: SuppressionReason): SuppressionReason {
  return grave.indexOf(other) > grave.indexOf(one) ? other : one;
}
