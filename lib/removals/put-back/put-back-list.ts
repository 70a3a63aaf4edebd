import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { type Kept, putRows, rowsOf } from "./put-rows";

/**
 * A list with those of its people who are still there, as the list of the files it came from unless they have another by now. Who was
 * archived or erased since is not brought back into it by the way: erasing leaves a row that names nobody, archived.
 */
export async function putBackList(tx: TeamTransaction, kept: Kept[], removedAt: string): Promise<void> {
  const [list] = rowsOf(kept, "contact_lists");
  if (!list) throw new Error("A removed list was kept without its row.");
  await putRows(tx, { table: "contact_lists", rows: [list] });
  const members = rowsOf(kept, "contact_list_members").map((row) => ({ ...row, list_id: list.id }));
  await putRows(
    tx,
    { table: "contact_list_members", rows: members },
    sql`join contacts p on p.id = r.contact_id and p.email <> '' and (p.archived_at is null or p.archived_at < ${removedAt}::timestamptz)
        for key share of p`,
  );
  const uploads = rowsOf(kept, "upload_batches").map(({ id }) => id);
  await tx.execute(
    sql`update upload_batches set list_id = ${list.id} where list_id is null and id = any(${sql.param(uploads)}::uuid[])`,
  );
}
