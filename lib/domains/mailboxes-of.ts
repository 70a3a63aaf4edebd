import { type SQL, sql } from "drizzle-orm";

/** The domain of `m`, a row of sender_accounts, as domain_checks names it. */
export const domainOf: SQL<string> = sql<string>`substring(m.email_norm from '[^@]*$')`;

/** The condition on `m` that it is a mailbox of this domain which is still there. */
export function isMailboxOf(domain: string): SQL {
  return sql`${domainOf} = ${domain} and m.status <> 'removed'`;
}
