import { eq, sql } from "drizzle-orm";
import { peopleOfUpload } from "@/db/access/people-of-upload";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";
import { findList } from "./find-list";

/** Puts everybody of an upload into a list; who is in it stays. @returns how many are new in it. @throws AppError "not_found". */
export async function addUpload(scope: Scope, listId: string, uploadId: string, now: Date): Promise<number> {
  return withTeam(scope, async (tx) => {
    await findList(tx, listId);
    const [upload] = await tx.select({ id: uploadBatches.id }).from(uploadBatches).where(eq(uploadBatches.id, uploadId));
    if (!upload) throw new AppError("not_found");
    const [added] = await readRows<{ count: number }>(
      tx,
      sql`with added as (
            insert into contact_list_members (contact_id, list_id, added_at)
            select distinct p.id, ${listId}::uuid, ${now.toISOString()}::timestamptz
            from ${peopleOfUpload(uploadId)} r join contacts p on p.id = r.contact_id and p.archived_at is null
            on conflict do nothing returning 1)
          select count(*)::int as count from added`,
    );
    return added?.count ?? 0;
  });
}

export type AddableUpload = { id: string; fileName: string; people: number; missing: number };

/** The last files that brought people, with how many of them a list lacks. */
export function addableUploads(tx: TeamTransaction, listId: string): Promise<AddableUpload[]> {
  return readRows<AddableUpload>(
    tx,
    sql`select b.id, b.file_name as "fileName", b.created_count + b.updated_count + b.unchanged_count as people,
          (select count(distinct p.id) from ${peopleOfUpload(sql`b.id`)} r join contacts p on p.id = r.contact_id and p.archived_at is null
           where not exists (select 1 from contact_list_members m where m.contact_id = p.id and m.list_id = ${listId}))::int as missing
        from upload_batches b
        where b.status = 'completed' and b.by_hand is null and b.created_count + b.updated_count + b.unchanged_count > 0
        order by b.created_at desc limit 3`,
  );
}
