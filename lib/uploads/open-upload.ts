import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { keepFile } from "../files/kept/keep-file";
import { detectReading } from "../files/reading/detect-reading";
import { directionOverrides } from "../mail/invisible";
import { oneLine } from "../mail/one-line";
import { takeReading } from "./take-reading";
import { keptDays } from "./tidy-files";

/**
 * Keeps a file of contacts while it comes, and finds how it is read. A file that is no table, or was cut off on its way, leaves nothing behind.
 * @returns the upload's id. @throws AppError with the sentence a person reads.
 */
export async function openUpload(scope: Scope, fileName: string, bytes: AsyncIterable<Uint8Array>, now: Date): Promise<string> {
  const uploadId = await begin(scope, fileName, now);
  try {
    const { bytes: size, head, strange } = await keepFile(scope, uploadId, bytes);
    await withTeam(scope, (tx) => tx.update(uploadBatches).set({ bytes: size }).where(eq(uploadBatches.id, uploadId)));
    await takeReading(scope, uploadId, detectReading({ head, strange, isWhole: head.length === size }), { head, size });
    return uploadId;
  } catch (error) {
    await withTeam(scope, (tx) => tx.delete(uploadBatches).where(eq(uploadBatches.id, uploadId)));
    throw error;
  }
}

/** Makes the upload's row; what a process that ended left half-read a day ago goes, and what nobody confirmed while its file was kept. */
function begin(scope: Scope, fileName: string, now: Date): Promise<string> {
  return withTeam(scope, async (tx) => {
    await tx
      .delete(uploadBatches)
      .where(
        and(
          eq(uploadBatches.status, "pending"),
          isNull(uploadBatches.byHand),
          or(
            and(isNull(uploadBatches.reading), lt(uploadBatches.createdAt, ago(now, 86_400_000))),
            lt(uploadBatches.createdAt, ago(now, keptDays * 86_400_000)),
          ),
          sql`not exists (select 1 from contacts c where c.upload_batch_id = ${uploadBatches.id})`,
        ),
      );
    const [made] = await tx
      .insert(uploadBatches)
      .values({ fileName: cleanName(fileName), createdBy: scope.memberId, createdAt: now })
      .returning({ id: uploadBatches.id });
    if (!made) throw new Error("The upload was not written.");
    return made.id;
  });
}

const ago = (now: Date, ms: number) => new Date(now.getTime() - ms);

/** A file's name as it can be shown and kept: no control characters, no marks of direction, no end. */
function cleanName(fileName: string): string {
  return [...oneLine(fileName.replace(directionOverrides, " "))].slice(0, 200).join("") || "contacts.csv";
}
