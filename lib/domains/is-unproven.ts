import { type SQL, sql } from "drizzle-orm";
import { domainOf } from "./mailboxes-of";

/** So many days may a domain fail before first mails wait for it. */
export const daysToMend = 3;

/** The condition on `m`, a row of sender_accounts, that its domain has failed to prove itself for days, and no administrator sends all the same. */
export function isUnproven(now: Date): SQL<boolean> {
  const since = new Date(now.getTime() - daysToMend * 24 * 3_600_000).toISOString();
  return sql<boolean>`exists (select 1 from domain_checks y where y.domain = ${domainOf}
    and y.failing_since <= ${since}::timestamptz
    and (y.accepted_at is null or y.accepted_at < y.failing_since))`;
}
