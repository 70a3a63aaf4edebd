import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { findUpload, type UploadRow } from "../find-upload";
import { cellsToUndo } from "./cells-to-undo";
import { type Hold, holdOf } from "./holding";
import { nothingTaken, type Taken } from "./taken";
import { wayBack } from "./way-back";

/** What taking an import back would do now. */
export type Plan = {
  upload: Pick<UploadRow, "id" | "fileName" | "refusedCount">;
  taken: Taken;
  /** Campaigns under way that would lose people who still wait for a mail. */
  campaigns: { id: string; name: string; people: number }[];
};

/** Whom a file made, as `id`. Of a file from before files were kept, its rows know it. */
export const madeBy = (
  uploadId: string,
): SQL => sql`(select c.id from contacts c where c.upload_batch_id = ${uploadId} and c.upload_line is not null
  union all select r.contact_id from upload_rows r where r.upload_batch_id = ${uploadId} and r.state = 'created' and r.contact_id is not null)`;

/** @returns null where the import cannot be taken back, or not any more. @throws AppError "not_found". */
export function readPlan(scope: Scope, uploadId: string, now: Date): Promise<Plan | null> {
  return withTeam(scope, async (tx) => {
    const upload = await findUpload(tx, uploadId);
    if (wayBack(upload, now) !== "take") return null;
    const going = sql`with made as materialized (
      select c.id, ${holdOf(upload)} as hold from contacts c where c.id in ${madeBy(uploadId)}
    )`;
    const holds = await readRows<{ hold: Hold | null; people: number }>(
      tx,
      sql`${going} select hold, count(*)::int as people from made group by hold`,
    );
    const [drafts] = await readRows<{ count: number }>(
      tx,
      sql`${going} select count(*)::int as count from email_drafts d join made m on m.id = d.contact_id and m.hold is null
          where d.status = 'draft' and d.rejected_at is null and not d.shelved`,
    );
    const campaigns = await readRows<Plan["campaigns"][number]>(
      tx,
      sql`${going} select k.id, k.name, count(*)::int as people from campaign_contacts x join made m on m.id = x.contact_id and m.hold is null
          join campaigns k on k.id = x.campaign_id where x.status in ${anyOf(openStatuses)} group by k.id, k.name order by people desc, k.name`,
    );
    const [known] = await readRows<Pick<Taken, "setBack" | "kept" | "same" | "left">>(
      tx,
      sql`with met as materialized (
            select r.state, coalesce(r.changed ? 'joined', false) and exists (
                select 1 from contact_list_members m where m.contact_id = c.id and m.list_id = ${upload.listId}::uuid) as leaves, r.changed is not null
                and (select count(*) from jsonb_each(coalesce(r.changed->'cells', '{}'))) = cardinality(case when r.changed ? 'cells' then ${cellsToUndo(
                  upload.startedAt ?? upload.createdAt ?? now,
                )} else '{}' end)
                and (not r.changed ? 'archived' or ${holdOf(upload)} is null) as back
              from upload_rows r join contacts c on c.id = r.contact_id where r.upload_batch_id = ${uploadId} and r.state in ('updated', 'unchanged')
          )
          select count(*) filter (where state = 'updated' and back)::int as "setBack", count(*) filter (where state = 'updated' and not back)::int as kept,
            count(*) filter (where state = 'unchanged')::int as same, count(*) filter (where leaves)::int as left from met`,
    );
    const stayed: Taken["stayed"] = {};
    for (const { hold, people } of holds) if (hold) stayed[hold] = people;
    const went = holds.find(({ hold }) => hold === null)?.people ?? 0;
    return {
      upload,
      taken: { ...nothingTaken, ...known, went, stayed, drafts: drafts?.count ?? 0 },
      campaigns,
    };
  });
}
