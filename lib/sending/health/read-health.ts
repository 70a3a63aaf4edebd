import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxTests, senderAccounts } from "@/db/schema/senders";
import { type CheckResult, completed } from "../../senders/self-test/checks";
import { nextTestAt } from "../../senders/self-test/test-if-due";
import { type HandOver, readHandOver } from "../hand-over/read-hand-over";
import { type LastLook, readLastLook } from "./read-last-look";
import { type Limits, readLimits } from "./read-limits";
import { readWaiting, type Waiting } from "./read-waiting";

export type LastTest = { at: Date; next: Date; results: CheckResult[]; selfMail: string | null; selfMailAt: Date | null };
export type Health = { waiting: Waiting; look: LastLook; limits: Limits; handOver: HandOver; test: LastTest | null };

/** What the page of one mailbox tells beside how it stands. */
export function readHealth(scope: Scope, senderAccountId: string, timezone: string, now: Date): Promise<Health> {
  return withTeam(scope, async (tx) => {
    const [own] = await tx
      .select({ own: senderAccounts, test: mailboxTests })
      .from(senderAccounts)
      .leftJoin(mailboxTests, eq(mailboxTests.senderAccountId, senderAccounts.id))
      .where(eq(senderAccounts.id, senderAccountId));
    const results = (own?.test?.results ?? []) as CheckResult[];
    return {
      waiting: await readWaiting(tx, senderAccountId, timezone, now),
      look: await readLastLook(tx, senderAccountId),
      limits: await readLimits(tx, senderAccountId, now),
      handOver: await readHandOver(tx, senderAccountId),
      test:
        own?.test && results.length > 0
          ? {
              at: own.test.testedAt,
              next: nextTestAt({ ...own.own, testedAt: own.test.testedAt, results }),
              results: completed(results),
              selfMail: own.test.selfMail,
              selfMailAt: own.test.selfMailAt,
            }
          : null,
    };
  });
}
