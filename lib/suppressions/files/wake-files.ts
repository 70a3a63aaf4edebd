import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { suppressionFiles } from "@/db/schema/suppressions";
import { emit } from "../../events/emit";

/** A run that is asked for again within this is the same; two of one file follow each other. */
const patienceMs = 5 * 60_000;

/** Asks once more for files that are being taken over, should their run be lost. Of one that goes on nothing changes: a part waits for the one before. */
export function wakeFiles(scope: Scope, now: Date): Promise<void> {
  return withTeam(scope, async (tx) => {
    const taking = await tx
      .select({ fileId: suppressionFiles.id, memberId: suppressionFiles.createdBy })
      .from(suppressionFiles)
      .where(eq(suppressionFiles.state, "taking"));
    const span = Math.floor(now.getTime() / patienceMs);
    await emit(
      tx,
      "suppressions/file.confirmed",
      taking.flatMap(({ fileId, memberId }) =>
        memberId ? [{ eventId: `suppressing:${fileId}:${span}`, data: { teamId: scope.teamId, memberId, fileId } }] : [],
      ),
    );
  });
}
