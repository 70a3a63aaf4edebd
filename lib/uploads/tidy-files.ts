import { lt } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { uploadParts } from "@/db/schema/contacts";

/** So long a file that was uploaded is kept. */
export const keptDays = 30;

/** Deletes for good the files that came more than thirty days ago, of every team: one that is imported at that moment says that it is not kept any more. What became of their rows stays. @returns how many pieces went. */
export async function tidyFiles(now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const gone = await withSystem("tidy files", (tx) =>
    tx.delete(uploadParts).where(lt(uploadParts.createdAt, before)).returning({ id: uploadParts.id }),
  );
  return gone.length;
}
