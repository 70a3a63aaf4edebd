import { countAddresses, isAddress } from "../dialect/looks-of-cells";
import { swallows } from "../dialect/score-rows";
import type { Doubt, FileRow, Reading } from "../reading";
import { afterwards, brokenLetters } from "./broken-letters";
import { shortText } from "./short-text";

/** So many rows of a kind are shown; the rest are counted. */
const shown = 3;
/** In a file of so few rows several addresses in a line may be several people. */
const fewRows = 2;
const say = (count: number, one: string, many: string) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

type Seen = { count: number; rows: FileRow[] };
const none = (): Seen => ({ count: 0, rows: [] });

/**
 * Notices, row by row, what in a file a person should look at: cells that swallowed rows, rows with more cells than columns, letters that were lost. What it keeps is a few rows of each
 * kind, however large the file.
 */
export class DoubtCollector {
  readonly #swallowed = none();
  readonly #wide = none();
  readonly #lost = none();
  readonly #damaged = none();
  #addresses = 0;
  #example = "";
  #last: FileRow | null = null;
  #rows = 0;
  #crowded: FileRow | null = null;

  constructor(
    readonly reading: Reading,
    /** How many cells most rows have. */
    readonly width: number,
  ) {}

  take(row: FileRow): void {
    this.#last = row;
    this.#rows += 1;
    const { cells } = row;
    if (this.#rows <= fewRows && countAddresses(cells.join(" ")) > 1) this.#crowded ??= row;
    if (row.lastLine > row.line) {
      const cell = cells.find((one) => swallows(one, this.reading.divider));
      if (cell !== undefined) {
        note(this.#swallowed, row);
        this.#addresses += cell.split(/[\s;,\t|]+/).filter(isAddress).length;
      }
    }
    if (cells.length > this.width && cells.slice(this.width).some((cell) => cell !== "")) note(this.#wide, row);
    for (const cell of cells) {
      if (cell.includes("\ufffd")) note(this.#lost, row);
      else if (brokenLetters.test(cell)) {
        this.#example ||= cell;
        note(this.#damaged, row);
      }
    }
  }

  /** @param endsLine whether the file ends with a line end. */
  doubts(endsLine: boolean): Doubt[] {
    return [
      this.#swallowing(),
      this.#crowding(),
      this.#widths(),
      this.#lostLetters(),
      this.#damage(),
      this.#cut(endsLine),
    ].flatMap((one) => one ?? []);
  }

  #swallowing(): Doubt | null {
    const [row] = this.#swallowed.rows;
    if (!row) return null;
    const cell = row.cells.find((one) => swallows(one, this.reading.divider)) ?? "";
    const only =
      this.#swallowed.count === 1
        ? "It is the only such place."
        : `There are ${this.#swallowed.count.toLocaleString("en")} such places.`;
    const lines = row.lastLine - row.line;
    return {
      kind: "swallowed",
      line: row.line,
      lastLine: row.lastLine,
      title: `A quoted cell swallowed ${this.#addresses > 0 ? say(this.#addresses, "address", "addresses") : say(lines, "line", "lines")}, line ${row.line.toLocaleString("en")}`,
      detail: `Its quote opens in “${shortText(cell.split("\n")[0] ?? "")}” and closes ${say(lines, "line", "lines")} later, so ${say(lines + 1, "line", "lines")} became one row. ${only}`,
      offers: [{ label: "Read quotes as text", change: { quote: null } }],
    };
  }

  /** Nearly everything stands in one line: a file whose line ends were lost, or addresses copied out of a mail. */
  #crowding(): Doubt | null {
    const row = this.#crowded;
    // Where a line names the columns a person may have an address in several of them.
    if (!row || this.#rows > fewRows || this.reading.headerLine !== null) return null;
    const count = countAddresses(row.cells.join(" "));
    return {
      kind: "widths",
      line: row.line,
      lastLine: row.lastLine,
      title: `Line ${row.line.toLocaleString("en")} holds ${say(count, "address", "addresses")}`,
      detail:
        "A line becomes one person. If these are several, the line ends were lost on the way: put each on a line of its own.",
      offers: [],
    };
  }

  #widths(): Doubt | null {
    const [row] = this.#wide.rows;
    if (!row) return null;
    const where = this.#wide.rows.map(({ line }) => line.toLocaleString("en")).join(", ");
    return {
      kind: "widths",
      line: row.line,
      lastLine: row.lastLine,
      title: `${say(this.#wide.count, "line has", "lines have")} a cell too many`,
      detail: `Most rows have ${say(this.width, "cell", "cells")}. What is beyond stays in the record of its row, and may mean that a divider stands in a cell without quotes: line ${where}${this.#wide.count > shown ? ` and ${(this.#wide.count - shown).toLocaleString("en")} more` : ""}.`,
      offers: [],
    };
  }

  #lostLetters(): Doubt | null {
    const [row] = this.#lost.rows;
    if (!row) return null;
    return {
      kind: "letters",
      line: row.line,
      lastLine: row.lastLine,
      title: `Letters of ${say(this.#lost.count, "cell", "cells")} cannot be read, line ${row.line.toLocaleString("en")}`,
      detail: "They show as �. Either they were lost before, or the file is written in other letters than it is read in.",
      offers: [],
    };
  }

  #damage(): Doubt | null {
    const [row] = this.#damaged.rows;
    if (!row) return null;
    return {
      kind: "letters",
      line: row.line,
      lastLine: row.lastLine,
      title: `Letters look wrong in ${say(this.#damaged.count, "cell", "cells")}, line ${row.line.toLocaleString("en")}`,
      detail: `“${shortText(this.#example)}” was “${shortText(afterwards(this.#example))}” once, it seems: the file was saved in the wrong letters before it came here.`,
      offers: [],
    };
  }

  #cut(endsLine: boolean): Doubt | null {
    const last = this.#last;
    if (endsLine || !last || this.width < 3 || last.cells.length >= this.width) return null;
    return {
      kind: "cut",
      line: last.line,
      lastLine: last.lastLine,
      title: "The last line ends in the middle",
      detail: `Line ${last.line.toLocaleString("en")} has ${say(last.cells.length, "cell", "cells")} of ${this.width.toLocaleString("en")}: the file may have been cut off. Rows behind it would be missing.`,
      offers: [],
    };
  }
}

function note(seen: Seen, row: FileRow) {
  if (seen.rows.at(-1)?.line === row.line) return;
  seen.count += 1;
  if (seen.rows.length < shown) seen.rows.push(row);
}
