import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { SuppressionReason } from "@/db/schema/words";
import { writeCell } from "../../../files/out/csv-cell";

type Row = {
  entry: string;
  kind: string;
  reason: SuppressionReason;
  by: string | null;
  note: string | null;
  file: string | null;
  /** Where to go on: to the microsecond, which a Date does not keep. */
  at: string;
  id: string;
};

const page = 10_000;

/**
 * All that is in a team's list, the oldest first, as a CSV file in pieces of some thousand lines: our own reader reads it back. It begins with a mark
 * of byte order, by which Excel knows UTF-8. Each piece is read when the one before was taken, so that a slow reader costs no memory and holds no row.
 */
export async function* writeList(scope: Scope): AsyncGenerator<string> {
  yield "\ufeffentry,kind,reason,since,by,note,file\r\n";
  let after: { at: string; id: string } | null = null;
  for (;;) {
    const rows: Row[] = await readPage(scope, after);
    if (rows.length > 0) yield rows.map(lineOf).join("");
    after = rows.at(-1) ?? null;
    if (!after || rows.length < page) return;
  }
}

function readPage(scope: Scope, after: { at: string; id: string } | null): Promise<Row[]> {
  const further = after ? sql` and (s.created_at, s.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  return withTeam(scope, (tx) =>
    readRows<Row>(
      tx,
      sql`select coalesce(s.email_norm, s.domain, s.wildcard, s.key_id || ':' || s.address_hash) as entry,
            case when s.email_norm is not null then 'address' when s.domain is not null then 'domain' when s.wildcard is not null then 'wildcard'
              else 'erased' end as kind,
            s.reason, m.name as by, s.note, f.file_name as file,
            s.created_at::text as at, s.id
          from (select * from suppressions s where s.lifted_at is null${further} order by s.created_at, s.id limit ${page}) s
          left join members m on m.id = s.created_by left join suppression_files f on f.id = s.file_id
          order by s.created_at, s.id`,
    ),
  );
}

function lineOf(row: Row): string {
  const cells = [row.entry, row.kind, row.reason, instantOf(row.at).toISOString(), row.by, row.note, row.file];
  return `${cells.map(writeCell).join(",")}\r\n`;
}
