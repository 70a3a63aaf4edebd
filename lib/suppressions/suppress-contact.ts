import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { endEverywhere } from "../campaigns/end-contact";
import { readAct } from "../campaigns/words/read-act";
import { sayHandedOver } from "../campaigns/words/say-handed-over";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { findSuppression } from "./find-suppression";
import { suppressPerson } from "./suppress-person";

/**
 * A person of the team decides that somebody gets no more mail, at none of their addresses: every campaign ends. What only holds back is never refused.
 * @returns in how many campaigns it ended, the entries of the list that this added, and what was so already: that it was suppressed, or that a mail is
 * with Exchange.
 * @throws AppError "not_found" for another team's contact.
 */
export async function suppressContact(
  scope: Scope,
  contactId: string,
  now: Date,
): Promise<{ ended: number; entryIds: string[]; was: string | null }> {
  return withTeam(scope, async (tx) => {
    const [contact] = await tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, contactId));
    if (!contact) throw new AppError("not_found");
    const was = await saySuppressed(tx, scope, contactId, now);
    await suppressPerson(tx, contactId, { reason: "by hand", campaignContactId: null, memberId: scope.memberId });
    const ended = await endEverywhere(tx, scope, contactId, "suppressed", now);
    const entryIds = await readAdded(tx, contactId);
    // By its entry the act is found again that is taken back; of a second press in another tab there is none.
    const [id] = entryIds;
    await recordActivity(tx, scope, { verb: "suppressed", at: now, contactId, ...(id ? { detail: { id } } : {}) });
    return { ended, entryIds, was: was ?? (await sayHandedOver(tx, scope, { contactId }, now)) };
  });
}

/** The database dates what is added in a transaction by its beginning. */
async function readAdded(tx: TeamTransaction, contactId: string): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select s.id from suppressions s join contact_addresses a on a.address_norm = s.email_norm
        where a.contact_id = ${contactId} and s.lifted_at is null and s.created_at = now() order by s.email_norm`,
  );
  return rows.map(({ id }) => id);
}

/** Who suppressed the person before, and why; null where nobody did. */
async function saySuppressed(tx: TeamTransaction, scope: Scope, contactId: string, now: Date): Promise<string | null> {
  const open = await findSuppression(tx, contactId);
  if (!open) return null;
  const { who, when } = await readAct(tx, { by: open.createdBy, at: open.createdAt }, { memberId: scope.memberId, now });
  if (open.reason === "by hand") return `${who} suppressed this address already${when}.`;
  return `This address was suppressed already${when}: ${open.reason}.`;
}
