import { normalAddress } from "../mail/address";
import { checkAddress } from "../mail/check-address";
import type { Mapping, Target } from "./suggest-mapping";

/** A row as it becomes a contact. */
export type MappedRow = {
  email: string;
  emailNorm: string;
  firstName: string | null;
  lastName: string | null;
  name: string | null;
  company: string | null;
  fields: Record<string, string>;
  raw: Record<string, string>;
};

/** A name beyond this is a row that went wrong, and an index could not hold it. */
const longest = 500;
const names: [Target, string][] = [
  ["name", "name"],
  ["first_name", "first name"],
  ["last_name", "last name"],
  ["company", "company"],
];

/** Turns the cells of a row into a contact, or says why it cannot become one. */
export function mapRow(mapping: Mapping, cells: string[]): { row: MappedRow } | { refused: string; email: string } {
  const value = (target: Target) => cellOf(mapping, cells, target);
  const email = readAddress(value("email"));
  const wrong = checkAddress(email);
  const long = names.find(([target]) => value(target).length > longest);
  if (wrong || long) return { refused: wrong ?? `The ${long?.[1]} is longer than ${longest} characters`, email };
  const full = value("name") || null;
  const firstName = value("first_name") || full?.split(/\s+/)[0] || null;
  const lastName = value("last_name") || null;
  const fields = new Map<string, string>();
  const raw = new Map<string, string>();
  const columns = Math.max(mapping.length, cells.length);
  for (let column = 0; column < columns; column += 1) {
    const cell = (cells[column] ?? "").trim();
    const { header = "", target = "skip" } = mapping[column] ?? {};
    // A row may have more cells than the header names; what is left over stays in the record of the row.
    raw.set(unlike(raw, header || `Column ${column + 1}`), cell);
    if (target.startsWith("field:") && cell !== "") fields.set(target.slice(6), cell);
  }
  return {
    row: {
      email,
      emailNorm: normalAddress(email),
      firstName,
      lastName,
      name: full ?? ([firstName, lastName].filter(Boolean).join(" ") || null),
      company: value("company") || null,
      // By entries: a column may be named like what every object has, such as "__proto__".
      fields: Object.fromEntries(fields),
      raw: Object.fromEntries(raw),
    },
  };
}

/** The cell of the column that becomes `target`; empty when there is none. */
export function cellOf(mapping: Mapping, cells: string[], target: Target): string {
  const column = mapping.findIndex((one) => one.target === target);
  return column < 0 ? "" : (cells[column] ?? "").trim();
}

/** The address of a cell: also of `mailto:lea@hale.example` and of `Lea Hale <lea@hale.example>`. */
export function readAddress(cell: string): string {
  return (/^[^<>]*<([^<>]+)>$/.exec(cell)?.[1] ?? cell).trim().replace(/^mailto:/i, "");
}

function unlike(taken: Map<string, string>, name: string): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name} (${count})`;
  return free;
}
