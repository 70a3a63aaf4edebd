import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { openStatuses } from "@/db/schema/words";
import { type Choice, chosenContacts } from "./filter-contacts";
import { isOpenByHand } from "./read-hand-mails";

/**
 * Takes contacts out of lists and searches; what was sent to them stays. Who is still in a campaign, or has an open mail by hand, is left: mail
 * would go on to somebody whom nobody sees.
 * @returns how many.
 */
export async function archiveContacts(scope: Scope, choice: Choice, now: Date): Promise<number> {
  const these = sql`${contacts.id} in (select p.id from contacts p where ${chosenContacts(choice)} and not exists (
    select 1 from campaign_contacts c where c.contact_id = p.id and c.status in ${anyOf(openStatuses)}) and not exists (
    select 1 from single_mails h left join letters l on l.id = h.letter_id where h.contact_id = p.id and ${isOpenByHand}))`;
  const rows = await withTeam(scope, async (tx) => {
    // First, and whether they have a mail in a statement of its own: a letter that was being kept meanwhile is seen.
    await tx.execute(
      sql`with locked as materialized (select p.id from contacts p where ${chosenContacts(choice)} and p.archived_at is null order by p.id for no key update)
          select count(*) from locked`,
    );
    return tx
      .update(contacts)
      .set({ archivedAt: now, updatedAt: now })
      .where(and(these, isNull(contacts.archivedAt)))
      .returning({ id: contacts.id });
  });
  return rows.length;
}

/** Brings archived contacts back: these, or all that were archived at one moment. @returns how many. */
export async function restoreContacts(scope: Scope, which: string[] | { archivedAt: Date }, now: Date): Promise<number> {
  const these = Array.isArray(which) ? inArray(contacts.id, which) : eq(contacts.archivedAt, which.archivedAt);
  const rows = await withTeam(scope, (tx) =>
    tx
      .update(contacts)
      .set({ archivedAt: null, updatedAt: now })
      .where(and(these, isNotNull(contacts.archivedAt)))
      .returning({ id: contacts.id }),
  );
  return rows.length;
}
