import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { openRows } from "../../files/kept/open-rows";
import { isBlank, type PlacedRow } from "../../files/reading/reading";
import { findKept, type KeptUpload } from "../find-upload";
import { importRows, type Turn } from "./import-rows";

/** So many rows are one transaction: a crash repeats what left nothing behind. */
const rowsAtOnce = 5000;
/** So many letters are, too: rows may be long, and what Postgres takes at once ends at 256 MB. */
const lettersAtOnce = 4_000_000;

/**
 * Turns the next rows of an upload into contacts, for about so long. While some are written, the next are read. Two processes never import the same rows: each
 * writes only behind the place where the one before ended.
 * @param limits rows are begun for so many milliseconds, and so many are one transaction. @returns whether none is left.
 * @throws AppError "invalid" where the file cannot be read on, with the line.
 */
export async function processRows(
  scope: Scope,
  uploadId: string,
  now: Date,
  { longest = 20_000, atOnce = rowsAtOnce } = {},
): Promise<{ done: boolean }> {
  const upload = await withTeam(scope, (tx) => findKept(tx, uploadId));
  if (upload.status !== "processing") return { done: true };
  const began = performance.now();
  let place = { offset: upload.readOffset, line: upload.readLine };
  let writing: Promise<Turn> = Promise.resolve("taken");
  let waiting: PlacedRow[] = [];
  // Each row carries the names of its columns.
  const beside = upload.mapping.reduce((sum, { header }) => sum + header.length, 0);
  let letters = 0;
  const write = async (): Promise<Turn> => {
    const turn = await writing;
    const last = waiting.at(-1);
    if (turn !== "taken" || !last) return turn;
    const behind = { offset: last.end, line: last.lastLine };
    writing = importRows(scope, upload, waiting, { before: place, behind, now });
    // Awaited with the next; until then its failure is nobody's.
    writing.catch(() => {});
    [place, waiting] = [behind, []];
    return "taken";
  };
  for await (const row of openRows(scope, upload, upload.reading, { from: place, lines: upload.counted?.lines ?? null })) {
    if (isBlank(row.cells)) continue;
    waiting.push(row);
    letters += row.cells.reduce((sum, cell) => sum + cell.length, beside);
    if (waiting.length < atOnce && letters < lettersAtOnce) continue;
    letters = 0;
    const turn = await write();
    if (turn !== "taken") return { done: turn === "over" };
    if (performance.now() - began > longest) return { done: (await writing) === "over" };
  }
  await write();
  const turn = await writing;
  if (turn === "taken") await finish(scope, upload, now);
  return { done: turn !== "another's" };
}

function finish(scope: Scope, { id }: KeptUpload, now: Date): Promise<unknown> {
  return withTeam(scope, (tx) =>
    tx
      .update(uploadBatches)
      .set({ status: "completed", finishedAt: now })
      .where(and(eq(uploadBatches.id, id), eq(uploadBatches.status, "processing"))),
  );
}

/** What a person reads of an import that could not go on. */
const sentence =
  "It stopped: something failed on our side again and again. What was read is kept; import the file again for the rest.";

/** Ends an import that cannot go on. Rows that became contacts already stay; one that ended otherwise meanwhile stays as it is. */
export async function failUpload(scope: Scope, uploadId: string, now: Date): Promise<void> {
  await withTeam(scope, (tx) =>
    tx
      .update(uploadBatches)
      .set({ status: "failed", error: sentence, finishedAt: now })
      .where(and(eq(uploadBatches.id, uploadId), eq(uploadBatches.status, "processing"))),
  );
}
