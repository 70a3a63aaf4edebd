import { eq } from "drizzle-orm";
import { type Clock, databaseClock, readClock } from "@/db/access/database-clock";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxTests, senderAccounts } from "@/db/schema/senders";
import { restCode } from "../../microsoft/rest-code";
import { type CheckResult, everyMinutes, hasFailed } from "./checks";
import { runSelfTest } from "./run-self-test";

/** Tests a mailbox whose turn it is. @returns whether it was. */
export async function testIfDue(scope: Scope, senderAccountId: string, clock: Clock = databaseClock): Promise<boolean> {
  const now = await readClock(scope.teamId, clock);
  const next = await withTeam(scope, async (tx) => {
    const [own] = await tx
      .select({
        status: senderAccounts.status,
        trouble: senderAccounts.trouble,
        code: senderAccounts.troubleCode,
        until: senderAccounts.troubleUntil,
        troubleSince: senderAccounts.troubleSince,
        statusSince: senderAccounts.statusSince,
        testedAt: mailboxTests.testedAt,
        results: mailboxTests.results,
      })
      .from(senderAccounts)
      .leftJoin(mailboxTests, eq(mailboxTests.senderAccountId, senderAccounts.id))
      .where(eq(senderAccounts.id, senderAccountId));
    if (!own || own.status === "removed") return null;
    // Microsoft asked to be left alone.
    if (own.code === restCode && own.trouble && own.until && own.until > now) return null;
    return own.testedAt ? nextTestAt({ ...own, testedAt: own.testedAt, results: own.results as CheckResult[] }) : now;
  });
  if (!next || next > now) return false;
  return runSelfTest(scope, senderAccountId, now);
}

type Tested = {
  status: string;
  trouble: string | null;
  statusSince: Date;
  troubleSince: Date | null;
  testedAt: Date;
  results: CheckResult[];
};

/** When a mailbox is tested again by itself: sooner while anything is amiss, and at once where that began after the last test. */
export function nextTestAt(own: Tested): Date {
  const since = own.status === "connected" ? own.trouble && own.troubleSince : own.statusSince;
  if (since && since > own.testedAt) return since;
  const isBroken = own.status !== "connected" || own.trouble !== null || hasFailed(own.results) || own.results.length === 0;
  return new Date(own.testedAt.getTime() + (isBroken ? everyMinutes.broken : everyMinutes.sound) * 60_000);
}
