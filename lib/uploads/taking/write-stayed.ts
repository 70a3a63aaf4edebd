import type { Scope } from "@/db/access/with-team";
import { writeCell } from "../../files/out/csv-cell";
import { readStayed } from "./read-stayed";

/** All at once, for nearly everybody: each page asks anew what holds each of them. */
const perPage = 200_000;

/** Everybody whom an import made and whom something holds, as a CSV file in pieces. @throws AppError "not_found" with the first piece. */
export async function* writeStayed(scope: Scope, uploadId: string): AsyncGenerator<string> {
  for (let page = 1; ; page += 1) {
    const { rows, pages } = await readStayed(scope, uploadId, null, page, perPage);
    // It begins with a mark of byte order, by which Excel knows UTF-8.
    if (page === 1) yield `\ufeff${["Name", "Email", "Company", "Held by", "What", "Since"].map(writeCell).join(",")}\r\n`;
    yield rows
      .map((row) => [row.name, row.email, row.company ?? "", row.hold, row.what ?? "", row.since?.toISOString() ?? ""])
      .map((cells) => `${cells.map(writeCell).join(",")}\r\n`)
      .join("");
    if (page >= pages) return;
  }
}
