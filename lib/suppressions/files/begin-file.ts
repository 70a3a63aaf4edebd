import { and, eq, lt, or, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { suppressionFiles } from "@/db/schema/suppressions";
import type { SuppressionFileState } from "@/db/schema/words";
import { directionOverrides } from "../../mail/invisible";
import { oneLine } from "../../mail/one-line";

const hour = 3_600_000;

/** Makes the row of a file that is about to be read, and clears up behind earlier ones. @returns its id. */
export function beginFile(scope: Scope, fileName: string, now: Date): Promise<string> {
  return withTeam(scope, async (tx) => {
    const older = (state: SuppressionFileState, hours: number) =>
      and(eq(suppressionFiles.state, state), lt(suppressionFiles.createdAt, new Date(now.getTime() - hours * hour)));
    // What a process that ended left half-read, and what nobody came back to.
    await tx
      .update(suppressionFiles)
      .set({ state: "dropped", finishedAt: now })
      .where(or(older("reading", 1), older("shown", 7 * 24)));
    // Of a file that was taken over, its refused lines stay a day to be looked at.
    await tx.execute(
      sql`delete from suppression_file_entries e using suppression_files f where f.id = e.file_id
          and (f.state = 'dropped' or f.state = 'taken' and f.finished_at < ${new Date(now.getTime() - 24 * hour).toISOString()}::timestamptz)`,
    );
    const [made] = await tx
      .insert(suppressionFiles)
      .values({ fileName: cleanName(fileName), createdBy: scope.memberId, createdAt: now })
      .returning({ id: suppressionFiles.id });
    if (!made) throw new Error("The file's row was not written.");
    return made.id;
  });
}

/** A file's name as it can be shown and kept: no control characters, no marks of direction, no end. */
function cleanName(fileName: string): string {
  return [...oneLine(fileName.replace(directionOverrides, " "))].slice(0, 200).join("") || "suppressions.csv";
}
