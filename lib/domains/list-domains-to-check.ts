import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { domainOf } from "./mailboxes-of";

/** The domains of a team's connected mailboxes. Of Microsoft's own there is nothing to look up. */
export async function listDomainsToCheck(scope: Scope): Promise<string[]> {
  const rows = await withTeam(scope, (tx) =>
    readRows<{ domain: string }>(
      tx,
      sql`select distinct ${domainOf} as domain from sender_accounts m
          where m.status in ('connected', 'signed_out') and m.tid is not null and m.email_norm not like '%.onmicrosoft.com' order by 1`,
    ),
  );
  return rows.map(({ domain }) => domain);
}
