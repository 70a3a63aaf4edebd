import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { dividers, sharedNames } from "../../columns/people/shared-names";
import { throwAwayDomains } from "../../columns/people/throw-away";
import { findUpload } from "../find-upload";

/** Somebody whom a file brought by an address that several read, such as info@, or that lasts for minutes. */
type UnusualPerson = {
  contactId: string;
  line: number;
  name: string;
  address: string;
  isShared: boolean;
  isThrowAway: boolean;
};

export type Unusual = {
  shared: number;
  throwAway: number;
  /** An address may be both. */
  total: number;
  /** The first of them, by line. */
  people: UnusualPerson[];
};

const none: Unusual = { shared: 0, throwAway: 0, total: 0, people: [] };

/** Whom an import brought by an unusual address, in the order of the file. @param most so many are named, all are counted. @throws AppError "not_found". */
export function readUnusual(scope: Scope, uploadId: string, most = 100): Promise<Unusual> {
  return withTeam(scope, async (tx) => {
    const { counted } = await findUpload(tx, uploadId);
    // Most files have none, and looking for them costs a large one a third of a second.
    if (!counted?.shared && !counted?.throwAway) return none;
    const rows = await readRows<UnusualPerson & Omit<Unusual, "people">>(
      tx,
      sql`with brought as (
            select c.id, c.upload_line as line, c.email_norm as address from contacts c
              where c.upload_batch_id = ${uploadId} and c.upload_line is not null
            union all select r.contact_id, r.line, r.cells->>0 from upload_rows r
              where r.upload_batch_id = ${uploadId} and r.contact_id is not null and r.state in ('updated', 'unchanged')
          ), told as (
            select id, line, address,
              translate(split_part(split_part(address, '@', 1), '+', 1), ${dividers}, '') = any(${sql.param([...sharedNames])}::text[]) as "isShared",
              split_part(address, '@', 2) = any(${sql.param([...throwAwayDomains])}::text[]) as "isThrowAway"
            from brought
          ), unusual as materialized (select * from told where "isShared" or "isThrowAway")
          select u.id as "contactId", u.line, coalesce(c.name, '') as name, u.address, u."isShared", u."isThrowAway", n.*
          from (select count(*)::int as total, count(*) filter (where "isShared")::int as shared,
              count(*) filter (where "isThrowAway")::int as "throwAway" from unusual) n,
            (select * from unusual order by line limit ${most}) u join contacts c on c.id = u.id
          order by u.line`,
    );
    const [first] = rows;
    if (!first) return none;
    const { shared, throwAway, total } = first;
    const people = rows.map(({ contactId, line, name, address, isShared, isThrowAway }) => {
      return { contactId, line, name, address, isShared, isThrowAway };
    });
    return { shared, throwAway, total, people };
  });
}
