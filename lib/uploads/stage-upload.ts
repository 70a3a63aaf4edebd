import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";
import { directionOverrides } from "../mail/invisible";
import { oneLine } from "../mail/one-line";
import { type FileKind, readRecords } from "./file/read-records";
import { suggestMapping } from "./suggest-mapping";

const batchSize = 2000;
const fewestForSample = 50;

/**
 * Reads a CSV file into staging rows while it comes, with a suggestion for its columns. A file that cannot be read, has no rows
 * or no column with addresses leaves nothing behind.
 * @returns the upload's id. @throws AppError with the sentence a person reads.
 */
export async function stageUpload(scope: Scope, fileName: string, bytes: AsyncIterable<Uint8Array>, now: Date): Promise<string> {
  const uploadId = await begin(scope, fileName, now);
  try {
    const kind: FileKind = { delimiter: ",", encoding: "utf-8", bytes: 0 };
    let headers: string[] | null = null;
    let waiting: { line: number; cells: string[] }[] = [];
    const sample: string[][] = [];
    let total = 0;
    const flush = async () => {
      if (waiting.length === 0) return;
      const rows = JSON.stringify(waiting);
      waiting = [];
      await withTeam(scope, (tx) =>
        tx.execute(
          sql`insert into upload_rows (upload_batch_id, line, cells)
              select ${uploadId}::uuid, x.line, x.cells from jsonb_to_recordset(${rows}::jsonb) as x(line int, cells jsonb)`,
        ),
      );
    };
    for await (const record of readRecords(bytes, kind)) {
      if (!headers) {
        headers = record.cells;
        if (headers.length > 200) throw new AppError("invalid", "The file has more than 200 columns. Nothing was kept.");
        continue;
      }
      if (record.cells.every((cell) => cell === "")) continue;
      total += 1;
      if (sample.length < fewestForSample) sample.push(record.cells);
      waiting.push(record);
      if (waiting.length === batchSize) await flush();
    }
    await flush();
    if (!headers || total === 0) throw new AppError("invalid", "The file has a header but no rows. Nothing was kept.");
    const mapping = suggestMapping(headers, sample);
    if (!mapping.some((one) => one.target === "email")) {
      throw new AppError(
        "invalid",
        "No column of this file holds email addresses. Does its first line name the columns? Nothing was kept.",
      );
    }
    await withTeam(scope, (tx) =>
      tx
        .update(uploadBatches)
        .set({ headers, columnMapping: mapping, totalContacts: total, ...kind })
        .where(eq(uploadBatches.id, uploadId)),
    );
    return uploadId;
  } catch (error) {
    await withTeam(scope, (tx) => tx.delete(uploadBatches).where(eq(uploadBatches.id, uploadId)));
    throw error;
  }
}

/** Makes the upload's row; what a process that ended left half-read an hour ago goes. */
function begin(scope: Scope, fileName: string, now: Date): Promise<string> {
  return withTeam(scope, async (tx) => {
    await tx
      .delete(uploadBatches)
      .where(
        and(
          eq(uploadBatches.status, "pending"),
          isNull(uploadBatches.bytes),
          isNull(uploadBatches.byHand),
          lt(uploadBatches.createdAt, new Date(now.getTime() - 3_600_000)),
          sql`not exists (select 1 from contacts c where c.upload_batch_id = ${uploadBatches.id})`,
        ),
      );
    const [made] = await tx
      .insert(uploadBatches)
      .values({ fileName: cleanName(fileName), createdBy: scope.memberId, createdAt: now })
      .returning({ id: uploadBatches.id });
    if (!made) throw new Error("The upload was not written.");
    return made.id;
  });
}

/** A file's name as it can be shown and kept: no control characters, no marks of direction, no end. */
function cleanName(fileName: string): string {
  return [...oneLine(fileName.replace(directionOverrides, " "))].slice(0, 200).join("") || "contacts.csv";
}
