import { and, asc, desc, eq, sql } from "drizzle-orm";
import { peopleOfUpload } from "@/db/access/people-of-upload";
import { readRows } from "@/db/access/read-rows";
import { suppressedContacts } from "@/db/access/suppressions-of";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contactLists, uploadRows } from "@/db/schema/contacts";
import { members } from "@/db/schema/teams";
import { cellOf } from "../columns/map-row";
import type { Mapping } from "../columns/mapping";
import { wasArchived } from "../contacts/was-archived";
import { canCorrect } from "./correct/can-correct";
import { longestCell } from "./correct/longest-cell";
import { findUpload, type UploadRow } from "./find-upload";

/** `cells`: of the columns that are imported, in the order of `columns`; null where correcting them makes nobody of the row. */
export type Refused = { line: number; name: string; address: string; reason: string; cells: string[] | null };

/** A column that is imported: its place in the file, from 0, its name there, and whether it holds the address. */
export type ImportedColumn = { column: number; name: string; isAddress: boolean };

export type UploadResult = {
  upload: UploadRow;
  by: string | null;
  /** Who took it back. */
  takenBy: string | null;
  list: { id: string; name: string } | null;
  /** How many of its people are suppressed. */
  suppressed: number;
  /** How many were archived: brought back by it, and left as they were. */
  archived: { back: number; stay: number };
  /** The last line that was read. */
  lastLine: number;
  refused: Refused[];
  /** The columns that are imported, the address first. */
  columns: ImportedColumn[];
  page: number;
  pages: number;
};

const refusedPerPage = 100;

/**
 * An upload with a page of the rows it refused: by line, and while it runs the newest first.
 * @param page from 1; where there is no such page, the nearest. @throws AppError "not_found".
 */
export function readResult(scope: Scope, uploadId: string, page: number): Promise<UploadResult> {
  return withTeam(scope, async (tx) => {
    const upload = await findUpload(tx, uploadId);
    const { mapping } = upload;
    const columns = importedColumns(mapping);
    const pages = Math.max(1, Math.ceil(upload.refusedCount / refusedPerPage));
    const here = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
    const ofUpload = eq(uploadRows.uploadBatchId, uploadId);
    const rows = await tx
      .select({ line: uploadRows.line, cells: uploadRows.cells, reason: uploadRows.reason })
      .from(uploadRows)
      .where(and(ofUpload, eq(uploadRows.state, "refused")))
      .orderBy(upload.status === "processing" ? desc(uploadRows.line) : asc(uploadRows.line))
      .limit(refusedPerPage)
      .offset((here - 1) * refusedPerPage);
    const nameOf = async (id: string | null) => {
      const [member] = id ? await tx.select({ name: members.name }).from(members).where(eq(members.id, id)) : [];
      return member?.name ?? null;
    };
    const [list] = upload.listId
      ? await tx
          .select({ id: contactLists.id, name: contactLists.name })
          .from(contactLists)
          .where(eq(contactLists.id, upload.listId))
      : [];
    return {
      upload,
      by: await nameOf(upload.createdBy),
      takenBy: await nameOf(upload.takenBy),
      list: list ?? null,
      suppressed: upload.status === "completed" ? await countSuppressed(tx, uploadId) : 0,
      archived: await countArchived(tx, uploadId),
      lastLine: upload.readLine,
      refused: rows.map(({ line, reason, cells }) => ({
        line,
        reason: reason ?? "",
        ...shown(mapping, cells as string[]),
        cells: canCorrect(reason ?? "")
          ? columns.map(({ column }) => ((cells as string[])[column] ?? "").trim().slice(0, longestCell))
          : null,
      })),
      columns,
      page: here,
      pages,
    };
  });
}

function importedColumns(mapping: Mapping): ImportedColumn[] {
  const taken = mapping.flatMap(({ header, target }, column) =>
    target === "skip" ? [] : [{ column, name: header || `Column ${column + 1}`, isAddress: target === "email" }],
  );
  return taken.sort((one, other) => Number(other.isAddress) - Number(one.isAddress));
}

function shown(mapping: Mapping, cells: string[]): { name: string; address: string } {
  const parts = [cellOf(mapping, cells, "first_name"), cellOf(mapping, cells, "last_name")].filter(Boolean).join(" ");
  return { name: cellOf(mapping, cells, "name") || parts, address: cellOf(mapping, cells, "email") };
}

async function countSuppressed(tx: TeamTransaction, uploadId: string): Promise<number> {
  const [row] = await readRows<{ count: number }>(
    tx,
    sql`select count(distinct r.contact_id)::int as count from ${peopleOfUpload(uploadId)} r where r.contact_id in ${suppressedContacts}`,
  );
  return row?.count ?? 0;
}

async function countArchived(tx: TeamTransaction, uploadId: string): Promise<UploadResult["archived"]> {
  const [row] = await readRows<UploadResult["archived"]>(
    tx,
    sql`select count(*) filter (where reason = ${wasArchived.back})::int as back, count(*) filter (where reason = ${wasArchived.stays})::int as stay
        from upload_rows where upload_batch_id = ${uploadId} and state in ('updated', 'unchanged')`,
  );
  return row ?? { back: 0, stay: 0 };
}
