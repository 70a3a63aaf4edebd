import { and, eq, isNull } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";
import type { Mapping } from "./suggest-mapping";

export type UploadRow = typeof uploadBatches.$inferSelect;

/** One upload of a file. @throws AppError "not_found", also while the file is still read. */
export async function findUpload(tx: TeamTransaction, uploadId: string): Promise<UploadRow & { mapping: Mapping }> {
  const [upload] = await tx
    .select()
    .from(uploadBatches)
    .where(and(eq(uploadBatches.id, uploadId), isNull(uploadBatches.byHand)));
  if (!upload?.headers) throw new AppError("not_found");
  return { ...upload, mapping: mappingOf(upload) };
}

function mappingOf(upload: UploadRow): Mapping {
  return Array.isArray(upload.columnMapping) ? (upload.columnMapping as Mapping) : [];
}
