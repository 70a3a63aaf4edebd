import { and, eq, isNull } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import type { Mapping } from "../columns/mapping";
import { AppError } from "../errors/app-error";
import type { Findings, Reading } from "../files/reading/reading";
import type { CountedFile } from "./count/counted-file";

type Row = typeof uploadBatches.$inferSelect;

/** An upload of a file, with what its columns become and what its rows come to. */
export type UploadRow = Omit<Row, "counted"> & { mapping: Mapping; counted: CountedFile | null };

/** One whose file lies here, with how it is read. */
export type KeptUpload = Omit<UploadRow, "reading" | "findings"> & { reading: Reading; findings: Findings };

/** One upload of a file. @throws AppError "not_found", also while the file still comes. */
export async function findUpload(tx: TeamTransaction, uploadId: string): Promise<UploadRow> {
  const [upload] = await tx
    .select()
    .from(uploadBatches)
    .where(and(eq(uploadBatches.id, uploadId), isNull(uploadBatches.byHand)));
  if (!upload?.headers) throw new AppError("not_found");
  const mapping = Array.isArray(upload.columnMapping) ? (upload.columnMapping as Mapping) : [];
  return { ...upload, mapping, counted: upload.counted as CountedFile | null };
}

/** The same, of which the file lies here. @throws AppError "not_found" where it does not: it came to an earlier version, or its time is over. */
export async function findKept(tx: TeamTransaction, uploadId: string): Promise<KeptUpload> {
  const { reading, findings, ...upload } = await findUpload(tx, uploadId);
  if (!reading || !findings) throw new AppError("not_found");
  return { ...upload, reading: reading as Reading, findings: findings as Findings };
}
