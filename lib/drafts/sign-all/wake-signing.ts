import { and, eq, lt } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { signJobs } from "@/db/schema/shown";
import { emit } from "../../events/emit";

/** An order that runs longer than this may have lost its run. */
const patienceMs = 2 * 60_000;

/** Asks once more for orders that have been under way for long. Of one that still is carried out nothing changes: a batch waits for the one before. */
export function wakeSigning(scope: Scope, now: Date): Promise<void> {
  return withTeam(scope, async (tx) => {
    const long = await tx
      .select({ jobId: signJobs.id, memberId: signJobs.memberId })
      .from(signJobs)
      .where(and(eq(signJobs.state, "running"), lt(signJobs.startedAt, new Date(now.getTime() - patienceMs))));
    await emit(
      tx,
      "drafts/signing.started",
      long.map((job) => ({ eventId: `signing:${job.jobId}:${now.getTime()}`, data: { teamId: scope.teamId, ...job } })),
    );
  });
}
