import { desc, eq, inArray } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { suppressionFiles } from "@/db/schema/suppressions";
import { members } from "@/db/schema/teams";
import type { FileRow } from "./find-file";

export type PastFile = FileRow & { by: string | null };

/** The team's last files of suppressions, newest first: what was taken over, is being, or waits for a decision. */
export async function listFiles(scope: Scope): Promise<PastFile[]> {
  const rows = await withTeam(scope, (tx) =>
    tx
      .select({ file: suppressionFiles, by: members.name })
      .from(suppressionFiles)
      .leftJoin(members, eq(members.id, suppressionFiles.createdBy))
      .where(inArray(suppressionFiles.state, ["shown", "taking", "taken"]))
      .orderBy(desc(suppressionFiles.createdAt))
      .limit(10),
  );
  return rows.map(({ file, by }) => ({ ...file, facts: file.facts as FileRow["facts"], by }));
}
