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
