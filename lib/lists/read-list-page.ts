import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { suppressedContacts } from "@/db/access/suppressions-of";
import { type Scope, withTeam } from "@/db/access/with-team";
import { AppError } from "../errors/app-error";
import { type AddableUpload, addableUploads } from "./add-upload";

export type ListPage = {
  id: string;
  name: string;
  people: number;
  suppressed: number;
  madeAt: Date;
  /** The file it was made from and who brought it in; null for a list made by hand. */
  madeFrom: { fileName: string; by: string | null } | null;
  usedBy: { id: string; name: string }[];
  uploads: AddableUpload[];
};

/** A list with who of it can be mailed, where it comes from and what uses it. @throws AppError "not_found". */
export function readListPage(scope: Scope, listId: string): Promise<ListPage> {
  return withTeam(scope, async (tx) => {
    const [row] = await readRows<{
      name: string;
      madeAt: string;
      people: number;
      suppressed: number;
      file: string | null;
      by: string | null;
    }>(
      tx,
      sql`select l.name, l.created_at as "madeAt", n.people, n.suppressed, b.file_name as file, m.name as by
          from contact_lists l
            cross join lateral (
              select count(*)::int as people, (count(*) filter (where p.id in ${suppressedContacts}))::int as suppressed
              from contact_list_members c join contacts p on p.id = c.contact_id and p.archived_at is null
              where c.list_id = l.id) n
            left join upload_batches b on b.list_id = l.id left join members m on m.id = b.created_by
          where l.id = ${listId} limit 1`,
    );
    if (!row) throw new AppError("not_found");
    const usedBy = await readRows<{ id: string; name: string }>(
      tx,
      sql`select id, name from campaigns where list_id = ${listId} order by created_at desc limit 5`,
    );
    return {
      id: listId,
      name: row.name,
      people: row.people,
      suppressed: row.suppressed,
      madeAt: instantOf(row.madeAt),
      madeFrom: row.file ? { fileName: row.file, by: row.by } : null,
      usedBy,
      uploads: await addableUploads(tx, listId),
    };
  });
}
