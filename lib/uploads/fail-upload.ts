import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";

/** What a person reads of an import that could not go on. */
const sentence =
  "It stopped: something failed on our side again and again. What was read is kept; import the file again for the rest.";

/** Ends an import that cannot go on. Rows that became contacts already stay; one that ended otherwise meanwhile stays as it is. */
export async function failUpload(scope: Scope, uploadId: string, now: Date): Promise<void> {
  await withTeam(scope, (tx) =>
    tx
      .update(uploadBatches)
      .set({ status: "failed", error: sentence, finishedAt: now })
      .where(and(eq(uploadBatches.id, uploadId), eq(uploadBatches.status, "processing"))),
  );
}
