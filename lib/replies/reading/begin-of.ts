import type { Place } from "./place";
import type { OwnMailbox } from "./read-own";

/** How far reading goes back of what is known, where it begins or Microsoft lost our place. */
const hoursBack = 1;
/** What came into a mailbox before it was read as a whole is taken in as far back as this: Junk keeps nothing longer. */
const mostDays = 30;
const hourMs = 3_600_000;

/** The instant at which reading of a folder begins where there is no place to go on from. */
export function beginOf(
  { lastMessageAt, lastPolledAt }: Place,
  { connectedAt }: Pick<OwnMailbox, "connectedAt">,
  now: Date,
): Date {
  const earliest = new Date(now.getTime() - mostDays * 24 * hourMs);
  const connected = connectedAt && connectedAt > earliest ? connectedAt : connectedAt && earliest;
  const known = lastMessageAt ?? lastPolledAt ?? connected ?? now;
  return new Date(known.getTime() - hoursBack * hourMs);
}
