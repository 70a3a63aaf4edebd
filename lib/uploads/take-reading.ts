import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { mapColumns } from "../columns/map-columns";
import { saysOptedOut } from "../columns/people/opted-out";
import { rememberColumns } from "../columns/remember-columns";
import { AppError } from "../errors/app-error";
import { emit } from "../events/emit";
import { headRows } from "../files/reading/head-rows";
import type { Findings, Reading } from "../files/reading/reading";
import { keepCounts } from "./count/keep-counts";
import { findEarlier } from "./find-earlier";

/** A file of so many bytes is counted while somebody waits for it; a larger one behind. */
const countedAtOnce = 4 * 1024 * 1024;
const mostColumns = 200;

/**
 * Takes a reading for a file: its columns are named and suggested by its first rows, or those of an earlier file of the same header, and all its rows are counted.
 * @param file its first megabyte, and how many bytes it has. @param before the reading that is changed: another one meanwhile is not written over.
 * @throws AppError "invalid" for what cannot be a table of contacts; "conflict" when its rows are being imported already.
 */
export async function takeReading(
  scope: Scope,
  uploadId: string,
  { reading, findings }: { reading: Reading; findings: Findings },
  { head, size }: { head: Uint8Array; size: number },
  before: Reading | null = null,
): Promise<void> {
  const { names, rows, width } = headRows(head, reading, head.length === size);
  if (rows.length === 0 && head.length === size) throw new AppError("invalid", sayNoRows(names !== null, before !== null));
  if (width > mostColumns) throw new AppError("invalid", `The file has more than ${mostColumns} columns.`);
  const found = mapColumns(names, rows);
  const isLarge = size > countedAtOnce;
  await withTeam(scope, async (tx) => {
    const earlier =
      names &&
      (await findEarlier(
        tx,
        found.map(({ header }) => header),
      ));
    const chosen = earlier && rememberColumns(found, earlier.mapping);
    const remembered = chosen ? { fileName: earlier.fileName, at: earlier.at.toISOString(), found } : null;
    const mapping = chosen ?? found;
    const [kept] = await tx
      .update(uploadBatches)
      .set({
        reading,
        findings: { ...findings, optedOut: saysOptedOut(names, rows), remembered },
        headers: mapping.map(({ header }) => header),
        columnMapping: mapping,
        delimiter: reading.divider,
        encoding: reading.encoding,
        totalContacts: isLarge ? 0 : rows.length,
        counted: null,
      })
      .where(
        and(
          eq(uploadBatches.id, uploadId),
          eq(uploadBatches.status, "pending"),
          before ? sql`${uploadBatches.reading} = ${JSON.stringify(before)}::jsonb` : undefined,
        ),
      )
      .returning({ id: uploadBatches.id });
    if (!kept)
      throw new AppError(
        "conflict",
        "Somebody began this import, or had the file read in another way, in this moment. Look again.",
      );
    // A small one, too, in case this process ends before it is counted.
    await emit(tx, "upload/kept", [{ eventId: `kept:${uploadId}:${randomUUID()}`, data: { teamId: scope.teamId, uploadId } }]);
  });
  if (!isLarge) await keepCounts(scope, uploadId);
}

function sayNoRows(hasHeader: boolean, isChanged: boolean): string {
  if (isChanged) return "Read in this way the file has no rows, so it stays as it was.";
  return hasHeader ? "The file has a header but no rows." : "The file has no rows.";
}
