import { inArray } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { emit } from "../../events/emit";

/** A run that is asked for again within this is the same; two of one import follow each other. */
const patienceMs = 5 * 60_000;

/** Asks once more for imports that are being taken back, or brought back, should their run be lost. */
export function wakeTakings(scope: Scope, now: Date): Promise<void> {
  return withTeam(scope, async (tx) => {
    const under = await tx
      .select({ uploadId: uploadBatches.id, memberId: uploadBatches.takenBy })
      .from(uploadBatches)
      .where(inArray(uploadBatches.taking, ["taking", "bringing"]));
    const span = Math.floor(now.getTime() / patienceMs);
    await emit(
      tx,
      "upload/taken",
      under.flatMap(({ uploadId, memberId }) =>
        memberId ? [{ eventId: `taking:${uploadId}:${span}`, data: { teamId: scope.teamId, memberId, uploadId } }] : [],
      ),
    );
  });
}
