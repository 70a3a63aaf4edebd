import { and, eq, inArray } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { suppressionFileEntries, suppressionFiles } from "@/db/schema/suppressions";
import { AppError } from "../../errors/app-error";

/**
 * Leaves a file that was read: nothing of it comes into the list. @throws AppError "not_found"; "conflict" once it is being taken over, since the
 * list only grows.
 */
export function dropFile(scope: Scope, fileId: string, now: Date): Promise<void> {
  return withTeam(scope, async (tx) => {
    const [file] = await tx
      .select({ state: suppressionFiles.state })
      .from(suppressionFiles)
      .where(eq(suppressionFiles.id, fileId))
      .for("update");
    if (!file) throw new AppError("not_found");
    if (file.state === "taking" || file.state === "taken")
      throw new AppError(
        "conflict",
        "This file is being taken over or was. The list only grows: an administrator lifts single entries, with a reason.",
      );
    await tx
      .update(suppressionFiles)
      .set({ state: "dropped", finishedAt: now })
      .where(and(eq(suppressionFiles.id, fileId), inArray(suppressionFiles.state, ["reading", "shown"])));
    await tx.delete(suppressionFileEntries).where(eq(suppressionFileEntries.fileId, fileId));
  });
}
