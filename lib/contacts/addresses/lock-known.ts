import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { contacts, uploadBatches } from "@/db/schema/contacts";
import type { Contact } from "../merge-known";
import { findByAddress } from "./find-by-address";

/** `isHidden`: the import that had made them was taken back. */
type Known = { contact: Contact; isHidden: boolean };

/** Whom the team knows already, by whichever of these addresses of theirs, held until they are written. */
export function lockKnown(tx: TeamTransaction, emails: string[]): Promise<Map<string, Known>> {
  // Whoever edits one of them in this moment is waited for: what they wrote is what is filled up.
  return gather(tx, emails, (ids) => peopleOf(tx, ids).orderBy(contacts.id).for("no key update"));
}

/** The same, as they are, held by nobody. */
export function findKnown(tx: TeamTransaction, emails: string[]): Promise<Map<string, Known>> {
  return gather(tx, emails, (ids) => peopleOf(tx, ids));
}

function peopleOf(tx: TeamTransaction, ids: string[]) {
  return tx
    .select({
      contact: contacts,
      isHidden: sql<boolean>`archived_at is not null and exists (select 1 from ${uploadBatches} b where b.taken_act = archive_act)`,
    })
    .from(contacts)
    .where(sql`${contacts.id} = any(${sql.param(ids)}::uuid[])`);
}

async function gather(tx: TeamTransaction, emails: string[], read: (ids: string[]) => PromiseLike<Known[]>) {
  const owners = await findByAddress(tx, emails);
  if (owners.size === 0) return new Map<string, Known>();
  const rows = await read([...new Set([...owners.values()].map((owner) => owner.contactId))]);
  const people = new Map(rows.map((row) => [row.contact.id, row]));
  return new Map(
    [...owners].flatMap(([email, { contactId }]) => {
      const known = people.get(contactId);
      return known ? [[email, known] as const] : [];
    }),
  );
}
