import { invisibleMarks } from "../../mail/invisible";

const needs = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|^\s|\s$|^["“„]/u;

/**
 * A cell as it is kept. Control characters have no place in it, and Postgres keeps no NUL; line ends stay, as notes have them; marks that turn the direction of
 * writing make an address or a name look like another. Quotation marks with a blank after them are still around their cell.
 */
export function cleanCell(cell: string): string {
  if (!needs.test(cell)) return cell;
  const text = cell
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]+/gu, " ")
    .replace(invisibleMarks, "")
    .trim();
  return /^"(?:[^"]|\B"(?=\w)[^"]*")*"$/.test(text) || /^[“„][^“”„]*[”“]$/.test(text) ? text.slice(1, -1).trim() : text;
}
