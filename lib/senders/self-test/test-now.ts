import { readClock } from "@/db/access/database-clock";
import type { Scope } from "@/db/access/with-team";
import { AppError } from "../../errors/app-error";
import { readTested } from "./read-tested";
import { runSelfTest } from "./run-self-test";

/**
 * Tests a mailbox because somebody wants to know now.
 * @throws AppError "not_found", "conflict" where it was tested a moment ago.
 */
export async function testNow(scope: Scope, senderAccountId: string): Promise<void> {
  if (!(await readTested(scope, senderAccountId))) throw new AppError("not_found");
  const wasTested = await runSelfTest(scope, senderAccountId, await readClock(scope.teamId), { asked: true });
  if (!wasTested) throw new AppError("conflict", "It was tested a moment ago. Wait ten seconds.");
}
