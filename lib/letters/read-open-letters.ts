import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

/** A letter somebody may go on writing. `names`: the first of its people; `people`: how many there are. */
export type OpenLetter = { id: string; subject: string; names: string[]; people: number; savedAt: Date };

/** What a person began to write and neither signed nor discarded, the last first. One without people, subject and text is none. */
export async function readOpenLetters(scope: Scope, limit: number): Promise<OpenLetter[]> {
  const rows = await withTeam(scope, (tx) =>
    readRows<Omit<OpenLetter, "savedAt"> & { savedAt: string }>(
      tx,
      sql`select l.id, l.subject, l.updated_at as "savedAt", coalesce(x.names[1:3], '{}') as names, coalesce(x.people, 0) as people
          from letters l cross join lateral (
            select array_agg(coalesce(p.first_name, p.name, p.email) order by h.created_at, h.id) as names, count(*)::int as people
            from single_mails h join contacts p on p.id = h.contact_id join email_drafts d on d.id = h.draft_id
            where h.letter_id = l.id and h.ended_reason is null and d.status = 'draft') x
          where l.written_by = ${scope.memberId} and l.discarded_at is null
            and (x.people > 0 or (not exists (select 1 from single_mails h where h.letter_id = l.id) and (l.subject <> '' or l.body <> '')))
          order by l.updated_at desc, l.id limit ${limit}`,
    ),
  );
  return rows.map((row) => ({ ...row, savedAt: instantOf(row.savedAt) }));
}
