import { type Scope, withTeam } from "@/db/access/with-team";
import { readHead } from "../files/kept/read-kept";
import { headRows } from "../files/reading/head-rows";
import { splitLine } from "../files/reading/split-line";
import { findKept, type KeptUpload } from "./find-upload";

/** A line as it lies in the file: cells and dividers in turn, so that what divides can be drawn. `held`: it belongs to a cell that opened on an earlier line. */
export type RawLine = { line: number; parts: string[]; held: boolean; inDoubt: boolean };

export type ReadingView = {
  upload: KeptUpload;
  /** The first lines, then those about each doubt; null between them where lines are left out. */
  lines: (RawLine | null)[];
  names: string[];
  rows: { line: number; lastLine: number; cells: string[]; inDoubt: boolean }[];
  /** Rows of the file; null while they are counted. */
  count: number | null;
};

const [firstLines, shownRows, longestLine, longestCell] = [3, 9, 400, 120];

/** How a file is read, with the lines and rows by which a person judges it. @throws AppError "not_found". */
export async function readReading(scope: Scope, uploadId: string): Promise<ReadingView> {
  const upload = await withTeam(scope, (tx) => findKept(tx, uploadId));
  const head = await readHead(scope, uploadId);
  const { lines, names, placed, width } = headRows(head, upload.reading, head.length === upload.bytes, upload.counted?.lines);
  const doubts = upload.findings.doubts.flatMap(({ line, lastLine }) =>
    line === null ? [] : [{ from: line, to: Math.min(lastLine ?? line, line + 3) }],
  );
  const inDoubt = (from: number, to: number) => doubts.some((one) => one.from <= to && from <= one.to);
  const wanted = new Set(Array.from({ length: firstLines }, (_, n) => n + 1));
  if (upload.reading.headerLine !== null) for (const n of [0, 1]) wanted.add(upload.reading.headerLine + n);
  for (const { from, to } of doubts.slice(0, 2)) for (let line = from; line <= to; line += 1) wanted.add(line);
  const shown = [...wanted].filter((line) => line <= lines.length && lines[line - 1] !== undefined).sort((a, b) => a - b);
  const raw = shown.flatMap((line, place): (RawLine | null)[] => {
    const row = placed.find((one) => one.line < line && line <= one.lastLine);
    const parts = splitLine((lines[line - 1] ?? "").slice(0, longestLine), upload.reading, row !== undefined);
    const one = { line, parts, held: row !== undefined, inDoubt: inDoubt(line, line) };
    return place > 0 && shown[place - 1] !== line - 1 ? [null, one] : [one];
  });
  const doubtful = placed.filter((row) => inDoubt(row.line, row.lastLine)).slice(0, 3);
  const rows = [...new Set([...placed.slice(0, 2), ...doubtful, ...placed.slice(2, shownRows)])]
    .slice(0, shownRows)
    .sort((a, b) => a.line - b.line);
  return {
    upload,
    lines: raw,
    names: Array.from({ length: width }, (_, column) => names?.[column] || `Column ${column + 1}`),
    rows: rows.map(({ line, lastLine, cells }) => ({
      line,
      lastLine,
      cells: cells.map((cell) => cell.slice(0, longestCell)),
      inDoubt: inDoubt(line, lastLine),
    })),
    count: upload.counted?.rows ?? null,
  };
}
