import { and, eq, inArray } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";

/**
 * Stops an import. Rows that became contacts already stay; before it was started, the whole upload goes.
 * @returns whether anything of it is left to look at. @throws AppError "not_found", "conflict" when it had ended.
 */
export async function cancelUpload(scope: Scope, uploadId: string, now: Date): Promise<boolean> {
  return withTeam(scope, async (tx) => {
    const [upload] = await tx.select().from(uploadBatches).where(eq(uploadBatches.id, uploadId)).for("update");
    if (!upload || upload.byHand) throw new AppError("not_found");
    if (upload.status === "pending") {
      await tx.delete(uploadBatches).where(eq(uploadBatches.id, uploadId));
      return false;
    }
    const cancelled = await tx
      .update(uploadBatches)
      .set({ status: "completed", cancelledAt: now, finishedAt: now })
      .where(and(eq(uploadBatches.id, uploadId), inArray(uploadBatches.status, ["processing"])))
      .returning({ id: uploadBatches.id });
    if (cancelled.length === 0) throw new AppError("conflict", "This import has ended already.");
    return true;
  });
}
