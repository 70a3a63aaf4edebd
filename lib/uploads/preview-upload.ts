import { asc, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadRows } from "@/db/schema/contacts";
import { countRowsInside, type UploadCounts } from "./count-rows";
import { findUpload, type UploadRow } from "./find-upload";
import type { Mapping } from "./suggest-mapping";

export type UploadPreview = {
  upload: UploadRow & { mapping: Mapping };
  /** The first twenty rows as they are. */
  rows: { line: number; cells: string[] }[];
  counts: UploadCounts;
};

/** Enough to judge a cell, an address that is too long included; a file may hold cells of a megabyte. */
const longestShown = 300;

/** What the columns page shows: the first rows, and how all rows would count under the suggested mapping. */
export function previewUpload(scope: Scope, uploadId: string): Promise<UploadPreview> {
  return withTeam(scope, async (tx) => {
    const upload = await findUpload(tx, uploadId);
    const rows = await tx
      .select({ line: uploadRows.line, cells: uploadRows.cells })
      .from(uploadRows)
      .where(eq(uploadRows.uploadBatchId, uploadId))
      .orderBy(asc(uploadRows.line))
      .limit(20);
    const column = upload.mapping.findIndex((one) => one.target === "email");
    return {
      upload,
      rows: rows.map((row) => ({ line: row.line, cells: (row.cells as string[]).map((cell) => cell.slice(0, longestShown)) })),
      counts: await countRowsInside(tx, uploadId, column),
    };
  });
}
