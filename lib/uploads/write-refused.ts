import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { writeCell } from "../files/out/csv-cell";
import { findUpload } from "./find-upload";

const page = 5000;

/**
 * All rows of an import that became nobody, as a CSV file in pieces: the columns of the file, then line and reason, so that it can be corrected and imported
 * again. It begins with a mark of byte order, by which Excel knows UTF-8. @throws AppError "not_found" with the first piece.
 */
export async function* writeRefused(scope: Scope, uploadId: string): AsyncGenerator<string> {
  const { headers } = await withTeam(scope, (tx) => findUpload(tx, uploadId));
  const names = headers ?? [];
  yield `\ufeff${[...names, "Line in the file", "Why it was refused"].map(writeCell).join(",")}\r\n`;
  let after = 0;
  for (;;) {
    const rows = await withTeam(scope, (tx) =>
      readRows<{ line: number; cells: string[]; reason: string | null }>(
        tx,
        sql`select line, cells, reason from upload_rows where upload_batch_id = ${uploadId} and state = 'refused' and line > ${after} order by line limit ${page}`,
      ),
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows
      .map(({ line, cells, reason }) => lineOf([...names.map((_, column) => cells[column] ?? ""), String(line), reason ?? ""]))
      .join("");
    if (rows.length < page) return;
    after = last.line;
  }
}

const lineOf = (cells: string[]) => `${cells.map(writeCell).join(",")}\r\n`;
