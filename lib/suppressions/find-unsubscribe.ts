import { and, eq, isNull } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { suppressions } from "@/db/schema/suppressions";
import { teams } from "@/db/schema/teams";
import { normalAddress } from "../mail/address";

export type UnsubscribeLink = {
  teamId: string;
  teamName: string;
  postalAddress: string | null;
  campaignContactId: string;
  email: string;
  /** Such as `l…i@hotmail.com`: enough to know oneself, useless to others. */
  maskedEmail: string;
  done: boolean;
};

/** Who an unsubscribe link belongs to; null for a link we never made. Works after the contact was archived. */
export async function findUnsubscribe(token: string): Promise<UnsubscribeLink | null> {
  if (!/^[0-9a-f]{64}$/.test(token)) return null;
  const [row] = await withSystem("unsubscribe link", (tx) =>
    tx
      .select({ teamId: campaignContacts.teamId, id: campaignContacts.id })
      .from(campaignContacts)
      .where(eq(campaignContacts.unsubscribeToken, token)),
  );
  if (!row) return null;
  return withTeam({ teamId: row.teamId, memberId: null }, async (tx) => {
    const [person] = await tx
      .select({ email: campaignContacts.recipientEmail })
      .from(campaignContacts)
      .where(eq(campaignContacts.id, row.id));
    const [team] = await tx.select({ name: teams.name, postalAddress: teams.postalAddress }).from(teams);
    if (!person || !team) return null;
    const open = await tx
      .select({ id: suppressions.id })
      .from(suppressions)
      .where(
        and(
          eq(suppressions.emailNorm, normalAddress(person.email)),
          eq(suppressions.reason, "unsubscribed"),
          isNull(suppressions.liftedAt),
        ),
      );
    return {
      teamId: row.teamId,
      teamName: team.name,
      postalAddress: team.postalAddress,
      campaignContactId: row.id,
      email: person.email,
      maskedEmail: maskEmail(person.email),
      done: open.length > 0,
    };
  });
}

/** First and last letter of the name before the @, the domain in full. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const name = email.slice(0, at);
  return `${name.slice(0, 1)}…${name.length > 1 ? name.slice(-1) : ""}${email.slice(at)}`;
}
