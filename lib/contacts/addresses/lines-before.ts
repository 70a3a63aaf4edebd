import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { Contact } from "../merge-known";

/** Lines of this file that earlier rows gave the same people, by the person; and by which address: whom they made knows it themselves. */
export async function linesBefore(
  tx: TeamTransaction,
  uploadId: string,
  known: Contact[],
): Promise<Map<string, { line: number; email: string }>> {
  if (known.length === 0) return new Map();
  const ids = known.map(({ id }) => id);
  const rows = await readRows<{ contactId: string; line: number; email: string }>(
    tx,
    sql`select contact_id as "contactId", line, cells->>0 as email from upload_rows where upload_batch_id = ${uploadId} and contact_id = any(${sql.param(ids)}::uuid[])`,
  );
  const made = known.flatMap(({ id, uploadBatchId, uploadLine, emailNorm }) =>
    uploadBatchId === uploadId && uploadLine !== null ? [[id, { line: uploadLine, email: emailNorm }] as const] : [],
  );
  return new Map<string, { line: number; email: string }>([
    ...rows.map(({ contactId, ...row }) => [contactId, row] as const),
    ...made,
  ]);
}
