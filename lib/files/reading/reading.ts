import type { Remembered } from "../../columns/mapping";
import type { OptedOut } from "../../columns/people/opted-out";
import type { Encoding } from "./letters/encodings";

/** What divides cells. `colon` and `caret` are rare, and found only where nothing else fits. */
export const dividers = [",", ";", "\t", "|", "~", "^", ":"] as const;
export type Divider = (typeof dividers)[number];
export const dividerNames: Record<Divider, string> = {
  ",": "Comma",
  ";": "Semicolon",
  "\t": "Tab",
  "|": "Bar",
  "~": "Tilde",
  "^": "Caret",
  ":": "Colon",
};

/** What stands around a cell that holds a divider or a line end; null: quotation marks are letters like others. */
export const quoteMarks = ['"', "'"] as const;
type QuoteMark = (typeof quoteMarks)[number] | null;

/** How the text of a file falls into cells. `escape`: a quotation mark inside quotes is written twice, or behind a backslash. */
export type Dialect = { divider: Divider; quote: QuoteMark; escape: "double" | "backslash" };

/** Everything that decides which rows a file has. Lines are lines of the file, from 1, as an editor counts them. */
export type Reading = Dialect & {
  encoding: Encoding;
  /** The line that names the columns; null: none does. Rows begin behind it. */
  headerLine: number | null;
  /** So many lines at the top are left out; the header stands below them. */
  skipTop: number;
  /** So many lines at the end are left out. */
  skipEnd: number;
};

/** One record of a file: the line it begins on, the line it ends on, and its cells. */
export type FileRow = { line: number; lastLine: number; cells: string[] };

/** Whether nothing stands in a row: blank cells, dividers of another kind, or a line drawn by dashes. */
export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => /^[;,|~^: ]*$/.test(cell) || (/^[-+=:_ ]*$/.test(cell) && /[-+=_]{3}/.test(cell)));

/** A row with the place behind it, where reading can go on later: bytes of the text as UTF-8. */
export type PlacedRow = FileRow & { end: number };

/** Something about a file that a person should look at before its rows become people. */
export type Doubt = {
  kind: "letters" | "divider" | "swallowed" | "unclosed" | "header" | "widths" | "cut";
  /** The line to show, from 1, and the last that belongs to it; null: it is about the whole file. */
  line: number | null;
  lastLine: number | null;
  title: string;
  detail: string;
  /** Other readings that may be meant, by what their button says. */
  offers: { label: string; change: Partial<Reading> }[];
  /** With it the file cannot be read to its end. */
  blocks?: true;
};

/** Why a file is read as it is, a sentence for each of its settings, and what is doubtful about it. */
export type Findings = {
  letters: string;
  divider: string;
  quotes: string;
  header: string;
  top: string;
  /** Who of it asked elsewhere not to be mailed; null: nothing says so. */
  optedOut: OptedOut | null;
  /** Where its columns are those of an earlier file. */
  remembered?: Remembered | null;
  /** The reading that was found, and what was doubtful about it before anything was counted or changed. */
  found: Reading;
  asFound: Doubt[];
  /** What is doubtful about it as it is read now. */
  doubts: Doubt[];
};
