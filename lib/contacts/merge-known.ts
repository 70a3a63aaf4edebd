import type { contacts } from "@/db/schema/contacts";
import type { KnownPolicy } from "@/db/schema/words";

export type Contact = typeof contacts.$inferSelect;
export type Change = Partial<Pick<Contact, "firstName" | "lastName" | "name" | "company" | "fields" | "archivedAt">>;
/** What a row of a file says of somebody. `isComposed`: no cell names them whole, so the name is made of the first and the last. */
type Given = Pick<Contact, "firstName" | "lastName" | "name" | "company" | "fields"> & { isComposed: boolean };

/** What a file may do to somebody known: to them at all, and cell by cell, under the names that `Changed` has. */
export type KnownRules = { all: KnownPolicy; of: (cell: string) => KnownPolicy };

/** The same for every cell. */
export const evenly = (policy: KnownPolicy): KnownRules => ({ all: policy, of: () => policy });

/**
 * What a row of a file changes in a contact that is known already; null for nothing. An empty cell never erases. `fill` writes
 * only where nothing is known, `overwrite` wherever the file says something, `leave` nothing. Whoever is archived comes back unless all are left.
 */
export function mergeKnown(contact: Contact, row: Given, rules: KnownRules): Change | null {
  const change: Change = {};
  const take = (policy: KnownPolicy, now: string | null | undefined, given: string | null) =>
    policy !== "leave" && given !== null && given !== "" && (policy === "overwrite" ? given !== now : !now?.trim());
  for (const key of row.isComposed
    ? (["firstName", "lastName", "company"] as const)
    : (["firstName", "lastName", "name", "company"] as const))
    if (take(rules.of(key), contact[key], row[key])) change[key] = row[key];
  if (row.isComposed) {
    const name = [change.firstName ?? contact.firstName, change.lastName ?? contact.lastName].filter(Boolean).join(" ");
    if (take(ofComposed(row, rules), contact.name, name)) change.name = name;
  }
  // Own fields alone: every object has a "constructor".
  const known = (name: string) => (Object.hasOwn(contact.fields, name) ? contact.fields[name] : null);
  const fields = Object.fromEntries(
    Object.entries(row.fields).filter(([name, given]) => take(rules.of(`field:${name}`), known(name), given)),
  );
  if (Object.keys(fields).length > 0) change.fields = { ...contact.fields, ...fields };
  if (contact.archivedAt && rules.all !== "leave") change.archivedAt = null;
  return Object.keys(change).length > 0 ? change : null;
}

/** A name made of two is written as boldly as the bolder of those that the row gives. */
function ofComposed(row: Given, rules: KnownRules): KnownPolicy {
  const given = (["firstName", "lastName"] as const).flatMap((key) => (row[key] ? rules.of(key) : []));
  return given.includes("overwrite") ? "overwrite" : given.includes("fill") ? "fill" : "leave";
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
