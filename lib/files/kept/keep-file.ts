import { isAscii } from "node:buffer";
import { sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { AppError } from "../../errors/app-error";
import { isWorkbook, noTable } from "./no-table";
import { readWorkbook, workbookMegabytes } from "./read-workbook";

/** A piece of a file, as it lies in the database. */
export const partBytes = 1024 * 1024;
const mostMegabytes = 1024;

/** What is looked at to find how a file is read: its first megabyte, and lines from all of it that hold other letters than ASCII. */
export type KeptFile = { bytes: number; head: Buffer; strange: Buffer };

/** Of each piece so many places, and so much around each at most. */
const [placesOfPart, around, mostStrange] = [40, 2000, 1024 * 1024];

/**
 * Keeps a file while it comes, a megabyte a row. A workbook of Excel's is kept as the CSV of its first sheet.
 * @throws AppError "invalid" for what is no table, "too_large".
 */
export async function keepFile(scope: Scope, uploadId: string, body: AsyncIterable<Uint8Array>): Promise<KeptFile> {
  const kept: KeptFile = { bytes: 0, head: Buffer.alloc(0), strange: Buffer.alloc(0) };
  let place = 0;
  for await (const part of asParts(asTable(body))) {
    if (place === 0) {
      const wrong = noTable(part);
      if (wrong) throw new AppError("invalid", wrong);
      kept.head = part;
    } else if (kept.strange.length < mostStrange) kept.strange = Buffer.concat([kept.strange, strangeLines(part)]);
    kept.bytes += part.length;
    if (kept.bytes > mostMegabytes * partBytes)
      throw new AppError("too_large", "The file is larger than 1 GB. Nothing was kept.");
    await withTeam(scope, (tx) =>
      tx.execute(sql`insert into upload_parts (upload_batch_id, place, bytes) values (${uploadId}, ${place}, ${part})`),
    );
    place += 1;
  }
  if (kept.bytes === 0) throw new AppError("invalid", "The file is empty. Nothing was kept.");
  return kept;
}

/** The bytes of a file, or what a workbook's first sheet would be as one. */
async function* asTable(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const workbook: Uint8Array[] = [];
  let first = Buffer.alloc(0);
  let [begun, length] = [false, 0];
  for await (const bytes of body) {
    if (begun) yield bytes;
    else if (workbook.length > 0) {
      workbook.push(bytes);
      length += bytes.length;
      if (length > workbookMegabytes * partBytes)
        throw new AppError(
          "too_large",
          `A workbook may have ${workbookMegabytes} MB. Save the table as CSV and choose that file. Nothing was kept.`,
        );
    } else {
      first = Buffer.concat([first, bytes]);
      if (first.length < 4000) continue;
      if (isWorkbook(first)) workbook.push(first);
      else {
        begun = true;
        yield first;
      }
    }
  }
  if (workbook.length > 0 || (!begun && isWorkbook(first)))
    yield await readWorkbook(Buffer.concat(workbook.length > 0 ? workbook : [first]));
  else if (!begun) yield first;
}

async function* asParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    let rest = piece;
    while (length + rest.length >= partBytes) {
      const taken = partBytes - length;
      yield Buffer.concat([...waiting, rest.subarray(0, taken)]);
      rest = rest.subarray(taken);
      [waiting, length] = [[], 0];
    }
    if (rest.length > 0) waiting.push(Buffer.from(rest));
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** Whole lines of a piece that hold bytes beyond ASCII, some of them. */
function strangeLines(part: Buffer): Buffer {
  if (isAscii(part)) return Buffer.alloc(0);
  const lines: Buffer[] = [];
  let at = part.indexOf(10) + 1;
  while (at < part.length && lines.length < placesOfPart) {
    const end = part.indexOf(10, at);
    if (end < 0) break;
    const line = part.subarray(at, Math.min(end, at + around) + 1);
    if (line.length <= around && !isAscii(line)) lines.push(line);
    at = end + 1;
  }
  return Buffer.concat(lines);
}
