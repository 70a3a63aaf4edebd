/** A cell that is an address and nothing else, also as `mailto:` and in angle brackets behind a name. */
export const isAddress = (cell: string): boolean =>
  cell.length < 330 && /^\s*(?:[^<>@]*<)?(?:mailto:)?[^\s@<>,;"'|]+@[^\s@<>,;"'|]+\.[^\s@<>,;"'|.]{2,}>?[.;,]?\s*$/i.test(cell);

const address = /[^\s@<>,;:"'|~\t^]+@[^\s@<>,;:"'|~\t^]+\.[\p{L}\p{N}-]{2,}/gu;

/** How many addresses stand in a text, wherever. */
export const countAddresses = (text: string): number => text.match(address)?.length ?? 0;

const number = /^[+-]?[\d\s.,'’]*\d\s?[%€$£]?$/;
const date = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?$/;
const url = /^(?:https?:\/\/|www\.)\S+$/i;

/** A cell that names a value and no column: a number, a date, an address of the web or of mail. */
export const isValue = (cell: string): boolean => {
  const text = cell.trim();
  return text !== "" && text.length < 500 && (number.test(text) || date.test(text) || url.test(text) || isAddress(text));
};
