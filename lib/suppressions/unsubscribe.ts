import { eq } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { endEverywhere } from "../campaigns/end-contact";
import { AppError } from "../errors/app-error";
import { watchGuard } from "../senders/guard/watch-guard";
import { findUnsubscribe, type UnsubscribeLink } from "./find-unsubscribe";
import { suppressPerson } from "./suppress-person";

/**
 * The person behind a link hears no more from this team: every address of theirs is suppressed, and every campaign ends.
 * Needs no sign-in; doing it again changes nothing. Only ever called for a POST: link checkers open every GET.
 * @throws AppError "not_found" for a link we never made.
 */
export async function unsubscribe(token: string, now: Date): Promise<UnsubscribeLink> {
  const link = await findUnsubscribe(token);
  if (!link) throw new AppError("not_found");
  await withTeam({ teamId: link.teamId, memberId: null }, async (tx) => {
    const [own] = await tx
      .select({ contactId: campaignContacts.contactId })
      .from(campaignContacts)
      .where(eq(campaignContacts.id, link.campaignContactId));
    if (!own) throw new AppError("not_found");
    // The address may have been corrected since the mail left: the person means all of theirs.
    const entry = { reason: "unsubscribed", campaignContactId: link.campaignContactId, memberId: null } as const;
    await suppressPerson(tx, own.contactId, entry, [link.email]);
    await endEverywhere(tx, { teamId: link.teamId }, own.contactId, "unsubscribed", now);
    await watchGuard(tx, link, link.campaignContactId, now);
  });
  return { ...link, done: true };
}
