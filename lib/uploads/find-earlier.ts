import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { Mapping } from "../columns/mapping";

/** The columns of an earlier file as they were confirmed. */
export type Earlier = { fileName: string; at: Date; mapping: Mapping };

/** So far back one looks: it is asked while somebody waits. */
const latest = 200;

/**
 * The last import of the team whose file names the same columns in the same order, among its latest 200 uploads; null for none. What was taken back does not count: its
 * columns may have been why.
 */
export async function findEarlier(tx: TeamTransaction, headers: string[]): Promise<Earlier | null> {
  const [row] = await readRows<{ fileName: string; at: string; mapping: Mapping }>(
    tx,
    sql`select b.file_name as "fileName", b.started_at as at, b.column_mapping as mapping
        from (select * from upload_batches order by created_at desc limit ${latest}) b
        where b.headers = ${sql.param(headers)}::text[] and b.by_hand is null and b.status in ('processing', 'completed') and b.taking is null
          and b.started_at is not null and (b.reading is null or b.reading->'headerLine' <> 'null'::jsonb) and jsonb_typeof(b.column_mapping) = 'array'
        order by b.started_at desc limit 1`,
  );
  return row ? { ...row, at: new Date(row.at) } : null;
}
