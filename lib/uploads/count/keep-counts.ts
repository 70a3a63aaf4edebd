import { and, eq, sql } from "drizzle-orm";
import { readRows as readTable } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { uploadBatches } from "@/db/schema/contacts";
import { mapColumns } from "../../columns/map-columns";
import type { Mapping } from "../../columns/mapping";
import type { Doubt } from "../../files/reading/reading";
import { findKept } from "../find-upload";
import { countFile } from "./count-file";

/**
 * Reads a kept file to its end: counts its rows, adds what is doubtful about them, and looks for its columns once more where its first rows did not show the addresses.
 * What was changed meanwhile is counted by whoever changed it.
 */
export async function keepCounts(scope: Scope, uploadId: string): Promise<void> {
  const upload = await withTeam(scope, (tx) => findKept(tx, uploadId));
  // A small file is counted while somebody waits; its event is for the case that this process ended before.
  if (upload.status !== "pending" || upload.counted) return;
  const { reading, findings } = upload;
  const columnOf = (of: Mapping) => of.findIndex((one) => one.target === "email");
  const look = {
    width: upload.mapping.length,
    optedOut: findings.optedOut,
    endsLine: await endsLine(scope, uploadId),
    lines: null,
  };
  let mapping = upload.mapping;
  let { remembered } = findings;
  let seen = await countFile(scope, upload, reading, { ...look, mapping });
  if (columnOf(mapping) < 0 || (seen.counted.fresh + seen.counted.known === 0 && seen.counted.rows > 0)) {
    const again = mapColumns(reading.headerLine === null ? null : (upload.headers ?? []), seen.sample);
    if (columnOf(again) >= 0 && columnOf(again) !== columnOf(mapping)) {
      mapping = again;
      remembered = null;
      seen = await countFile(scope, upload, reading, { ...look, mapping });
    }
  }
  if (reading.skipEnd > 0 && !seen.doubts.some((doubt) => doubt.blocks)) {
    const { lines } = seen.counted;
    const less = await countFile(scope, upload, reading, { ...look, mapping, lines });
    seen = { ...less, counted: { ...less.counted, lines } };
  }
  await withTeam(scope, (tx) =>
    tx
      .update(uploadBatches)
      .set({
        counted: seen.counted,
        totalContacts: seen.counted.rows,
        columnMapping: mapping,
        headers: mapping.map(({ header }) => header),
        findings: { ...findings, remembered: remembered ?? null, doubts: withNew(findings.doubts, seen.doubts) },
      })
      .where(
        and(
          eq(uploadBatches.id, uploadId),
          eq(uploadBatches.status, "pending"),
          sql`${uploadBatches.reading} = ${JSON.stringify(reading)}::jsonb`,
        ),
      ),
  );
}

/** What the first part of the file showed, and what the rest did: one doubt of a kind is enough, and the later one has counted. */
function withNew(first: Doubt[], later: Doubt[]): Doubt[] {
  const kinds = new Set(later.map(({ kind }) => kind));
  return [...first.filter(({ kind }) => kind === "letters" || !kinds.has(kind)), ...later].sort(
    (a, b) => Number(b.blocks ?? 0) - Number(a.blocks ?? 0),
  );
}

async function endsLine(scope: Scope, uploadId: string): Promise<boolean> {
  const [row] = await withTeam(scope, (tx) =>
    readTable<{ end: Buffer }>(
      tx,
      sql`select substring(bytes from greatest(1, length(bytes) - 3)) as end from upload_parts where upload_batch_id = ${uploadId} order by place desc limit 1`,
    ),
  );
  return /[\n\r\u2028]/.test(row?.end.toString("latin1") ?? "");
}
