import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { endContact } from "./end-contact";
import { readAct } from "./words/read-act";
import { sayHandedOver } from "./words/say-handed-over";

/**
 * Ends a campaign for one contact by hand. What only holds back is never refused. `takeBackStop` is the way back.
 * @returns what was so already: that it had ended, or that a mail is with Exchange. @throws AppError "not_found".
 */
export async function stopContact(scope: Scope, campaignContactId: string, now: Date): Promise<{ was: string | null }> {
  return withTeam(scope, async (tx) => {
    const [contact] = await tx
      .select()
      .from(campaignContacts)
      .where(eq(campaignContacts.id, campaignContactId))
      .for("no key update");
    if (!contact) throw new AppError("not_found");
    const { teamId, memberId } = scope;
    const { campaignId, contactId } = contact;
    if (!(await endContact(tx, { teamId, campaignContactId, memberId }, "stopped by hand", now))) {
      const { when } = await readAct(tx, { by: contact.stoppedBy, at: contact.completedAt }, { memberId, now });
      return { was: `It had ended already${when}: ${contact.endedReason ?? "completed"}.` };
    }
    await recordActivity(tx, scope, { verb: "stopped a contact", campaignId, contactId, at: now });
    return { was: await sayHandedOver(tx, scope, { contactId, campaignId }, now) };
  });
}
