import { type SQL, sql } from "drizzle-orm";

const byWildcard = sql`s.wildcard is not null and a.address_norm like s.like_pattern`;

/**
 * Every way in which an open suppression `s` names an address `a`: by itself, by its domain, by a wildcard, or by the hash that is left of it. A wish is
 * a person's, at every address; that an address is dead says nothing of their others. One query each: an `or` over them would use no index.
 */
const ways: SQL[] = [
  sql`s.email_norm = a.address_norm and (s.reason <> 'bounced' or a.kind = 'primary')`,
  sql`s.domain = a.domain`,
  byWildcard,
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

/**
 * The ids of all suppressed contacts, for questions about many at once. Wildcards look them up (`wildcarded` in drizzle/0017_limits.sql): tried on each
 * address, some hundred of them and some ten thousand contacts would take seconds.
 */
export const suppressedContacts: SQL = sql`(${sql.join(
  ways
    .filter((way) => way !== byWildcard)
    .map((way) => sql`select a.contact_id from suppressions s join contact_addresses a on ${way} where s.lifted_at is null`),
  sql` union all `,
)} union all select w.contact from wildcarded() w)`;
