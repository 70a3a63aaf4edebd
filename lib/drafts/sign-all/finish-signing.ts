import { and, eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { signJobs } from "@/db/schema/shown";
import { recordActivity } from "../../events/record-activity";

/** Ends an order that is under way, and writes down what it came to, in the name of who gave it. Of another one nothing changes. */
export async function finishSigning(tx: TeamTransaction, jobId: string, as: "done" | "stopped", now: Date): Promise<void> {
  const [job] = await tx
    .update(signJobs)
    .set({ state: as, finishedAt: now })
    .where(and(eq(signJobs.id, jobId), eq(signJobs.state, "running")))
    .returning();
  if (!job || job.signed === 0) return;
  const { teamId, memberId, campaignId, signed, refused } = job;
  await recordActivity(
    tx,
    { teamId, memberId },
    { verb: "signed all that pass", at: now, campaignId, detail: { signed, refused } },
  );
}
