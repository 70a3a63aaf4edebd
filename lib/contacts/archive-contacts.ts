import { and, inArray, isNotNull, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";

/** Takes contacts out of lists and searches; what was sent to them stays. @returns how many. */
export async function archiveContacts(scope: Scope, contactIds: string[], now: Date): Promise<number> {
  const rows = await withTeam(scope, (tx) =>
    tx
      .update(contacts)
      .set({ archivedAt: now, updatedAt: now })
      .where(and(inArray(contacts.id, contactIds), isNull(contacts.archivedAt)))
      .returning({ id: contacts.id }),
  );
  return rows.length;
}

/** Brings archived contacts back. @returns how many. */
export async function restoreContacts(scope: Scope, contactIds: string[], now: Date): Promise<number> {
  const rows = await withTeam(scope, (tx) =>
    tx
      .update(contacts)
      .set({ archivedAt: null, updatedAt: now })
      .where(and(inArray(contacts.id, contactIds), isNotNull(contacts.archivedAt)))
      .returning({ id: contacts.id }),
  );
  return rows.length;
}
