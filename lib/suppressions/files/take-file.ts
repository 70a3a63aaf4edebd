import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { suppressionFiles } from "@/db/schema/suppressions";
import { AppError } from "../../errors/app-error";
import { emit } from "../../events/emit";
import { mostWildcards } from "../entries/suppress-entry";

/**
 * Has the entries of a file come into the list, in the name of whoever says so. Saying it twice is the same as once.
 * @throws AppError "not_found"; "conflict" where it was left or is still read; "blocked" where it has nothing to add, or too many wildcards by now.
 */
export function takeFile(scope: Scope & { memberId: string }, fileId: string): Promise<void> {
  return withTeam(scope, async (tx) => {
    const [file] = await tx.select().from(suppressionFiles).where(eq(suppressionFiles.id, fileId)).for("update");
    if (!file) throw new AppError("not_found");
    if (file.state === "taking" || file.state === "taken") return;
    if (file.state !== "shown")
      throw new AppError("conflict", "This file was left. Choose it again; nothing of it is in the list.");
    if (file.entries === 0) throw new AppError("blocked", "No line of this file is an address, a domain or a wildcard.");
    await checkWildcards(tx, fileId);
    // From here on it is that person's act, whoever brought the file.
    await tx.update(suppressionFiles).set({ state: "taking", createdBy: scope.memberId }).where(eq(suppressionFiles.id, fileId));
    await emit(tx, "suppressions/file.confirmed", [
      { eventId: `suppressing:${fileId}`, data: { teamId: scope.teamId, memberId: scope.memberId, fileId } },
    ]);
  });
}

async function checkWildcards(tx: TeamTransaction, fileId: string) {
  const [row] = await readRows<{ count: number }>(
    tx,
    sql`select count(*)::int as count from (select wildcard from suppressions where lifted_at is null and wildcard is not null
          union select wildcard from suppression_file_entries where file_id = ${fileId} and wildcard is not null) w`,
  );
  if ((row?.count ?? 0) > mostWildcards)
    throw new AppError(
      "blocked",
      `With this file the list would hold more than ${mostWildcards} wildcards. Leave it, and choose it again.`,
    );
}
