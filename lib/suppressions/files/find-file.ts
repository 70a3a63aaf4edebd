import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { suppressionFiles } from "@/db/schema/suppressions";
import { AppError } from "../../errors/app-error";
import type { FileFacts } from "./file-facts";

export type FileRow = Omit<typeof suppressionFiles.$inferSelect, "facts"> & { facts: FileFacts };

/** One file of suppressions that was read. @throws AppError "not_found", also while it is still read. */
export async function findFile(tx: TeamTransaction, fileId: string): Promise<FileRow> {
  const [file] = await tx.select().from(suppressionFiles).where(eq(suppressionFiles.id, fileId));
  if (!file || file.state === "reading" || !("column" in (file.facts as object))) throw new AppError("not_found");
  return { ...file, facts: file.facts as FileFacts };
}
