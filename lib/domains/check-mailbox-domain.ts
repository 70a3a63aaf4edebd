import { sql } from "drizzle-orm";
import { type Clock, databaseClock, readClock } from "@/db/access/database-clock";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { Dns } from "./dns/dns";
import { lookUpDomain } from "./look-up-domain";
import { domainOf } from "./mailboxes-of";

/** Many mailboxes of one domain are connected in a row: one look-up a minute is enough for all. */
const enoughForMs = 60_000;

/** Looks up the domain of a mailbox that was just connected. @returns whether it was: not where another just did. */
export async function checkMailboxDomain(
  scope: Scope,
  senderAccountId: string,
  clock: Clock = databaseClock,
  dns?: Dns,
): Promise<boolean> {
  const now = await readClock(scope.teamId, clock);
  const since = new Date(now.getTime() - enoughForMs).toISOString();
  const [own] = await withTeam(scope, (tx) =>
    readRows<{ domain: string; known: boolean }>(
      tx,
      sql`select ${domainOf} as domain, exists (select 1 from domain_checks y
            where y.domain = ${domainOf} and y.checked_at > ${since}::timestamptz) as known
          from sender_accounts m where m.id = ${senderAccountId} and m.status <> 'removed'`,
    ),
  );
  if (!own || own.known) return false;
  await lookUpDomain(scope, own.domain, now, dns);
  return true;
}
