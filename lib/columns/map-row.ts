import { normalAddress } from "../mail/address";
import { checkAddress } from "../mail/check-address";
import { soundAddress } from "../mail/sound-address";
import type { Mapping, Target } from "./mapping";
import { splitName } from "./people/greeting-names";
import { readAddresses } from "./people/read-addresses";

/** A row as it becomes a contact. */
export type MappedRow = {
  email: string;
  emailNorm: string;
  firstName: string | null;
  lastName: string | null;
  name: string | null;
  company: string | null;
  /** No cell names them whole: the name is made of the first and the last. */
  isComposed: boolean;
  fields: Record<string, string>;
  raw: Record<string, string>;
};
export type Mapped = { row: MappedRow } | { refused: string };

/** Why a row is refused whose file says that they may not be mailed. */
export const outReason = "Asked elsewhere not to be mailed";

/** A name beyond this is a row that went wrong, and an index could not hold it. */
const longest = 500;
const names = [
  ["name", "name"],
  ["first_name", "first name"],
  ["last_name", "last name"],
  ["company", "company"],
] as const;

/** What turns the cells of a row into a contact, or says why it cannot become one. Made once a file: which cell is what is looked up for none of its rows. */
export function mapperOf(mapping: Mapping): (cells: string[]) => Mapped {
  const place = (target: Target) => mapping.findIndex((one) => one.target === target);
  const places = Object.fromEntries(
    ["email", ...names.map(([target]) => target)].map((target) => [target, place(target as Target)]),
  );
  const fields = mapping.flatMap(({ target }, column) =>
    target.startsWith("field:") ? [[column, target.slice(6)] as const] : [],
  );
  const address = addressOf(mapping);
  const headers = unlike(mapping.map(({ header }, column) => header || `Column ${column + 1}`));
  return (cells) => {
    const value = (target: string) => cells[places[target] ?? -1]?.trim() ?? "";
    const written = address(cells);
    const wrong = checkAddress(written);
    const long = names.find(([target]) => value(target).length > longest);
    if (wrong || long) return { refused: wrong ?? `The ${long?.[1]} is longer than ${longest} characters` };
    const email = soundAddress(written);
    const full = value("name") || null;
    const split = full === null ? null : splitName(full);
    const firstName = value("first_name") || split?.first || null;
    const lastName = value("last_name") || (places.first_name === -1 ? split?.last : null) || null;
    const filled = fields.flatMap(([column, name]) => {
      const cell = (cells[column] ?? "").trim();
      return cell === "" ? [] : [[name, cell] as const];
    });
    return {
      row: {
        email,
        emailNorm: normalAddress(email),
        firstName,
        lastName,
        // As the file says it: only the greeting is taken apart.
        name: full ?? ([firstName, lastName].filter(Boolean).join(" ") || null),
        company: value("company") || null,
        isComposed: full === null,
        // By entries: a column may be named like what every object has, such as "__proto__".
        fields: Object.fromEntries(filled),
        raw: Object.fromEntries(named(headers, cells)),
      },
    };
  };
}

/** What gives the address of a row: of the chosen column, or where that has none, of another that holds one of the same person. */
export function addressOf(mapping: Mapping): (cells: string[]) => string {
  const main = mapping.findIndex(({ target }) => target === "email");
  const others = mapping.flatMap(({ also, target }, column) => (also && target !== "email" && target !== "skip" ? [column] : []));
  const places = [...(main < 0 ? [] : [main]), ...(main < 0 ? [] : others)];
  return (cells) => readAddress(places.map((column) => cells[column]?.trim() ?? "").find((cell) => cell !== "") ?? "");
}

/** Every cell under the name of its column. A row may have more cells than the header names; what is left over stays in the record of the row. */
function named(headers: string[], cells: string[]): [string, string][] {
  const record = headers.map((header, column): [string, string] => [header, (cells[column] ?? "").trim()]);
  if (cells.length <= headers.length) return record;
  const taken = unlike([...headers, ...cells.slice(headers.length).map((_, n) => `Column ${headers.length + n + 1}`)]);
  return taken.map((header, column) => [header, (cells[column] ?? "").trim()]);
}

/** The cell of the column that becomes `target`; empty when there is none. */
export function cellOf(mapping: Mapping, cells: string[], target: Target): string {
  const column = mapping.findIndex((one) => one.target === target);
  return column < 0 ? "" : (cells[column] ?? "").trim();
}

/** The address of a cell, of several the first sound one; where none is sound, what stands in its place. */
function readAddress(cell: string): string {
  const all = readAddresses(cell);
  return all.find((address) => checkAddress(address) === null) ?? all[0] ?? "";
}

/** Names that are unlike each other: the second of a kind is "… (2)". */
function unlike(given: string[]): string[] {
  const taken = new Set<string>();
  return given.map((name) => {
    let free = name;
    for (let count = 2; taken.has(free); count += 1) free = `${name} (${count})`;
    taken.add(free);
    return free;
  });
}
