/** How many letters a text from outside may have. An input takes one of these, and its sentence says the number. */
export const mostLetters = {
  /** A moment as ISO text, with any zone and fraction that a browser writes. */
  instant: 40,
  /** What a program calls something: a zone, a field. */
  word: 64,
  short: 80,
  name: 120,
  line: 200,
  reason: 300,
  address: 320,
  lines: 500,
  subject: 998,
  note: 2000,
  /** The text of a campaign's step or of a template. */
  template: 50_000,
  /** The whole text of one mail. */
  mail: 200_000,
} as const;

/** Days in a rule: those of a week. */
export const mostDays = 7;

/** Columns of a file, and so fields of a contact. */
export const mostFields = 200;
