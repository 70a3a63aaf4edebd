import { isColumnName } from "../../columns/is-column-name";
import { type FoundDialect, findDialect } from "./dialect/find-dialect";
import { usualWidth } from "./dialect/score-rows";
import { shortText } from "./doubts/short-text";
import { findHeader } from "./header/find-header";
import { encodings } from "./letters/encodings";
import { type FoundLetters, findLetters } from "./letters/find-letters";
import { decode } from "./letters/text-reader";
import { type Doubt, dividerNames, type Findings, type Reading } from "./reading";

/** What is looked at: the beginning of a file, lines from the rest of it with letters beyond ASCII, and whether that is all of it. */
export type Sample = { head: Uint8Array; strange: Uint8Array; isWhole: boolean };

/** How a file is read, why, and what of that is doubtful. Pure: the same bytes are always read in the same way. */
export function detectReading({ head, strange, isWhole }: Sample): { reading: Reading; findings: Findings } {
  const letters = findLetters(strange.length > 0 ? Buffer.concat([head, strange]) : head);
  const text = decode(head, letters.encoding);
  const dialect = findDialect(text, isWhole);
  const header = findHeader(dialect.rows, isColumnName);
  const top = header.line === null && /^\ufeff?\s*"?sep=/i.test(text) ? 1 : 0;
  const above = header.line === null ? top : header.line - 1;
  const doubts = [
    lettersDoubt(letters, head),
    unclosedDoubt(dialect.unclosed),
    dividerDoubt(dialect),
    headerDoubt(header),
  ].flatMap((one) => one ?? []);
  const reading = { ...dialect.dialect, encoding: letters.encoding, headerLine: header.line, skipTop: top, skipEnd: 0 };
  return {
    reading,
    findings: {
      letters: `${letters.why}.`,
      divider: sayDivider(dialect),
      quotes: sayQuotes(dialect, text),
      header: `${header.why}.`,
      top:
        above === 0
          ? "nothing. Empty lines never count."
          : `${above === 1 ? "one line" : `${above} lines`} above the columns’ names.`,
      optedOut: null,
      found: reading,
      asFound: doubts,
      doubts,
    },
  };
}

function sayDivider({ dialect, rows, saidBy }: FoundDialect): string {
  if (saidBy) return "the file says so in its first line.";
  const widths = rows.map(({ cells }) => cells.length);
  const usual = usualWidth(rows.map(({ cells }) => cells));
  if (usual === 1) return "each line is one cell.";
  const share = widths.filter((one) => one === usual).length / Math.max(1, widths.length);
  const where = share === 1 ? "in each line" : share > 0.9 ? "in nearly every line" : "in most lines";
  return `${usual - 1} ${where}${dialect.quote ? ", outside quotes" : ""}.`;
}

function sayQuotes({ dialect, unclosed }: FoundDialect, text: string): string {
  const mark = dialect.quote ?? '"';
  const count = text.split(`${mark}`).length - 1;
  if (count === 0) return "no cell is quoted.";
  if (dialect.quote === null) return "quotation marks that do not pair.";
  const cells = Math.ceil(count / 2).toLocaleString("en");
  const never = unclosed === null ? "" : ` One, in line ${unclosed.toLocaleString("en")}, never closes.`;
  return `${count <= 2 ? "one cell is" : `some ${cells} cells are`} quoted${dialect.escape === "backslash" ? ", with \\ before a quote inside" : ""}.${never}`;
}

function lettersDoubt({ encoding, doubt, others }: FoundLetters, head: Uint8Array): Doubt | null {
  if (!doubt) return null;
  const here = decode(head, encoding);
  const place = here.search(/[^\p{ASCII}]/u);
  const word = (text: string) =>
    shortText(/\S*[^\p{ASCII}]\S*/u.exec(text.slice(Math.max(0, place - 20), place + 200))?.[0] ?? "", 30);
  const differ = others.filter((one) => decode(head, one) !== here).slice(0, 2);
  const line = place < 0 ? null : here.slice(0, place).split(/\r\n|\r|\n/).length;
  const instead = differ[0] ? ` As ${encodings[differ[0]]} “${word(here)}” would be “${word(decode(head, differ[0]))}”.` : "";
  return {
    kind: "letters",
    line,
    lastLine: line,
    title: doubt.replace(/\.$/, ""),
    detail: `They are read as ${encodings[encoding]}.${place < 0 ? "" : instead}`,
    offers: differ.map((one) => ({ label: encodings[one].replace(/ \(.*/, ""), change: { encoding: one } })),
  };
}

/** @param unclosed the line on which a quotation begins that never ends. */
export function unclosedDoubt(unclosed: number | null): Doubt | null {
  if (unclosed === null) return null;
  return {
    kind: "unclosed",
    line: unclosed,
    lastLine: null,
    title: `A quotation that begins in line ${unclosed.toLocaleString("en")} never ends`,
    detail: "Everything behind it would be one cell. A quotation mark is missing there, or the file was cut off.",
    offers: [{ label: "Read quotes as text", change: { quote: null } }],
    blocks: true,
  };
}

function dividerDoubt({ sure, dialect }: FoundDialect): Doubt | null {
  if (sure) return null;
  return {
    kind: "divider",
    line: null,
    lastLine: null,
    title: "What divides the cells is not certain",
    detail: `${dividerNames[dialect.divider]} fits best, another nearly as well. Look whether the rows below are whole.`,
    offers: [],
  };
}

function headerDoubt({ line, doubt }: { line: number | null; doubt: string | null }): Doubt | null {
  if (!doubt) return null;
  return {
    kind: "header",
    line,
    lastLine: line,
    title: doubt.replace(/\.$/, ""),
    detail: "None of its cells is a name of a column that is known here.",
    offers: [{ label: "It is a person", change: { headerLine: null } }],
  };
}
