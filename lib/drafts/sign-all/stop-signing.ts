import { eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { signJobs } from "@/db/schema/shown";
import { AppError } from "../../errors/app-error";
import { finishSigning } from "./finish-signing";

/** Stops an order where it is: what was signed stays signed, the others wait. Of one that is over nothing changes. @throws AppError "not_found". */
export function stopSigning(scope: Scope, jobId: string, now: Date): Promise<void> {
  return withTeam(scope, (tx) => stopInside(tx, jobId, now));
}

/** The same inside an open transaction. A batch that is being signed ends first; none follows. */
export async function stopInside(tx: TeamTransaction, jobId: string, now: Date): Promise<void> {
  const [job] = await tx.select({ state: signJobs.state }).from(signJobs).where(eq(signJobs.id, jobId)).for("update");
  if (!job || job.state === "asking") throw new AppError("not_found");
  await finishSigning(tx, jobId, "stopped", now);
}
