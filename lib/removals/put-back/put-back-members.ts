import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { AppError } from "../../errors/app-error";
import { idOrNull, type Kept, putRows, rowsOf } from "./put-rows";

/**
 * The people who were taken out of a list, as they were in it; who was added again since stays as they are. Who was archived or erased since is
 * not brought back into it by the way. @throws AppError "conflict" where the list is deleted.
 */
export async function putBackMembers(tx: TeamTransaction, kept: Kept[], listId: string, removedAt: string): Promise<void> {
  const list = await idOrNull(tx, listId, (id) => sql`select 1 from contact_lists where id = ${id} for key share`);
  if (!list) throw new AppError("conflict", "The list is deleted, so nobody is brought back into it.");
  await putRows(
    tx,
    { table: "contact_list_members", rows: rowsOf(kept, "contact_list_members").map((row) => ({ ...row, list_id: list })) },
    sql`join contacts p on p.id = r.contact_id and p.email <> '' and (p.archived_at is null or p.archived_at < ${removedAt}::timestamptz)
        for key share of p on conflict do nothing`,
  );
}
