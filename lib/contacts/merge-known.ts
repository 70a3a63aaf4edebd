import type { contacts } from "@/db/schema/contacts";
import type { KnownPolicy } from "@/db/schema/words";

export type Contact = typeof contacts.$inferSelect;
export type Change = Partial<Pick<Contact, "firstName" | "lastName" | "name" | "company" | "fields" | "archivedAt">>;
/** What a row of a file says of somebody. `isComposed`: no cell names them whole, so the name is made of the first and the last. */
type Given = Pick<Contact, "firstName" | "lastName" | "name" | "company" | "fields"> & { isComposed: boolean };

/** What a file may do to somebody known: to them at all, and cell by cell, under the names that `Changed` has. */
export type KnownRules = { all: KnownPolicy; of: (cell: string) => KnownPolicy };

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
  cells: Record<string, [before: string | null, after: string | null]>;
  /** `hidden`: an import that was taken back had taken them with it. */
  archived?: { at: string; act: string | null; hidden?: true };
};

/** Somebody whom an import that was taken back had made, as the next file has them: nothing of what that one said stays. */
export function asNew(row: Given): Change {
  const { firstName, lastName, name, company, fields } = row;
  return { firstName, lastName, name, company, fields, archivedAt: null };
}

/** What a change makes of a contact, to be taken back. @param change as `mergeKnown` gave it, or `asNew`. */
export function changedBy(contact: Contact, change: Change, isHidden = false): Changed {
  const cells = (["firstName", "lastName", "name", "company"] as const).flatMap((key) =>
    key in change && change[key] !== contact[key] ? [[key, [contact[key], change[key] ?? null]] as const] : [],
  );
  const of = (fields: Contact["fields"], name: string) => (Object.hasOwn(fields, name) ? (fields[name] ?? null) : null);
  const { fields } = change;
  const names = fields ? [...new Set([...Object.keys(contact.fields), ...Object.keys(fields)])] : [];
  const changed = names.flatMap((name) => {
    const [before, after] = [of(contact.fields, name), of(fields ?? {}, name)];
    return before === after ? [] : [[`field:${name}`, [before, after]] as const];
  });
  return {
    cells: Object.fromEntries([...cells, ...changed]) as Changed["cells"],
    ...(contact.archivedAt && change.archivedAt === null
      ? { archived: { at: contact.archivedAt.toISOString(), act: contact.archiveAct, ...(isHidden ? { hidden: true } : {}) } }
      : {}),
  };
}
