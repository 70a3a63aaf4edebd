import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { writeCell } from "../../../files/out/csv-cell";
import { findFile } from "../find-file";

const page = 10_000;

/** All lines of a file that are no entry, as a CSV file in pieces: line, text, why. @throws AppError "not_found" with the first piece. */
export async function* writeRefused(scope: Scope, fileId: string): AsyncGenerator<string> {
  let after = { line: -1, place: 0 };
  await withTeam(scope, (tx) => findFile(tx, fileId));
  yield "\ufeffline,text,why\r\n";
  for (;;) {
    const rows = await withTeam(scope, (tx) =>
      readRows<{ line: number; place: number; text: string; sentence: string }>(
        tx,
        sql`select line, place, coalesce(note, '') as text, refused as sentence from suppression_file_entries
            where file_id = ${fileId} and refused is not null and (line, place) > (${after.line}, ${after.place}) order by line, place limit ${page}`,
      ),
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => `${row.line},${writeCell(row.text)},${writeCell(row.sentence)}\r\n`).join("");
    if (rows.length < page) return;
    after = last;
  }
}
