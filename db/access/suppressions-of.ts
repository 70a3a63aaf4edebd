import { type SQL, sql } from "drizzle-orm";

/**
 * Every way in which an open suppression `s` names an address `a`: by itself, by its domain, by a wildcard, or by the hash that is left of it. A wish is
 * a person's, at every address; that an address is dead says nothing of their others. One query each: an `or` over them would use no index.
 */
const ways: SQL[] = [
  sql`s.email_norm = a.address_norm and (s.reason <> 'bounced' or a.kind = 'primary')`,
  sql`s.domain is not null and s.domain = a.domain`,
  sql`s.wildcard is not null and a.address_norm like s.like_pattern`,
  sql`s.id = a.hashed_in and (s.reason <> 'bounced' or a.kind = 'primary')`,
];

/** The open suppressions `s` that hold for a contact, by whichever of their addresses `a`, as the rest of a query. */
export function suppressionsOf(contactId: SQL): SQL {
  const named = ways.map((way) => sql`select s.* from suppressions s where s.lifted_at is null and ${way}`);
  return sql`from contact_addresses a cross join lateral (${sql.join(named, sql` union all `)}) s where a.contact_id = ${contactId}`;
}

/** What says most of them first: what the person wished, the team, the address; of equals the oldest. */
export const suppressionOrder: SQL = sql`array_position(array['unsubscribed', 'complained', 'asked in a reply', 'by hand', 'bounced'], s.reason),
      s.created_at, s.id`;

/** Every entry that ever named an address of the contact by itself, open or lifted, as the rest of a query: `s`. Each half has its own index. */
export function suppressionsEver(contactId: SQL): SQL {
  const theirs = sql`any(array(select a.address_norm from contact_addresses a where a.contact_id = ${contactId}))`;
  return sql`from (select s.* from suppressions s where s.lifted_at is null and s.email_norm = ${theirs}
    union all select s.* from suppressions s where s.lifted_at is not null and s.email_norm = ${theirs}) s`;
}

/** The ids of all suppressed contacts, for questions about many at once. The database finds them by its indexes (drizzle/0017_limits.sql). */
export const suppressedContacts: SQL = sql`(select s from suppressed_contacts() s)`;
