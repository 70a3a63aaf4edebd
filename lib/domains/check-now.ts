import { sql } from "drizzle-orm";
import { type Clock, databaseClock, readClock } from "@/db/access/database-clock";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { AppError } from "../errors/app-error";
import type { Dns } from "./dns/dns";
import { isOfMicrosoft } from "./is-of-microsoft";
import { lookUpDomain } from "./look-up-domain";
import { isMailboxOf } from "./mailboxes-of";

const apartSeconds = 5;

/**
 * Looks a domain up because somebody wants to know now.
 * @throws AppError "not_found" where no mailbox is of it or it is Microsoft's own, "conflict" where it was looked up a moment ago.
 */
export async function checkNow(scope: Scope, domain: string, clock: Clock = databaseClock, dns?: Dns): Promise<void> {
  const now = await readClock(scope.teamId, clock);
  const [own] = await withTeam(scope, (tx) =>
    readRows<{ recent: boolean | null }>(
      tx,
      sql`select (select y.checked_at > ${now.toISOString()}::timestamptz - interval '${sql.raw(String(apartSeconds))} seconds'
            from domain_checks y where y.domain = ${domain}) as recent
          from sender_accounts m where ${isMailboxOf(domain)} limit 1`,
    ),
  );
  if (!own || isOfMicrosoft(domain)) throw new AppError("not_found");
  if (own.recent) throw new AppError("conflict", "It was looked up a moment ago. Wait five seconds.");
  await lookUpDomain(scope, domain, now, dns);
}
