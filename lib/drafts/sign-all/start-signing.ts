import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { signJobs } from "@/db/schema/shown";
import { AppError } from "../../errors/app-error";
import { emit } from "../../events/emit";

/**
 * Confirms an order: it is carried out from now on, whoever leaves the page. Confirmed twice it is one.
 * @throws AppError "not_found", "conflict" when the person asked anew since, or it is over already.
 */
export function startSigning(scope: Scope & { memberId: string }, jobId: string, now: Date): Promise<void> {
  return withTeam(scope, async (tx) => {
    const [job] = await tx
      .select({ memberId: signJobs.memberId, state: signJobs.state })
      .from(signJobs)
      .where(eq(signJobs.id, jobId))
      .for("update");
    if (!job || job.memberId !== scope.memberId) throw new AppError("not_found");
    if (job.state === "running") return;
    if (job.state !== "asking") throw new AppError("conflict", "This was confirmed before. Look at the queue and ask again.");
    await tx
      .update(signJobs)
      .set({ state: "running", startedAt: now })
      .where(and(eq(signJobs.id, jobId), eq(signJobs.state, "asking")));
    const data = { teamId: scope.teamId, memberId: scope.memberId, jobId };
    await emit(tx, "drafts/signing.started", [{ eventId: `signing:${jobId}`, data }]);
  });
}
