import type { Temporal } from "temporal-polyfill";
import { allocateSlots } from "./allocate-slots";
import type { SendingRules } from "./types";

/** As far as a place is looked for. */
const horizonHours = 14 * 24;

/**
 * The next place for a mail that may not leave now: inside the window, a spacing behind those that were moved before it, and within what a mailbox sends in a
 * minute. Each day's limit is kept by the last check; here it is about the order.
 * @param taken when others of the campaign leave. @param mailboxTaken the same of all else from its mailbox. @returns `from` where there is no place in two weeks.
 */
export function placeBehind(
  rules: SendingRules,
  {
    now,
    from,
    taken,
    mailboxTaken = [],
  }: Record<"now" | "from", Temporal.Instant> & {
    taken: readonly Temporal.Instant[];
    mailboxTaken?: readonly Temporal.Instant[];
  },
): Temporal.Instant {
  const { slots } = allocateSlots({
    rules,
    now,
    horizonHours,
    used: {},
    taken,
    mailboxTaken,
    candidates: [{ id: "it", kind: "followup", notBefore: from }],
  });
  return slots[0]?.at ?? from;
}
