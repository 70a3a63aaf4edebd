import { and, eq, lte } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxTests } from "@/db/schema/senders";
import { type CheckResult, completed, hasFailed, restSeconds } from "./checks";
import { endTrouble } from "./end-trouble";
import { readTested } from "./read-tested";
import { tryChecks } from "./try-checks";

/**
 * Tests a mailbox as mail would use it, without sending: up to the first check that fails. What is found is written down, and a mailbox
 * that works again goes on by itself.
 * @param how `asked`: a person wants to know now.
 * @returns false where it was tested a moment ago, by whomever, or is disconnected.
 */
export async function runSelfTest(
  scope: Scope,
  senderAccountId: string,
  now: Date,
  how: { asked?: boolean } = {},
): Promise<boolean> {
  const before = await readTested(scope, senderAccountId);
  if (!before || !(await claim(scope, senderAccountId, now))) return false;
  const results = completed(await tryChecks(scope, before, now));
  await keep(scope, senderAccountId, results, now);
  if (!hasFailed(results)) await endTrouble(scope, before, how.asked === true, now);
  return true;
}

/** One at a time, also of two processes: whoever comes a moment later finds the row taken. What the test before found stays until then. */
async function claim(scope: Scope, senderAccountId: string, now: Date): Promise<boolean> {
  const rested = new Date(now.getTime() - restSeconds * 1000);
  const claimed = await withTeam(scope, (tx) =>
    tx
      .insert(mailboxTests)
      .values({ senderAccountId, testedAt: now, results: [] })
      .onConflictDoUpdate({
        target: mailboxTests.senderAccountId,
        set: { testedAt: now },
        setWhere: lte(mailboxTests.testedAt, rested),
      })
      .returning({ of: mailboxTests.senderAccountId }),
  );
  return claimed.length > 0;
}

function keep(scope: Scope, senderAccountId: string, results: CheckResult[], now: Date) {
  return withTeam(scope, (tx) =>
    tx
      .update(mailboxTests)
      .set({ results })
      .where(and(eq(mailboxTests.senderAccountId, senderAccountId), eq(mailboxTests.testedAt, now))),
  );
}
