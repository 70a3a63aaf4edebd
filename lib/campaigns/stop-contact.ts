import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { endContact } from "./end-contact";

/** Ends a campaign for one contact by hand. @throws AppError "not_found", "conflict" when it had ended already. */
export async function stopContact(scope: Scope, campaignContactId: string, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [contact] = await tx.select().from(campaignContacts).where(eq(campaignContacts.id, campaignContactId));
    if (!contact) throw new AppError("not_found");
    const { teamId, memberId } = scope;
    if (!(await endContact(tx, { teamId, campaignContactId, memberId }, "stopped by hand", now))) {
      throw new AppError("conflict", "The campaign had ended for this person already.");
    }
    const { campaignId, contactId } = contact;
    await recordActivity(tx, scope, { verb: "stopped a contact", campaignId, contactId, at: now });
  });
}
