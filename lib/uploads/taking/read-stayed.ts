import { type SQL, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { findUpload } from "../find-upload";
import { type Hold, holdOf } from "./holding";
import { madeBy } from "./read-plan";

/** Somebody whom an import made and whom something holds. */
export type Stayed = {
  id: string;
  name: string;
  email: string;
  company: string | null;
  hold: Hold;
  /** Of that, what is to be told: the subject of the mail, the words they wrote, the list or file, who changed them; and the id of the list or file. */
  what: string | null;
  whatId: string | null;
  more: number;
  by: string | null;
  since: Date | null;
};

export type StayedPage = { rows: Stayed[]; counts: Partial<Record<Hold, number>>; page: number; pages: number };

const perPage = 50;

/**
 * Whom an import made and what holds them now, by reason and then by name: before it is taken back those who would stay, and behind it those who did.
 * @param hold those of one reason alone. @param page from 1; where there is no such page, the nearest. @throws AppError "not_found".
 */
export function readStayed(
  scope: Scope,
  uploadId: string,
  hold: Hold | null,
  page: number,
  rowsPerPage = perPage,
): Promise<StayedPage> {
  return withTeam(scope, async (tx) => {
    const upload = await findUpload(tx, uploadId);
    const held = sql`with held as materialized (
      select * from (select c.id, coalesce(c.name, c.email) as name, c.email, c.company, ${holdOf(upload)} as hold from contacts c
        where c.id in ${madeBy(uploadId)} and (c.archive_act is null or c.archive_act is distinct from ${upload.takenAct}::uuid)) x where hold is not null
    )`;
    const counted = await readRows<{ hold: Hold; people: number }>(
      tx,
      sql`${held} select hold, count(*)::int as people from held group by hold order by people desc, hold`,
    );
    const counts = Object.fromEntries(counted.map((one) => [one.hold, one.people])) as StayedPage["counts"];
    const total = hold ? (counts[hold] ?? 0) : counted.reduce((sum, { people }) => sum + people, 0);
    const pages = Math.max(1, Math.ceil(total / rowsPerPage));
    const here = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
    const rows = await readRows<Omit<Stayed, "since"> & { since: string | null }>(
      tx,
      sql`${held}, these as materialized (
            select * from held ${hold ? sql`where hold = ${hold}` : sql``} order by hold, name collate "und-x-icu", id limit ${rowsPerPage} offset ${(here - 1) * rowsPerPage}
          )
          select t.id, t.name, t.email, t.company, t.hold, w.what, w."whatId", coalesce(w.more, 0)::int as more, w.by, w.since
          from these t left join lateral (${what(upload)}) w on true order by t.hold, t.name collate "und-x-icu", t.id`,
    );
    return { rows: rows.map((row) => ({ ...row, since: instantOf(row.since) })), counts, page: here, pages };
  });
}

/** Of `t`, somebody who is held, what is told of it. */
function what({ id, listId }: { id: string; listId: string | null }): SQL {
  return sql`
    (select left(r.snippet, 80) as what, null::uuid as "whatId", 0 as more, null as by, r.received_at as since
      from email_replies r where t.hold = 'answered' and r.contact_id = t.id order by r.received_at desc limit 1)
    union all
    (select coalesce(d.edited_subject, d.subject), null, 0, m.name, coalesce(s.sent_at, g.signed_at, d.updated_at)
      from email_drafts d left join sent_emails s on s.draft_id = d.id left join signatures g on g.draft_id = d.id and g.voided_at is null left join members m on m.id = g.signed_by
      where t.hold = 'mailed' and d.contact_id = t.id and d.status <> 'draft' order by d.created_at desc limit 1)
    union all
    (select nullif(l.subject, ''), null, 0, m.name, l.updated_at from single_mails h join letters l on l.id = h.letter_id left join members m on m.id = l.written_by
      where t.hold = 'written to' and h.contact_id = t.id and h.ended_reason is null order by l.updated_at desc limit 1)
    union all
    (select l.name, l.id, count(*) over () - 1, null, x.added_at from contact_list_members x join contact_lists l on l.id = x.list_id
      where t.hold = 'other list' and x.contact_id = t.id and x.list_id is distinct from ${listId}::uuid order by x.added_at desc limit 1)
    union all
    (select b.file_name, b.id, count(*) over () - 1, m.name, b.started_at from upload_rows r join upload_batches b on b.id = r.upload_batch_id left join members m on m.id = b.created_by
      where t.hold = 'other file' and r.contact_id = t.id and b.id <> ${id} and r.state in ('updated', 'unchanged') and b.taking is null order by b.started_at desc limit 1)
    union all
    (select a.verb, null, 0, m.name, a.at from activities a left join members m on m.id = a.member_id
      where t.hold = 'edited' and a.contact_id = t.id order by a.at desc limit 1)
    union all
    (select null, null, 0, null, c.archived_at from contacts c where t.hold = 'archived' and c.id = t.id)`;
}
