import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import type { Contact } from "../../contacts/merge-known";
import type { RowChange } from "../import/import-rows";

/** Somebody of a file: made by the line, or known before, and then with what the line changed in them. */
export type Person = {
  contactId: string;
  line: number;
  state: "created" | "updated" | "unchanged";
  changed: RowChange | null;
  undone: Undone | null;
};
/** What taking back has undone of what a line changed. */
export type Undone = { cells?: string[]; left?: true; archived?: true };

/** The next people of a file behind a line, in its order; those known before among them. */
export function nextPeople(tx: TeamTransaction, uploadId: string, after: number, most: number): Promise<Person[]> {
  return readRows<Person>(
    tx,
    sql`(select c.id as "contactId", c.upload_line as line, 'created' as state, null::jsonb as changed, null::jsonb as undone
          from contacts c where c.upload_batch_id = ${uploadId} and c.upload_line > ${after} order by c.upload_line limit ${most})
        union all
        (select r.contact_id, r.line, r.state, r.changed, r.undone
          from upload_rows r where r.upload_batch_id = ${uploadId} and r.line > ${after} and r.contact_id is not null order by r.line limit ${most})
        order by line limit ${most}`,
  );
}

const idsOf = (people: Person[]) => sql`(select unnest(${sql.param(people.map(({ contactId }) => contactId))}::uuid[]))`;

/** These contacts, held until they are written: what others do with them meanwhile is seen by the statements behind. */
export async function lockPeople(tx: TeamTransaction, people: Person[]): Promise<void> {
  await tx.execute(
    sql`with locked as materialized (select p.id from contacts p where p.id in ${idsOf(people)} order by p.id for no key update) select count(*) from locked`,
  );
}

/** The campaigns they are in. Not where one goes on again: whoever sends holds a campaign before the people in it. */
export async function lockEnrolments(tx: TeamTransaction, people: Person[]): Promise<void> {
  await tx.execute(
    sql`with locked as materialized (select x.id from campaign_contacts x where x.contact_id in ${idsOf(people)} order by x.id for no key update) select count(*) from locked`,
  );
}

/** Those known before in whom a line changed something, as they are now. */
export async function readChanged(tx: TeamTransaction, people: Person[]): Promise<Map<string, Contact>> {
  const ids = people.flatMap(({ contactId, state, changed }) => (state !== "created" && changed ? [contactId] : []));
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(contacts)
    .where(sql`${contacts.id} in (select unnest(${sql.param(ids)}::uuid[]))`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writes the cells of these contacts, all as they are given. */
export async function writePeople(tx: TeamTransaction, people: Contact[], now: Date): Promise<void> {
  if (people.length === 0) return;
  await tx.execute(
    sql`update contacts c set first_name = x."firstName", last_name = x."lastName", name = x.name, company = x.company, fields = x.fields,
          archived_at = x."archivedAt", archive_act = x."archiveAct", updated_at = ${now.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(people.map(({ rawData: _, ...person }) => person))}::jsonb) as x(id uuid, "firstName" text, "lastName" text, name text, company text,
          fields jsonb, "archivedAt" timestamptz, "archiveAct" uuid)
        where c.id = x.id`,
  );
}

/** Keeps what was undone of the lines of a file; null where nothing is any more. */
export async function keepUndone(tx: TeamTransaction, uploadId: string, lines: { line: number; undone: Undone | null }[]) {
  if (lines.length === 0) return;
  await tx.execute(
    sql`update upload_rows r set undone = x.undone from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x(line int, undone jsonb)
        where r.upload_batch_id = ${uploadId} and r.line = x.line`,
  );
}
