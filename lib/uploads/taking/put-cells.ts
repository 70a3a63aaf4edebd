import type { Change, Changed, Contact } from "../../contacts/merge-known";

type Cells = Changed["cells"];
const own = ["firstName", "lastName", "name", "company"] as const;
type Own = (typeof own)[number];

/** What stands in a cell, as a change names it. */
export function cellOf(contact: Contact, key: string): string | null {
  if (!key.startsWith("field:")) return contact[key as Own];
  const name = key.slice(6);
  return Object.hasOwn(contact.fields, name) ? (contact.fields[name] ?? null) : null;
}

/** What makes these cells of a contact say again what they said before a file changed them, or after. */
export function putCells(contact: Contact, cells: Cells, keys: readonly string[], which: "before" | "after"): Change {
  const change: Change = {};
  // By entries: a field may be named like what every object has, such as "__proto__".
  let fields = Object.entries(contact.fields);
  for (const key of keys) {
    const value = cells[key]?.[which === "before" ? 0 : 1] ?? null;
    if (!key.startsWith("field:")) {
      change[key as Own] = value;
      continue;
    }
    const name = key.slice(6);
    const others = fields.filter(([other]) => other !== name);
    fields = value === null ? others : [...others, [name, value]];
    change.fields = Object.fromEntries(fields);
  }
  return change;
}
