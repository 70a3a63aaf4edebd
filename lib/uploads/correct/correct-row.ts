import { and, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressedContacts } from "@/db/access/suppressions-of";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { uploadBatches, uploadRows } from "@/db/schema/contacts";
import { addressOf, outReason } from "../../columns/map-row";
import { mapRows } from "../../columns/map-rows";
import type { Mapping } from "../../columns/mapping";
import { isShared } from "../../columns/people/shared-names";
import { isThrowAway } from "../../columns/people/throw-away";
import { AppError } from "../../errors/app-error";
import type { Findings } from "../../files/reading/reading";
import { checkAddress } from "../../mail/check-address";
import type { CountedFile } from "../count/counted-file";
import { findUpload, type UploadRow } from "../find-upload";
import { bringPeople } from "../import/import-rows";
import { canCorrect } from "./can-correct";

/** `cells`: those that are another now, by their column, from 0; the others stay as the file has them. */
export type Correction = { line: number; cells: { column: number; text: string }[] };

/** Who a corrected row became: made by it, or known before and filled up, or left as they were. */
export type Corrected = {
  name: string;
  line: number;
  became: "created" | "updated" | "unchanged";
  isSuppressed: boolean;
};

/**
 * Brings a row that an import refused in after all, as its cells are now: by the same columns, the same policy and into the same list, and with the same checks. The
 * counts of the import move with it.
 * @throws AppError "not_found"; "conflict" where the import has not ended or was taken back, or somebody else corrected the row; "blocked" where it cannot be corrected;
 * "invalid" with the sentence at the cell where it is still refused, and then nothing is written.
 */
export function correctRow(scope: Scope, uploadId: string, { line, cells }: Correction, now: Date): Promise<Corrected> {
  return withTeam(scope, async (tx) => {
    // Whoever takes the import back, or corrects another row of it, waits until this one is in.
    await tx.select({ id: uploadBatches.id }).from(uploadBatches).where(eq(uploadBatches.id, uploadId)).for("update");
    const upload = await findUpload(tx, uploadId);
    if (upload.status === "pending" || upload.status === "processing")
      throw new AppError("conflict", "The import still runs. Its rows can be corrected once it has ended.");
    if (upload.taking) throw new AppError("conflict", "This import was taken back meanwhile, so its rows stay out.");
    const here = and(eq(uploadRows.uploadBatchId, uploadId), eq(uploadRows.line, line));
    const [row] = await tx.select().from(uploadRows).where(here);
    if (!row) throw new AppError("not_found");
    if (row.state !== "refused") throw new AppError("conflict", await becameOf(tx, uploadId, line));
    if (!canCorrect(row.reason ?? "")) throw new AppError("blocked", `${row.reason}. That cannot be corrected.`);
    const corrected = correctedCells(upload.mapping, row.cells as string[], cells);
    const { optedOut } = (upload.findings as Findings | null) ?? { optedOut: null };
    const { refused, wanted } = mapRows(upload.mapping, optedOut, [{ line, cells: corrected }]);
    for (const { reason } of refused) throw stillWrong(upload, corrected, reason);
    const { created, outcomes } = await bringPeople(tx, upload, wanted, now);
    const [outcome] = outcomes;
    if (outcome?.state === "refused") throw stillWrong(upload, corrected, outcome.reason ?? "");
    const contactId = created[0] ?? outcome?.contactId;
    if (!contactId) throw new Error("The corrected row became nobody.");
    const became = outcome?.state === "updated" || outcome?.state === "unchanged" ? outcome.state : "created";
    // Whom it made carries the line; the row itself names nobody then, or it would count them twice.
    const { reason = null, changed = null, cells: by = [] } = outcome ?? {};
    await tx
      .update(uploadRows)
      .set({ state: became, reason, contactId: outcome?.contactId ?? null, cells: by, changed })
      .where(here);
    const counter = ({ created: "createdCount", updated: "updatedCount", unchanged: "unchangedCount" } as const)[became];
    const counted = upload.counted && [...wanted.keys()].reduce(withAddress, upload.counted);
    await tx
      .update(uploadBatches)
      .set({ counted, refusedCount: sql`${uploadBatches.refusedCount} - 1`, [counter]: sql`${uploadBatches[counter]} + 1` })
      .where(eq(uploadBatches.id, uploadId));
    return { line, became, ...(await standingOf(tx, contactId)) };
  });
}

/** What the rows came to, where one more of them is somebody by this address: only what is unusual is asked for later. */
function withAddress(counted: CountedFile, address: string): CountedFile {
  return {
    ...counted,
    shared: (counted.shared ?? 0) + Number(isShared(address)),
    throwAway: (counted.throwAway ?? 0) + Number(isThrowAway(address)),
  };
}

/** @throws AppError "invalid" for a column that becomes nothing: nobody saw its cell. */
function correctedCells(mapping: Mapping, before: string[], given: Correction["cells"]): string[] {
  const cells = mapping.map((_, column) => before[column] ?? "").concat(before.slice(mapping.length));
  for (const { column, text } of given) {
    if ((mapping[column]?.target ?? "skip") === "skip") throw new AppError("invalid", "One of the columns is not imported.");
    cells[column] = text;
  }
  return cells;
}

/** The sentence at the cell that it speaks of. */
function stillWrong({ mapping }: UploadRow, cells: string[], reason: string): AppError {
  const isAddress = reason === outReason || checkAddress(addressOf(mapping)(cells)) !== null || !/is longer than/.test(reason);
  const longest = mapping
    .map(({ target }, column) => ({ target, column, length: target === "email" ? -1 : (cells[column] ?? "").length }))
    .filter(({ target }) => target !== "skip" && !target.startsWith("field:"))
    .sort((one, other) => other.length - one.length)[0];
  const column = isAddress ? mapping.findIndex(({ target }) => target === "email") : longest?.column;
  return new AppError("invalid", undefined, { [`cell.${column}`]: reason });
}

async function becameOf(tx: TeamTransaction, uploadId: string, line: number): Promise<string> {
  const [person] = await readRows<{ name: string }>(
    tx,
    sql`select coalesce(c.name, c.email) as name from contacts c where c.upload_batch_id = ${uploadId} and c.upload_line = ${line}
        union all select coalesce(c.name, c.email) from upload_rows r join contacts c on c.id = r.contact_id
          where r.upload_batch_id = ${uploadId} and r.line = ${line}`,
  );
  return `Somebody corrected line ${line.toLocaleString("en")} meanwhile: ${person ? `${person.name} is in` : "it is in"}. Nothing was changed.`;
}

async function standingOf(tx: TeamTransaction, contactId: string): Promise<Pick<Corrected, "name" | "isSuppressed">> {
  const [person] = await readRows<{ name: string; isSuppressed: boolean }>(
    tx,
    sql`select coalesce(c.name, c.email) as name, c.id in ${suppressedContacts} as "isSuppressed" from contacts c where c.id = ${contactId}`,
  );
  return person ?? { name: "", isSuppressed: false };
}
