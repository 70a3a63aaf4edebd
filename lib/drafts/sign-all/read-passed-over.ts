import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";

/** So many drafts of an order wait because somebody changed them since they were shown; without a name where no person did. */
export type Changed = { by: string | null; count: number };

/** What was passed over in an order: changed and waiting, by whom; and signed, rejected or ended meanwhile. */
export type PassedOver = { changed: Changed[]; settled: number };

/** Of one order. The reader's own changes are by "You". */
export async function readPassedOver(tx: TeamTransaction, jobId: string, memberId: string | null): Promise<PassedOver> {
  const rows = await readRows<{ waits: boolean; by: string | null; count: number }>(
    tx,
    sql`select x.waits, case when x.by = ${memberId}::uuid then 'You' else m.name end as by, count(*)::int as count
        from (select d.status = 'draft' and d.rejected_at is null and (c.status in ${anyOf(openStatuses)} or (h.id is not null and h.ended_reason is null)) as waits,
                case when d.edited_at > j.seen_at then d.edited_by end as by
              from sign_job_drafts o join sign_jobs j on j.id = o.job_id join email_drafts d on d.id = o.draft_id
                left join campaign_contacts c on c.id = d.campaign_contact_id left join single_mails h on h.draft_id = d.id
              where o.job_id = ${jobId} and o.state = 'passed over') x
          left join members m on m.id = x.by
        group by 1, 2 order by 2 nulls last`,
  );
  return {
    changed: rows.filter((row) => row.waits).map(({ by, count }) => ({ by, count })),
    settled: rows.filter((row) => !row.waits).reduce((sum, row) => sum + row.count, 0),
  };
}
