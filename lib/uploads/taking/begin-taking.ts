import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { AppError } from "../../errors/app-error";
import { emit } from "../../events/emit";
import { nothingTaken } from "./taken";
import { wayBack } from "./way-back";

type By = Scope & { memberId: string };

/**
 * Begins to take an import back, in the name of whoever says so; saying it twice is the same as once.
 * @throws AppError "not_found"; "conflict" where it has not ended, was taken back, or its days are over.
 */
export function beginTaking(scope: By, uploadId: string, now: Date): Promise<void> {
  return withTeam(scope, async (tx) => {
    const upload = await lockUpload(tx, uploadId);
    // Asked once more: its run may be lost, and two of one import follow each other.
    if (upload.taking === "taking") return ask(tx, scope, uploadId, `taking:${upload.takenAct}:${now.getTime()}`);
    const way = wayBack(upload, now);
    if (way === "none") throw new AppError("conflict", "This import has not ended yet. Cancel it first.");
    if (way === "over") throw new AppError("conflict", "Its 30 days are over, so it cannot be taken back any more.");
    if (way !== "take") throw new AppError("conflict", "This import was taken back already.");
    const act = randomUUID();
    await tx
      .update(uploadBatches)
      .set({
        taking: "taking",
        takenLine: 0,
        takenAt: now,
        takenBy: scope.memberId,
        takenEnd: null,
        takenAct: act,
        taken: nothingTaken,
      })
      .where(eq(uploadBatches.id, uploadId));
    await ask(tx, scope, uploadId, `taking:${act}`);
  });
}

/**
 * Begins to bring back what was taken back.
 * @throws AppError "not_found"; "conflict" where nothing was taken back, or its days are over.
 */
export function beginBringing(scope: By, uploadId: string, now: Date): Promise<void> {
  return withTeam(scope, async (tx) => {
    const upload = await lockUpload(tx, uploadId);
    if (upload.taking === "bringing") return ask(tx, scope, uploadId, `bringing:${upload.takenAct}:${now.getTime()}`);
    const way = wayBack(upload, now);
    if (way === "under way") throw new AppError("conflict", "It is still being taken back. Try again in a moment.");
    if (way !== "bring")
      throw new AppError("conflict", way === "over" ? "Its 30 days are over." : "This import was brought back already.");
    await tx
      .update(uploadBatches)
      .set({ taking: "bringing", takenLine: 0, takenEnd: null })
      .where(eq(uploadBatches.id, uploadId));
    await ask(tx, scope, uploadId, `bringing:${upload.takenAct}`);
  });
}

async function lockUpload(tx: TeamTransaction, uploadId: string) {
  const [upload] = await tx.select().from(uploadBatches).where(eq(uploadBatches.id, uploadId)).for("update");
  if (!upload || upload.byHand) throw new AppError("not_found");
  return upload;
}

async function ask(tx: TeamTransaction, { teamId, memberId }: By, uploadId: string, eventId: string) {
  await emit(tx, "upload/taken", [{ eventId, data: { teamId, memberId, uploadId } }]);
}
