import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { reopenEnded } from "./reopen-ended";

/**
 * Lets a campaign go on for a contact for whom somebody stopped it by hand: what was signed stays signed, and waits for its turn anew.
 * @throws AppError "not_found"; "conflict" where it was not stopped by hand, or something that happened since keeps it ended.
 */
export async function takeBackStop(scope: Scope, campaignContactId: string, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [contact] = await tx.select().from(campaignContacts).where(eq(campaignContacts.id, campaignContactId));
    if (!contact) throw new AppError("not_found");
    const { campaignId, contactId, completedAt: at } = contact;
    if (!at) throw new AppError("conflict", "The campaign goes on for them already.");
    if (contact.endedReason !== "stopped by hand")
      throw new AppError("conflict", "The campaign ended for another reason, so nothing is taken back.");
    const { open } = await reopenEnded(tx, scope, { contactIds: [contactId], at, notBefore: now, stopped: campaignContactId });
    if (open === 0)
      throw new AppError(
        "conflict",
        "They answered or may get no mail since, a mail is on its way, or the campaign was ended, so it stays stopped for them.",
      );
    await recordActivity(tx, scope, { verb: "took a stop back", campaignId, contactId, at: now });
  });
}
