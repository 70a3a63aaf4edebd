import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { actOnMessage } from "../effects/act-on-message";
import { lockConcerned } from "../effects/lock-concerned";
import type { Match } from "../match-message";
import type { UnplacedMessage } from "./lock-unplaced";

const noMail = {
  campaignContactId: null,
  campaignId: null,
  singleMailId: null,
  deliveryId: null,
  sentEmailId: null,
  recipient: null,
};

/** What a message does once it is known whose it is, as if it had been known when it came. @param match the mail it joins, if any. */
export async function actOn(
  tx: TeamTransaction,
  scope: Scope,
  message: UnplacedMessage,
  contactId: string,
  match: Match | null,
  now: Date,
): Promise<void> {
  const about = { ...(match ?? noMail), contactId };
  await lockConcerned(tx, message, about);
  await actOnMessage(tx, { ...scope, memberId: null }, message, about, now);
}
