import { fold } from "./fold";

const address = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>.,;]+$/;

/** The addresses of a cell: also of `mailto:lea@hale.example`, of `Lea Hale <lea@hale.example>` and of several, parted by , or ; */
export function addressesOf(cell: string): string[] {
  if (!cell.includes("@")) return [];
  // "Hale, Lea <lea@hale.example>" has a comma in the name.
  const [, named] = /^[^<>@]*<([^<>]+)>\s*$/.exec(cell) ?? [];
  const parts = (named ?? cell)
    .split(/[,;|\n]+|\s:::\s/)
    .map((part) => (/<([^<>]+)>\s*$/.exec(part)?.[1] ?? part).trim().replace(/^mailto:/i, ""))
    .filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => address.test(part)) ? parts : [];
}

/** Whether a cell could be the name of a person or of a company: letters, and no address, link, phone, number or date; "Booking.com" is a name, "booking.com" a link. */
export function isWording(cell: string): boolean {
  const text = cell.trim();
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  if (letters === 0 || digits > letters || text.length > 120) return false;
  return !/@|:\/\/|^www\.|^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/.test(text);
}

/** Yes, no and their like, which say nothing of who somebody is. */
export function isFlag(cell: string): boolean {
  return ["true", "false", "yes", "no", "ja", "nein", "oui", "non", "si", "y", "n", "on", "off"].includes(fold(cell));
}

/** The filled cells of a column, trimmed. */
export function filledOf(rows: string[][], column: number): string[] {
  return rows.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
}

/** How many of `cells` pass, from 0 to 1; 0 of none. */
export function shareOf(cells: string[], passes: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(passes).length / cells.length;
}
