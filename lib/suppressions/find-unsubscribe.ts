import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionsOf } from "@/db/access/suppressions-of";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { singleMails } from "@/db/schema/letters";
import { teams } from "@/db/schema/teams";
import { normalAddress } from "../mail/address";
import { findToken } from "./leaving/find-token";
import { type LinkedTo, readWhy, type Why } from "./leaving/read-why";

export type UnsubscribeLink = LinkedTo & {
  teamId: string;
  teamName: string;
  postalAddress: string | null;
  contactId: string;
  email: string;
  /** Such as `l…i@hotmail.com`: enough to know oneself, useless to others. */
  maskedEmail: string;
  done: boolean;
  why: Why | null;
};

/** Who an unsubscribe link belongs to, of a campaign or of a mail by hand; null for a link we never made. Works after the contact was archived. */
export async function findUnsubscribe(token: string): Promise<UnsubscribeLink | null> {
  const found = await findToken(token);
  if (!found) return null;
  const { teamId, ...linked } = found;
  return withTeam({ teamId, memberId: null }, async (tx) => {
    const person = await readPerson(tx, linked);
    const [team] = await tx.select({ name: teams.name, postalAddress: teams.postalAddress }).from(teams);
    if (!person || !team) return null;
    // Where our mail went may be no address of theirs any more; and of an erased one only the hash is left.
    const open = await readRows<{ id: string }>(
      tx,
      sql`select s.id from suppressions s where s.email_norm = ${normalAddress(person.email)} and s.lifted_at is null and s.reason = 'unsubscribed'
          union all select s.id ${suppressionsOf(sql`${person.contactId}`)} and s.reason = 'unsubscribed' limit 1`,
    );
    return {
      teamId,
      teamName: team.name,
      postalAddress: team.postalAddress,
      ...linked,
      ...person,
      maskedEmail: maskEmail(person.email),
      done: open.length > 0,
      why: await readWhy(tx, linked),
    };
  });
}

async function readPerson(tx: TeamTransaction, { campaignContactId, singleMailId }: LinkedTo) {
  const [person] =
    campaignContactId === null
      ? await tx
          .select({ email: singleMails.recipientEmail, contactId: singleMails.contactId })
          .from(singleMails)
          .where(eq(singleMails.id, singleMailId))
      : await tx
          .select({ email: campaignContacts.recipientEmail, contactId: campaignContacts.contactId })
          .from(campaignContacts)
          .where(eq(campaignContacts.id, campaignContactId));
  return person;
}

/** First and last letter of the name before the @, the domain in full. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const name = email.slice(0, at);
  return `${name.slice(0, 1)}…${name.length > 1 ? name.slice(-1) : ""}${email.slice(at)}`;
}
