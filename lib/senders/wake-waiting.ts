import type { TeamTransaction } from "@/db/access/with-team";
import { emit } from "../events/emit";
import { notificationUrl } from "../microsoft/subscriptions/notification-url";
import { tellPassed } from "../slots/tell-passed";
import { wakeMailbox } from "../slots/wake-mailbox";

/** A mailbox is back: it is read, watched and tested at once, its domain looked up, and its campaigns go on. */
export async function wakeWaiting(tx: TeamTransaction, teamId: string, senderAccountId: string, now: Date) {
  const stamp = `${senderAccountId}:${now.getTime()}`;
  await emit(tx, "mailbox/poll", [{ eventId: `connected:${stamp}`, data: { teamId, senderAccountId } }]);
  if (notificationUrl()) await emit(tx, "mailbox/watch", [{ eventId: `watch:${stamp}`, data: { teamId, senderAccountId } }]);
  await emit(tx, "mailbox/test", [{ eventId: `test:${stamp}`, data: { teamId, senderAccountId } }]);
  await emit(tx, "domain/check", [{ eventId: `domain:${stamp}`, data: { teamId, senderAccountId } }]);
  await emit(tx, "mailbox/back", [{ eventId: `back:${stamp}`, data: { teamId, senderAccountId } }]);
  await tellPassed(tx, teamId, senderAccountId, now);
  await wakeMailbox(tx, teamId, senderAccountId);
}
