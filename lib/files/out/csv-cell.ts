/**
 * What a spreadsheet would take for a formula (OWASP, "CSV Injection": = + - @, tab and carriage return, and their full-width forms), behind any
 * apostrophes, so that what is put before it can be taken away again without a doubt.
 */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const guarded = /^''*[=+\-@\t\r＝＋－＠]/;

/** A value as a cell of a CSV file that a spreadsheet opens without running anything. */
export function writeCell(value: string | null): string {
  const text = value ?? "";
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The value of such a cell. */
export function readCell(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
