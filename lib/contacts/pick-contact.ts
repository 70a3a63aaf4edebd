import { and, eq, isNull, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { contactListMembers, contacts } from "@/db/schema/contacts";

export type PickedContact = {
  person: typeof contacts.$inferSelect | null;
  /** Place of the person, from 1; 0 when there is nobody. */
  place: number;
  of: number;
};

/**
 * One person of a list, or of all contacts, by place in the order they came.
 * @param index from 1; beyond the ends it wraps around.
 */
export async function pickContact(tx: TeamTransaction, listId: string | null, index: number): Promise<PickedContact> {
  const among = listId
    ? sql`exists (select 1 from ${contactListMembers} m where m.contact_id = ${contacts.id} and m.list_id = ${listId})`
    : undefined;
  const here = and(isNull(contacts.archivedAt), among);
  const [count] = await tx.select({ of: sql<number>`count(*)::int` }).from(contacts).where(here);
  const of = count?.of ?? 0;
  if (of === 0) return { person: null, place: 0, of };
  const place = ((((index - 1) % of) + of) % of) + 1;
  const [row] = await (listId
    ? tx
        .select({ id: contacts.id })
        .from(contactListMembers)
        .innerJoin(contacts, eq(contacts.id, contactListMembers.contactId))
        .where(and(eq(contactListMembers.listId, listId), isNull(contacts.archivedAt)))
        .orderBy(contactListMembers.addedAt, contacts.createdAt, contacts.id)
    : tx.select({ id: contacts.id }).from(contacts).where(here).orderBy(contacts.createdAt, contacts.id)
  )
    .limit(1)
    .offset(place - 1);
  const [person] = row ? await tx.select().from(contacts).where(eq(contacts.id, row.id)) : [];
  return { person: person ?? null, place, of };
}
