import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { uploadBatches, uploadRows } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";
import { mapRow } from "./map-row";
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

export type UploadPreview = {
  upload: UploadRow & { mapping: Mapping };
  /** Cells of the first row, by column. */
  example: string[];
  /** The first twenty rows as they are. */
  rows: { line: number; cells: string[] }[];
  known: string[];
  counts: { fresh: number; known: number; refused: number };
};

/** What the columns page shows: the first rows, who of them is known, and how all rows would count under a mapping. */
export function previewUpload(scope: Scope, uploadId: string): Promise<UploadPreview> {
  return withTeam(scope, async (tx) => {
    const upload = await findUpload(tx, uploadId);
    const rows = await tx
      .select({ line: uploadRows.line, cells: uploadRows.cells })
      .from(uploadRows)
      .where(eq(uploadRows.uploadBatchId, uploadId))
      .orderBy(asc(uploadRows.line))
      .limit(20);
    const first = rows.map((row) => ({ line: row.line, cells: row.cells as string[] }));
    const { knownAddresses, ...counts } = await countRows(tx, uploadId, upload.mapping);
    return { upload, rows: first, example: first[0]?.cells ?? [], known: knownAddresses, counts };
  });
}

async function countRows(tx: TeamTransaction, uploadId: string, mapping: Mapping) {
  const column = mapping.findIndex((one) => one.target === "email");
  if (column < 0) return { fresh: 0, known: 0, refused: 0, knownAddresses: [] };
  const rows = await readRows<{ email: string; known: boolean }>(
    tx,
    sql`select r.email, exists (select 1 from contacts c where c.email_norm = ${lowerCase(sql`r.email`)}) as known
        from (select trim(cells->>${column}::int) as email from upload_rows where upload_batch_id = ${uploadId}) r`,
  );
  const seen = new Set<string>();
  let refused = 0;
  let known = 0;
  for (const row of rows) {
    const email = row.email?.toLowerCase() ?? "";
    const mapped = mapRow([{ header: "", target: "email" }], [email]);
    if ("refused" in mapped || seen.has(email)) refused += 1;
    else if (row.known) known += 1;
    seen.add(email);
  }
  const knownAddresses = rows.filter((row) => row.known).map((row) => row.email.toLowerCase());
  return { fresh: rows.length - refused - known, known, refused, knownAddresses };
}
