import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadBatches, uploadRows } from "@/db/schema/contacts";
import { findUpload, type UploadRow } from "./find-upload";

/** The team's last imports, newest first. */
export function listUploads(scope: Scope): Promise<UploadRow[]> {
  return withTeam(scope, (tx) =>
    tx
      .select()
      .from(uploadBatches)
      .where(and(isNull(uploadBatches.byHand), isNotNull(uploadBatches.headers)))
      .orderBy(desc(uploadBatches.createdAt))
      .limit(10),
  );
}

export type Refused = { line: number; cells: string[]; reason: string };

/** An upload with the rows it refused, at most 200. @throws AppError "not_found". */
export function readResult(scope: Scope, uploadId: string) {
  return withTeam(scope, async (tx) => {
    const upload = await findUpload(tx, uploadId);
    const rows = await tx
      .select({ line: uploadRows.line, cells: uploadRows.cells, reason: uploadRows.reason })
      .from(uploadRows)
      .where(and(eq(uploadRows.uploadBatchId, uploadId), eq(uploadRows.state, "refused")))
      .orderBy(uploadRows.line)
      .limit(200);
    const refused: Refused[] = rows.map((row) => ({ line: row.line, cells: row.cells as string[], reason: row.reason ?? "" }));
    return { upload, refused };
  });
}
