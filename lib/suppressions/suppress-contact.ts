import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { endEverywhere } from "../campaigns/end-contact";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { suppressAddress } from "./suppress-address";

/**
 * A person of the team decides that an address gets no more mail: it ends in every campaign.
 * @returns in how many campaigns it ended. @throws AppError "not_found" for another team's contact.
 */
export async function suppressContact(scope: Scope, contactId: string, now: Date): Promise<number> {
  return withTeam(scope, async (tx) => {
    const [contact] = await tx.select({ email: contacts.email }).from(contacts).where(eq(contacts.id, contactId));
    if (!contact) throw new AppError("not_found");
    await suppressAddress(tx, { email: contact.email, reason: "by hand", campaignContactId: null, memberId: scope.memberId });
    const ended = await endEverywhere(tx, scope, contactId, "suppressed", now);
    await recordActivity(tx, scope, { verb: "suppressed", at: now, contactId });
    return ended;
  });
}
