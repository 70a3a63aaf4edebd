import { sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

export type ContactRow = {
  id: string;
  name: string | null;
  email: string;
  company: string | null;
  createdAt: Date;
  lastSentAt: Date | null;
  suppressed: string | null;
  replied: boolean;
  open: boolean;
};

export type ContactsPage = { rows: ContactRow[]; total: number; page: number; pages: number };
export type ContactsFilter = {
  search?: string | undefined;
  listId?: string | undefined;
  suppressed?: boolean | undefined;
  sort?: string | undefined;
};

const perPage = 50;

/**
 * One page of the contacts that are not archived: searched by name, address and company, of one list or all. Counts are exact.
 * @param page from 1; where there is no such page, the nearest.
 */
export function readContacts(scope: Scope, filter: ContactsFilter, page: number): Promise<ContactsPage> {
  const words = (filter.search ?? "").trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
  const like = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  const found = words.map(
    (word) =>
      sql`and (${lowerCase(sql`coalesce(p.name, '')`)} like ${like(word)} or p.email_norm like ${like(word)} or ${lowerCase(sql`coalesce(p.company, '')`)} like ${like(word)})`,
  );
  const where = sql`p.archived_at is null ${sql.join(found, sql` `)}
    ${filter.listId ? sql`and exists (select 1 from contact_list_members l where l.contact_id = p.id and l.list_id = ${filter.listId})` : sql``}
    ${filter.suppressed ? sql`and exists (select 1 from suppressions s where s.email_norm = p.email_norm and s.lifted_at is null)` : sql``}`;
  const order =
    filter.sort === "name"
      ? sql`p.name nulls last, p.id`
      : filter.sort === "company"
        ? sql`p.company nulls last, p.id`
        : sql`p.created_at desc, p.id`;
  return withTeam(scope, async (tx) => {
    const [count] = await readRows<{ total: number }>(tx, sql`select count(*)::int as total from contacts p where ${where}`);
    const total = count?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / perPage));
    const here = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
    const rows = await readRows<Omit<ContactRow, "createdAt" | "lastSentAt"> & { createdAt: string; lastSentAt: string | null }>(
      tx,
      sql`select p.id, p.name, p.email, p.company, p.created_at as "createdAt",
            (select max(e.sent_at) from sent_emails e where e.contact_id = p.id) as "lastSentAt",
            (select s.reason from suppressions s where s.email_norm = p.email_norm and s.lifted_at is null) as suppressed,
            exists (select 1 from email_replies r where r.contact_id = p.id) as replied,
            exists (select 1 from campaign_contacts c where c.contact_id = p.id and c.status in ('pending', 'in_progress')) as open
          from contacts p where ${where} order by ${order} limit ${perPage} offset ${(here - 1) * perPage}`,
    );
    return {
      rows: rows.map((row) => ({ ...row, createdAt: instantOf(row.createdAt), lastSentAt: instantOf(row.lastSentAt) })),
      total,
      page: here,
      pages,
    };
  });
}
