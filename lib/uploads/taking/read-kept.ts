import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { findUpload } from "../find-upload";
import { cellsToUndo } from "./cells-to-undo";

/** Somebody known before in whom cells stay as a file filled them, by the name of each, with what it says. */
export type Kept = { id: string; name: string; company: string | null; cells: { key: string; text: string }[] };

export type KeptPage = { rows: Kept[]; total: number; page: number; pages: number };

/**
 * Who keeps what an import filled, though it is taken back, in the order of the file: before that who would, and behind it who did.
 * @param page from 1; beyond the last there is nobody. @throws AppError "not_found".
 */
export function readKept(scope: Scope, uploadId: string, page: number, perPage = 50): Promise<KeptPage> {
  return withTeam(scope, async (tx) => {
    const upload = await findUpload(tx, uploadId);
    const back = upload.taking
      ? sql`array(select jsonb_array_elements_text(coalesce(r.undone->'cells', '[]')))`
      : cellsToUndo(upload.startedAt ?? upload.createdAt ?? new Date());
    const rows = await readRows<Kept & { total: number }>(
      tx,
      sql`with kept as materialized (
            select c.id, coalesce(c.name, c.email) as name, c.company, r.line,
              (select json_agg(json_build_object('key', e.key, 'text', e.value->>1)) from jsonb_each(r.changed->'cells') e where e.key <> all (${back})) as cells
            from upload_rows r join contacts c on c.id = r.contact_id where r.upload_batch_id = ${uploadId} and r.state = 'updated' and r.changed ? 'cells'
          )
          select id, name, company, cells, count(*) over ()::int as total from kept where cells is not null
          order by line limit ${perPage} offset ${(Math.max(1, Math.trunc(page) || 1) - 1) * perPage}`,
    );
    const total = rows[0]?.total ?? 0;
    return { rows, total, page: Math.max(1, Math.trunc(page) || 1), pages: Math.max(1, Math.ceil(total / perPage)) };
  });
}
