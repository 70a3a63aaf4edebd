import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withSystem } from "@/db/access/with-system";
import { domainOf } from "./mailboxes-of";

/** The domains of every team's connected mailboxes. Of Microsoft's own there is nothing to look up. */
export function listDomainsToCheck(): Promise<{ teamId: string; domain: string }[]> {
  return withSystem("list domains to check", (tx) =>
    readRows<{ teamId: string; domain: string }>(
      tx,
      sql`select distinct m.team_id as "teamId", ${domainOf} as domain from sender_accounts m
          where m.status in ('connected', 'signed_out') and m.tid is not null and m.email_norm not like '%.onmicrosoft.com' order by 1, 2`,
    ),
  );
}
