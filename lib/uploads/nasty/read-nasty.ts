import { mapperOf } from "../../columns/map-row";
import { suggestColumns } from "../../columns/suggest-columns";
import { noTable } from "../../files/kept/no-table";
import { detectReading } from "../../files/reading/detect-reading";
import { DoubtCollector } from "../../files/reading/doubts/collect-doubts";
import { headRows } from "../../files/reading/head-rows";
import { readRows } from "../../files/reading/read-rows";
import { type Doubt, isBlank, type PlacedRow } from "../../files/reading/reading";
import { splitText } from "../../files/reading/split-text";
import { soundAddress } from "../../mail/sound-address";
import type { NastyFile } from "./nasty-file";

/** What came of a nasty file: whom its rows become, and how many rows nobody. */
export type ReadFile = {
  refused: string | null;
  names: string[] | null;
  people: { email: string; cells: string[] }[];
  others: number;
  leftOut: number;
  doubts: Doubt[];
};

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads a file as the product does, without its database. @param size bytes that come at once. */
export async function readNasty(file: NastyFile, size = Number.POSITIVE_INFINITY): Promise<ReadFile> {
  const bytes = file.bytes();
  const nothing: ReadFile = { refused: noTable(bytes), names: null, people: [], others: 0, leftOut: 0, doubts: [] };
  if (nothing.refused) return nothing;
  const { reading, findings } = detectReading({ head: bytes, strange: new Uint8Array(), isWhole: true });
  const { names, rows, lines, width } = headRows(bytes, reading, true);
  const { mapping } = suggestColumns(names, rows);
  const map = mapperOf(mapping);
  const seen = new DoubtCollector(reading, mapping.length || width);
  const all: PlacedRow[] = [];
  let stopped: Doubt[] = [];
  try {
    for await (const row of readRows(pieces(bytes, Math.min(size, bytes.length)), reading)) {
      if (isBlank(row.cells)) continue;
      all.push(row);
      seen.take(row);
    }
  } catch (error) {
    const title = error instanceof Error ? error.message : String(error);
    stopped = [{ kind: "unclosed", line: null, lastLine: null, title, detail: "", offers: [], blocks: true }];
  }
  const mapped = all.map(({ cells }) => ({ cells, mapped: map(cells) }));
  const people = mapped.flatMap(({ cells, mapped: one }) => ("row" in one ? [{ email: one.row.email, cells }] : []));
  const above = lines.slice(0, Math.max(reading.skipTop, (reading.headerLine ?? 1) - 1));
  const endsLine = /[\n\r]\s*$/.test(lines.join("\n")) || lines.at(-1) === "";
  return {
    refused: null,
    names,
    people,
    others: all.length - people.length,
    leftOut: splitText(above.filter((line) => !/^\ufeff?"?sep=/i.test(line)).join("\n"), reading).rows.filter(
      ({ cells }) => !isBlank(cells.map((cell) => cell.trim())),
    ).length,
    doubts: [...findings.doubts, ...stopped, ...seen.doubts(endsLine)],
  };
}

/** What of a file was not read as a person would; nothing where all of it was. */
export function differences(file: NastyFile, read: ReadFile): string[] {
  if (file.refused) return read.refused || read.people.length === 0 ? [] : ["read although it is no table"];
  if (read.refused) return file.people.length === 0 ? [] : [`refused: ${read.refused}`];
  const wrong: string[] = [];
  const emails = (people: { email: string }[]) => people.map(({ email }) => soundAddress(email).toLowerCase());
  const [wanted, got] = [emails(file.people), emails(read.people)];
  if (wanted.join("\n") !== got.join("\n")) {
    const missing = wanted.filter((one) => !got.includes(one)).slice(0, 4);
    const extra = got.filter((one) => !wanted.includes(one)).slice(0, 4);
    wrong.push(`people ${got.length} of ${wanted.length}, missing ${missing.join(" ")}, not meant ${extra.join(" ")}`);
  }
  if (read.others + read.leftOut !== file.others)
    wrong.push(`others ${read.others} + ${read.leftOut} left out, not ${file.others}`);
  if (
    file.header !== undefined &&
    JSON.stringify(read.names) !== JSON.stringify(file.header) &&
    !isLonger(read.names, file.header)
  )
    wrong.push(`header ${JSON.stringify(read.names)}, not ${JSON.stringify(file.header)}`);
  if (wrong.length > 0) return wrong;
  for (const [place, { email, ...cells }] of file.people.entries()) {
    for (const [column, cell] of Object.entries(cells)) {
      const found = cellUnder(read, place, column);
      if (found !== cell) wrong.push(`${email}: ${column} is ${JSON.stringify(found)}, not ${JSON.stringify(cell)}`);
    }
  }
  return wrong.slice(0, 3);
}

/** A name more at the end, of a column that the header does not name, is no difference. */
function isLonger(names: string[] | null, wanted: string[] | null): boolean {
  return (
    names !== null &&
    wanted !== null &&
    names.length > wanted.length &&
    wanted.every((name, n) => names[n] === name) &&
    names.slice(wanted.length).every((one) => one === "")
  );
}

function cellUnder({ names, people }: ReadFile, place: number, column: string): string | undefined {
  const numbered = /^column (\d+)$/.exec(column);
  const at = names?.indexOf(column) ?? -1;
  return people[place]?.cells[at >= 0 ? at : numbered ? Number(numbered[1]) - 1 : -1];
}
