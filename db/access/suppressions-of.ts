import { type SQL, sql } from "drizzle-orm";

/**
 * The open suppressions `s` that hold for a contact, by whichever of their addresses `a`, as the rest of a query. A wish is a person's, at
 * every address; that an address is dead says nothing of their others.
 */
export function suppressionsOf(contactId: SQL): SQL {
  return sql`from contact_addresses a join suppressions s on s.email_norm = a.address_norm and s.lifted_at is null
      and (s.reason <> 'bounced' or a.kind = 'primary') where a.contact_id = ${contactId}`;
}

/** What says most of them first: what the person wished, the team, the address; of equals the oldest. */
export const suppressionOrder: SQL = sql`array_position(array['unsubscribed', 'complained', 'asked in a reply', 'by hand', 'bounced'], s.reason),
      s.created_at, s.id`;

/** The ids of all suppressed contacts, for questions about many at once. */
export const suppressedContacts: SQL = sql`(select a.contact_id from suppressions s join contact_addresses a on a.address_norm = s.email_norm
      and (s.reason <> 'bounced' or a.kind = 'primary') where s.lifted_at is null)`;
