import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { members } from "@/db/schema/teams";
import { countEntries } from "./count-entries";
import { countStopped, type Stopped } from "./count-stopped";
import { entriesOf } from "./entries-of";
import { type FileRow, findFile } from "./find-file";

export type RefusedLine = { line: number; text: string; sentence: string };
export type ShownFile = {
  file: FileRow;
  by: string | null;
  /** The first lines that are no entry; where it was taken over more than a day ago, none. */
  refused: RefusedLine[];
  /** Whom it will stop, null once it is confirmed or left. */
  stopped: Stopped | null;
};

const shownRefused = 200;
/** Of more it costs seconds: what was counted when the file was read is shown. */
const countedAnew = 50_000;

/** A file of suppressions as its page shows it: before it does anything, how much is new and whom it will stop. @throws AppError "not_found". */
export function showFile(scope: Scope, fileId: string): Promise<ShownFile> {
  return withTeam(scope, async (tx) => {
    const file = await findFile(tx, fileId);
    const [maker] = file.createdBy
      ? await tx.select({ name: members.name }).from(members).where(eq(members.id, file.createdBy))
      : [];
    const refused = await readRows<RefusedLine>(
      tx,
      sql`select line, coalesce(note, '') as text, refused as sentence from suppression_file_entries
          where file_id = ${fileId} and refused is not null order by line, place limit ${shownRefused}`,
    );
    if (file.state !== "shown") return { file, by: maker?.name ?? null, refused, stopped: null };
    const by = maker?.name ?? null;
    if (file.entries > countedAnew) return { file, by, refused, stopped: file.facts.stopped };
    // The list, the contacts and the campaigns may be others than when the file was read.
    const { known, graver } = await countEntries(tx, fileId);
    const stopped = await countStopped(tx, entriesOf(fileId));
    return { file: { ...file, known, facts: { ...file.facts, graver } }, by, refused, stopped };
  });
}
