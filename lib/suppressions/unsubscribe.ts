import { eq } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { contacts } from "@/db/schema/contacts";
import { endEverywhere } from "../campaigns/end-contact";
import { AppError } from "../errors/app-error";
import { normalAddress } from "../mail/address";
import { findUnsubscribe, type UnsubscribeLink } from "./find-unsubscribe";
import { suppressAddress } from "./suppress-address";

/**
 * The person behind a link hears no more from this team: the address is suppressed and ends in every campaign.
 * Needs no sign-in; doing it again changes nothing. Only ever called for a POST: link checkers open every GET.
 * @throws AppError "not_found" for a link we never made.
 */
export async function unsubscribe(token: string, now: Date): Promise<UnsubscribeLink> {
  const link = await findUnsubscribe(token);
  if (!link) throw new AppError("not_found");
  await withTeam({ teamId: link.teamId, memberId: null }, async (tx) => {
    const [own] = await tx
      .select({ contactId: campaignContacts.contactId, email: contacts.email })
      .from(campaignContacts)
      .innerJoin(contacts, eq(contacts.id, campaignContacts.contactId))
      .where(eq(campaignContacts.id, link.campaignContactId));
    if (!own) throw new AppError("not_found");
    // The address may have been corrected since the mail left: the person means both.
    for (const email of new Set([link.email, own.email].map(normalAddress))) {
      await suppressAddress(tx, {
        email,
        reason: "unsubscribed",
        campaignContactId: link.campaignContactId,
        memberId: null,
      });
    }
    await endEverywhere(tx, { teamId: link.teamId }, own.contactId, "unsubscribed", now);
  });
  return { ...link, done: true };
}
