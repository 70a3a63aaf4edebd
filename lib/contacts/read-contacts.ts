import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { peopleOfUpload } from "@/db/access/people-of-upload";
import { instantOf, readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { type ContactStatus, type EndReason, openStatuses, type SuppressionReason, type WaitReason } from "@/db/schema/words";
import { elsewhereIn } from "./enrolled-earlier";
import { type ContactsFilter, filterContacts } from "./filter-contacts";
import { isOpenByHand } from "./read-hand-mails";

export type ContactRow = {
  id: string;
  name: string | null;
  email: string;
  company: string | null;
  createdAt: Date;
  archivedAt?: Date | null;
  lastSentAt: Date | null;
  suppressed: SuppressionReason | null;
  replied: boolean;
  /** The open mail by hand that leaves first: it has its signature, or waits for one. */
  byHand?: "planned" | "to sign" | null;
  /** Of the campaign that is open, else of the last one. */
  enrolment: {
    status: ContactStatus;
    waitReason: WaitReason | null;
    endedReason: EndReason | null;
    elsewhere?: string | null;
  } | null;
  /** How the contact came into the list that is looked at; `line` is null when it was put there by hand. */
  added: { at: Date; fileName: string | null; line: number | null } | null;
};

export type ContactsPage = { rows: ContactRow[]; total: number; page: number; pages: number; first: number };

const contactsPerPage = 50;

const orders: Record<string, SQL> = {
  archived: sql`p.archived_at desc, p.id desc`,
  "-archived": sql`p.archived_at, p.id`,
  name: sql`p.name collate "und-x-icu" nulls last, p.id`,
  "-name": sql`p.name collate "und-x-icu" desc nulls last, p.id`,
  company: sql`p.company collate "und-x-icu" nulls last, p.id`,
  "-company": sql`p.company collate "und-x-icu" desc nulls last, p.id`,
  mailed: sql`(select max(e.sent_at) from sent_emails e where e.contact_id = p.id) desc nulls last, p.id`,
  "-mailed": sql`(select max(e.sent_at) from sent_emails e where e.contact_id = p.id) nulls last, p.id`,
};

/**
 * One page of the contacts that are not archived, or of those that are: searched by name, address and company, of one list or all. Counts are
 * exact. Without a sort the newest come first, in a list those who came into it last, of the archived those who were archived last.
 * @param page from 1; where there is no such page, the nearest.
 */
export function readContacts(
  scope: Scope,
  filter: ContactsFilter & { sort?: string | undefined },
  page: number,
): Promise<ContactsPage> {
  const where = filterContacts(filter);
  const inList = filter.listId ? sql`join contact_list_members l on l.contact_id = p.id and l.list_id = ${filter.listId}` : sql``;
  const recent = filter.archived ? orders.archived : sql`p.created_at desc, p.id desc`;
  const newest = filter.listId ? sql`l.added_at desc, p.created_at desc, p.id` : recent;
  const order = orders[filter.sort ?? ""] ?? newest;
  return withTeam(scope, async (tx) => {
    const [count] = await readRows<{ total: number }>(tx, sql`select count(*)::int as total from contacts p where ${where}`);
    const total = count?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / contactsPerPage));
    const here = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
    const first = (here - 1) * contactsPerPage;
    const rows = await readRows<Found>(
      tx,
      sql`select p.id, p.name, p.email, p.company, p.created_at as "createdAt", p.archived_at as "archivedAt", p."addedAt",
            (select max(e.sent_at) from sent_emails e where e.contact_id = p.id) as "lastSentAt",
            (select s.reason ${suppressionsOf(sql`p.id`)} order by ${suppressionOrder} limit 1) as suppressed,
            exists (select 1 from campaign_contacts c where c.contact_id = p.id and c.replied_at is not null)
              or exists (select 1 from email_replies r join sent_emails e on e.id = r.sent_email_id where r.contact_id = p.id and e.campaign_id is null) as replied,
            (select case when d.status = 'draft' then 'to sign' else 'planned' end from single_mails h join email_drafts d on d.id = h.draft_id
               left join letters l on l.id = h.letter_id where h.contact_id = p.id and ${isOpenByHand} and (h.answers_message_id is null or d.status <> 'draft') order by d.status = 'draft', h.leave_at limit 1) as "byHand",
            (select json_build_object('status', c.status, 'waitReason', c.wait_reason, 'endedReason', c.ended_reason,
                'elsewhere', case when c.wait_reason = 'elsewhere' then ${elsewhereIn} end) from campaign_contacts c
             where c.contact_id = p.id order by (c.status in ${anyOf(openStatuses)}) desc, c.enrolled_at desc limit 1) as enrolment
          from (select p.*, ${filter.listId ? sql`l.added_at` : sql`null`} as "addedAt", row_number() over (order by ${order}) as place
                from contacts p ${inList} where ${where} order by ${order} limit ${contactsPerPage} offset ${first}) p order by p.place`,
    );
    const lines = filter.listId ? await linesOf(tx, filter.listId, rows) : new Map<string, { fileName: string; line: number }>();
    return {
      rows: rows.map(({ addedAt, ...row }) => ({
        ...row,
        createdAt: instantOf(row.createdAt),
        archivedAt: instantOf(row.archivedAt),
        lastSentAt: instantOf(row.lastSentAt),
        added: addedAt
          ? { at: instantOf(addedAt), fileName: lines.get(row.id)?.fileName ?? null, line: lines.get(row.id)?.line ?? null }
          : null,
      })),
      total,
      page: here,
      pages,
      first: total === 0 ? 0 : first + 1,
    };
  });
}

type Found = Omit<ContactRow, "createdAt" | "archivedAt" | "lastSentAt" | "added"> & {
  createdAt: string;
  archivedAt: string | null;
  lastSentAt: string | null;
  addedAt: string | null;
};

/** Where in the file a list was made from its people stand. */
async function linesOf(tx: TeamTransaction, listId: string, rows: { id: string }[]) {
  if (rows.length === 0) return new Map<string, { fileName: string; line: number }>();
  const found = await readRows<{ id: string; fileName: string; line: number }>(
    tx,
    sql`select r.contact_id as id, b.file_name as "fileName", r.line from upload_batches b cross join lateral ${peopleOfUpload(sql`b.id`)} r
        where b.list_id = ${listId} and r.contact_id in (select x::uuid from jsonb_array_elements_text(${JSON.stringify(rows.map((row) => row.id))}::jsonb) x)`,
  );
  return new Map(found.map((row) => [row.id, row]));
}
