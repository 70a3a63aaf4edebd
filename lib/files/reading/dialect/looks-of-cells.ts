/** A cell that is an address and nothing else, also as `mailto:` and in angle brackets behind a name. */
export const isAddress = (cell: string): boolean =>
  cell.length < 330 && /^\s*(?:[^<>@]*<)?(?:mailto:)?[^\s@<>,;"'|]+@[^\s@<>,;"'|]+\.[^\s@<>,;"'|.]{2,}>?[.;,]?\s*$/i.test(cell);

const aboutAt = /[^\s@<>,;:"'|~^]@[^\s@<>,;:"'|~^]+\.[\p{L}\p{N}-]{2,}/u;

/** How many addresses stand in a text, wherever. Looked for about each @: what stands far from one is none of an address, and would be read again and again. */
export function countAddresses(text: string): number {
  const parts = text.split("@");
  let count = 0;
  for (let at = 1; at < parts.length; at += 1)
    if (aboutAt.test(`${(parts[at - 1] ?? "").slice(-1)}@${(parts[at] ?? "").slice(0, 255)}`)) count += 1;
  return count;
}

const number = /^[+-]?[\d\s.,'’]*\d\s?[%€$£]?$/;
const date = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?$/;
const url = /^(?:https?:\/\/|www\.)\S+$/i;

/** A cell that names a value and no column: a number, a date, an address of the web or of mail. */
export const isValue = (cell: string): boolean => {
  const text = cell.trim();
  return text !== "" && text.length < 500 && (number.test(text) || date.test(text) || url.test(text) || isAddress(text));
};
