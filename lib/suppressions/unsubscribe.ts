import { withTeam } from "@/db/access/with-team";
import { endEverywhere } from "../campaigns/end-contact";
import { AppError } from "../errors/app-error";
import { watchGuard } from "../senders/guard/watch-guard";
import { findUnsubscribe, type UnsubscribeLink } from "./find-unsubscribe";
import { suppressPerson } from "./suppress-person";

/**
 * The person behind a link hears no more from this team: every address of theirs is suppressed, every campaign ends, and so does what is written to
 * them by hand. Needs no sign-in; doing it again changes nothing. Only ever called for a POST: link checkers open every GET.
 * @throws AppError "not_found" for a link we never made.
 */
export async function unsubscribe(token: string, now: Date): Promise<UnsubscribeLink> {
  const link = await findUnsubscribe(token);
  if (!link) throw new AppError("not_found");
  const { teamId, contactId, campaignContactId, singleMailId, email } = link;
  await withTeam({ teamId, memberId: null }, async (tx) => {
    // The address may have been corrected since the mail left: the person means all of theirs.
    const entry = { reason: "unsubscribed", campaignContactId, singleMailId, memberId: null } as const;
    await suppressPerson(tx, contactId, entry, [email]);
    await endEverywhere(tx, { teamId }, contactId, "unsubscribed", now);
    await watchGuard(tx, link, link, now);
  });
  return { ...link, done: true };
}
