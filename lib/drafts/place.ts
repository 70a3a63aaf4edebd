import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, type SingleEnd } from "@/db/schema/words";
import type { Place } from "./lock-draft";
import { wakeRuns } from "./wake-runs";

/** Whether anything may still come of it. */
export function isOpen(place: Place): boolean {
  return place.kind === "campaign" ? openStatuses.includes(place.contact.status) : place.single.endedReason === null;
}

/** The sentence for a draft whose place is over. @param rest what did not happen. */
export function saysOver(place: Place, rest: string): string {
  return place.kind === "campaign"
    ? `The campaign has ended for this contact meanwhile. ${rest}`
    : `Nothing comes of this mail any more: ${wordsOfEnd[place.single.endedReason ?? "cancelled"]}. ${rest}`;
}

/** Said where an answer to what somebody wrote is to be worked like any other mail: what they wrote since would go unread. */
export const answersElsewhere =
  "This answers what somebody wrote, so it is written and signed in their thread. Nothing was changed.";

export function isAnswer(place: Place): boolean {
  return place.kind === "single" && place.single.answersMessageId !== null;
}

/** To stand after a comma, or as a sentence. */
export const wordsOfEnd = {
  sent: "it has left",
  cancelled: "it was cancelled",
  rejected: "it was rejected",
  discarded: "it was discarded",
  suppressed: "its reader is suppressed",
  "could not be sent": "it could not be sent",
} as const satisfies Record<SingleEnd, string>;

/** Tells the run that waits, or asks for one. */
export async function wakePlace(tx: TeamTransaction, teamId: string, place: Place, draftId: string, now: Date): Promise<void> {
  const none = { campaignId: null, campaignContactId: null, runId: null };
  // Told whether it has a run or not: one may be on its way.
  const of =
    place.kind === "single"
      ? none
      : { campaignId: place.campaign.id, campaignContactId: place.contact.id, runId: place.contact.runId ?? "" };
  await wakeRuns(tx, teamId, [{ id: draftId, ...of }], now);
}
