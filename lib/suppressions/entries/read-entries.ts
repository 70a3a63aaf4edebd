import { type SQL, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { SuppressionReason } from "@/db/schema/words";
import { sayEntry } from "./say-entry";

export const entryKinds = ["address", "domain", "wildcard"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What of the list is asked for: the newest first, or in the order of the letters where something is searched. */
export type EntriesAsked = {
  search?: string | undefined;
  kind?: EntryKind | undefined;
  /** The id of the last entry of the page before, or of the first of the page after. */
  after?: string | undefined;
  before?: string | undefined;
};

export type ListedEntry = {
  id: string;
  kind: EntryKind;
  entry: string;
  reason: SuppressionReason;
  note: string | null;
  file: string | null;
  at: Date;
  by: string | null;
  /** How many contacts it names; null for a wildcard, which is compared with each of them (`countNamed`). */
  people: number | null;
  /** Whose address it is. */
  contact: { id: string; name: string; archived: boolean } | null;
};

export type Entries = { rows: ListedEntry[]; hasBefore: boolean; hasAfter: boolean };

const rowsAPage = 50;

/** A page of the open entries: each by an index, however long the list is. */
export async function readEntries(scope: Scope, asked: EntriesAsked): Promise<Entries> {
  return withTeam(scope, async (tx) => {
    const search = (asked.search ?? "").normalize("NFC").trim().toLowerCase();
    const place = asked.before ?? asked.after;
    const back = asked.before !== undefined;
    const ids =
      search === "" ? await readNewest(tx, asked.kind, place, back) : await readFound(tx, asked.kind, search, place, back);
    const more = ids.length > rowsAPage;
    const shown = ids.slice(0, rowsAPage);
    if (back) shown.reverse();
    const rows = await readListed(tx, shown);
    return { rows, hasBefore: back ? more : place !== undefined, hasAfter: back ? place !== undefined : more };
  });
}

/** Erased addresses stand among the addresses. */
const ofKind: Record<EntryKind, SQL> = {
  address: sql`s.domain is null and s.wildcard is null`,
  domain: sql`s.domain is not null`,
  wildcard: sql`s.wildcard is not null`,
};

async function readNewest(tx: TeamTransaction, kind: EntryKind | undefined, place: string | undefined, back: boolean) {
  const from = place
    ? sql`and (s.created_at, s.id) ${back ? sql`>` : sql`<`} (select p.created_at, p.id from suppressions p where p.id = ${place})`
    : sql``;
  const order = back ? sql`s.created_at, s.id` : sql`s.created_at desc, s.id desc`;
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select s.id from suppressions s where s.lifted_at is null ${kind ? sql`and ${ofKind[kind]}` : sql``} ${from} order by ${order} limit ${rowsAPage + 1}`,
  );
  return rows.map(({ id }) => id);
}

/** What begins with the letters, and what stops the address they are: its domain, a wildcard. */
async function readFound(
  tx: TeamTransaction,
  kind: EntryKind | undefined,
  search: string,
  place: string | undefined,
  back: boolean,
) {
  const text = { address: sql`s.email_norm`, domain: sql`s.domain`, wildcard: sql`s.wildcard` };
  const begins = search.replace(/^\*?@/, "");
  const domain = search.includes("@") ? (search.split("@")[1] ?? "") : "";
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const fits: Record<EntryKind, SQL> = {
    address: startsWith(text.address, search),
    domain: sql`(${startsWith(text.domain, begins)} ${domain === "" ? sql`` : sql`or s.domain = ${domain}`})`,
    wildcard: sql`(s.wildcard like ${like} or ${search} like s.like_pattern)`,
  };
  const way = back ? sql`desc` : sql`asc`;
  const from = (column: SQL) =>
    place
      ? sql`and (${column} collate "C", s.id) ${back ? sql`<` : sql`>`} (select coalesce(p.email_norm, p.domain, p.wildcard) collate "C", p.id from suppressions p where p.id = ${place})`
      : sql``;
  const branches = entryKinds
    .filter((one) => kind === undefined || kind === one)
    .map(
      (one) => sql`(select s.id, ${text[one]} collate "C" as entry from suppressions s
        where s.lifted_at is null and ${text[one]} is not null and ${fits[one]} ${from(text[one])}
        order by ${text[one]} collate "C" ${way}, s.id ${way} limit ${rowsAPage + 1})`,
    );
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select id from (${sql.join(branches, sql` union all `)}) x order by entry ${way}, id ${way} limit ${rowsAPage + 1}`,
  );
  return rows.map(({ id }) => id);
}

/** By comparing, not by `like`: only so may an index be used below row-level security. */
const startsWith = (column: SQL, letters: string) =>
  sql`(${column} collate "C" >= ${letters} and ${column} collate "C" < ${`${letters}\u{10FFFF}`})`;

async function readListed(tx: TeamTransaction, ids: string[]): Promise<ListedEntry[]> {
  type Row = Omit<ListedEntry, "kind" | "entry" | "at" | "contact"> & {
    at: string;
    emailNorm: string | null;
    domain: string | null;
    wildcard: string | null;
    contactId: string | null;
    contactName: string | null;
    archived: boolean;
  };
  const rows = await readRows<Row>(
    tx,
    sql`select s.id, s.email_norm as "emailNorm", s.domain, s.wildcard, s.reason, s.note, f.file_name as file, s.created_at as at, m.name as by,
          p.id as "contactId", coalesce(p.name, p.email) as "contactName", p.archived_at is not null as archived,
          case when s.domain is not null then (select count(distinct a.contact_id)::int from contact_addresses a where a.domain = s.domain)
            when s.wildcard is null then (p.id is not null)::int end as people
        from unnest(${sql.param(ids)}::uuid[]) with ordinality x(id, place) join suppressions s on s.id = x.id
          left join members m on m.id = s.created_by left join suppression_files f on f.id = s.file_id
          left join contact_addresses a on a.address_norm = s.email_norm or a.hashed_in = s.id left join contacts p on p.id = a.contact_id
        order by x.place`,
  );
  return rows.map(({ emailNorm, domain, wildcard, contactId, contactName, archived, at, ...row }) => ({
    ...row,
    kind: domain !== null ? "domain" : wildcard !== null ? "wildcard" : "address",
    entry: sayEntry({ emailNorm, domain, wildcard }),
    at: instantOf(at),
    contact: contactId ? { id: contactId, name: contactName ?? "", archived } : null,
  }));
}
