import type { contacts } from "@/db/schema/contacts";
import type { KnownPolicy } from "@/db/schema/words";

export type Contact = typeof contacts.$inferSelect;
export type Change = Partial<Pick<Contact, "firstName" | "lastName" | "name" | "company" | "fields" | "archivedAt">>;
/** What a row of a file says of somebody. */
type Given = Pick<Contact, "firstName" | "lastName" | "name" | "company" | "fields">;

/**
 * What a row of a file changes in a contact that is known already; null for nothing. An empty cell never erases. `fill` writes
 * only where nothing is known, `overwrite` wherever the file says something, `leave` nothing.
 */
export function mergeKnown(contact: Contact, row: Given, policy: KnownPolicy): Change | null {
  if (policy === "leave") return null;
  const change: Change = {};
  const take = (now: string | null | undefined, given: string | null) =>
    given !== null && given !== "" && (policy === "overwrite" ? given !== now : !now?.trim());
  for (const key of ["firstName", "lastName", "name", "company"] as const)
    if (take(contact[key], row[key])) change[key] = row[key];
  // Own fields alone: every object has a "constructor".
  const known = (name: string) => (Object.hasOwn(contact.fields, name) ? contact.fields[name] : null);
  const fields = Object.fromEntries(Object.entries(row.fields).filter(([name, given]) => take(known(name), given)));
  if (Object.keys(fields).length > 0) change.fields = { ...contact.fields, ...fields };
  if (contact.archivedAt) change.archivedAt = null;
  return Object.keys(change).length > 0 ? change : null;
}

/** What became of somebody by a change: each cell that is another now, as it was and as it became (`field:` and its name for a field), and how they had been archived. */
export type Changed = {
  cells: Record<string, [before: string | null, after: string]>;
  archived?: { at: string; act: string | null };
};

/** What a change makes of a contact, to be taken back. @param change as `mergeKnown` gave it. */
export function changedBy(contact: Contact, change: Change): Changed {
  const cells = (["firstName", "lastName", "name", "company"] as const).flatMap((key) =>
    change[key] ? [[key, [contact[key], change[key]]] as const] : [],
  );
  const fields = Object.entries(change.fields ?? {}).flatMap(([name, after]) => {
    const before = Object.hasOwn(contact.fields, name) ? (contact.fields[name] ?? null) : null;
    return before === after ? [] : [[`field:${name}`, [before, after]] as const];
  });
  return {
    cells: Object.fromEntries([...cells, ...fields]) as Changed["cells"],
    ...(contact.archivedAt && change.archivedAt === null
      ? { archived: { at: contact.archivedAt.toISOString(), act: contact.archiveAct } }
      : {}),
  };
}
