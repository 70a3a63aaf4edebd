import { type SQL, sql } from "drizzle-orm";

/**
 * The contacts whom entries name, as a query: by their address, domain or a wildcard. That an address is dead says nothing of a person's others
 * (db/access/suppressions-of.ts asks the same of the list itself).
 * @param entries rows with email_norm, domain, wildcard and reason.
 */
export function namedBy(entries: SQL): SQL {
  // A pattern of `like`, as the column like_pattern of suppressions has it.
  const pattern = sql`replace(replace(replace(replace(n.wildcard, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '*', '%')`;
  return sql`select a.contact_id from ${entries} n join contact_addresses a on a.address_norm = n.email_norm
      where n.reason is distinct from 'bounced' or a.kind = 'primary'
    union select a.contact_id from ${entries} n join contact_addresses a on a.domain = n.domain
    union select a.contact_id from ${entries} n join contact_addresses a on a.address_norm like ${pattern} where n.wildcard is not null`;
}
