import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionsOf } from "@/db/access/suppressions-of";
import { withSystem } from "@/db/access/with-system";
import { withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { teams } from "@/db/schema/teams";
import { normalAddress } from "../mail/address";
import { readWhy, type Why } from "./leaving/read-why";

export type UnsubscribeLink = {
  teamId: string;
  teamName: string;
  postalAddress: string | null;
  campaignContactId: string;
  email: string;
  /** Such as `l…i@hotmail.com`: enough to know oneself, useless to others. */
  maskedEmail: string;
  done: boolean;
  why: Why | null;
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
      .select({ email: campaignContacts.recipientEmail, contactId: campaignContacts.contactId })
      .from(campaignContacts)
      .where(eq(campaignContacts.id, row.id));
    const [team] = await tx.select({ name: teams.name, postalAddress: teams.postalAddress }).from(teams);
    if (!person || !team) return null;
    // Where our mail went may be no address of theirs any more; and of an erased one only the hash is left.
    const open = await readRows<{ id: string }>(
      tx,
      sql`select s.id from suppressions s where s.email_norm = ${normalAddress(person.email)} and s.lifted_at is null and s.reason = 'unsubscribed'
          union all select s.id ${suppressionsOf(sql`${person.contactId}`)} and s.reason = 'unsubscribed' limit 1`,
    );
    return {
      teamId: row.teamId,
      teamName: team.name,
      postalAddress: team.postalAddress,
      campaignContactId: row.id,
      email: person.email,
      maskedEmail: maskEmail(person.email),
      done: open.length > 0,
      why: await readWhy(tx, row.id),
    };
  });
}

/** First and last letter of the name before the @, the domain in full. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const name = email.slice(0, at);
  return `${name.slice(0, 1)}…${name.length > 1 ? name.slice(-1) : ""}${email.slice(at)}`;
}
