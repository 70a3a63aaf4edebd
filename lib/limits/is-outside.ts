import { type SQL, sql } from "drizzle-orm";

/**
 * Whether an address is outside of the organisation, as far as we know it: its domain is none of those that the addresses of the team's mailboxes have.
 * A domain of the organisation without a mailbox here counts as outside, which sends less and never more.
 * @param recipient an SQL expression, the address.
 */
export const isOutside = (recipient: SQL): SQL => sql`lower(substring(${recipient} from '[^@]*$')) not in (
  select lower(substring(a from '[^@]*$')) from sender_accounts m cross join unnest(m.addresses || m.email_norm) a)`;
