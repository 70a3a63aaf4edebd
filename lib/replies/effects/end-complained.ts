import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { endEverywhere } from "../../campaigns/end-contact";
import { recordActivity } from "../../events/record-activity";
import { watchGuard } from "../../senders/guard/watch-guard";
import { suppressPerson } from "../../suppressions/suppress-person";
import type { About } from "./about";

/** Somebody, or their provider for them, called a mail of ours spam: they hear no more, and administrators are told. */
export async function endComplained(tx: TeamTransaction, scope: Scope, about: About, now: Date): Promise<void> {
  const { contactId, campaignId, campaignContactId, singleMailId, recipient } = about;
  const entry = { reason: "complained", campaignContactId, singleMailId, memberId: null } as const;
  await suppressPerson(tx, contactId, entry, recipient ? [recipient] : []);
  await endEverywhere(tx, { teamId: scope.teamId }, contactId, "complained", now);
  await recordActivity(tx, scope, { verb: "received a complaint", contactId, detail: { campaignId }, at: now });
  await watchGuard(tx, scope, about, now);
}
