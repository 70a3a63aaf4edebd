import type { OwnMailbox } from "./read-own";

/** Nobody takes a mailbox without a licence for one that comes back within the minute. */
export function isResting({ trouble, troubleUntil }: OwnMailbox, now: Date): boolean {
  return trouble === "no_licence" && troubleUntil !== null && troubleUntil > now;
}
