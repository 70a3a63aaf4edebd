import { and, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { refreshStatistics } from "@/db/access/refresh-statistics";
import { type Scope, withTeam } from "@/db/access/with-team";
import { suppressionFiles } from "@/db/schema/suppressions";
import type { SuppressionReason } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { isFreeMail } from "../../mail/is-free-mail";
import { soundJson } from "../../mail/text/sound-json";
import { sound } from "../../mail/text/sound-text";
import { type FileKind, type FileRecord, readRecords } from "../../uploads/file/read-records";
import { mostWildcards } from "../entries/suppress-entry";
import { beginFile } from "./begin-file";
import { countEntries } from "./count-entries";
import { countStopped } from "./count-stopped";
import { dropFile } from "./drop-file";
import { entriesOf } from "./entries-of";
import type { FileFacts } from "./file-facts";
import { type Columns, chooseColumns } from "./read/choose-columns";
import { readReason } from "./read/read-reason";
import { type ReadRow, readRow } from "./read/read-row";

const limits = { megabytes: 100, rows: 1_000_000, remarks: true };
const batchSize = 5_000;
/** So many records show what the columns are. */
const sampleSize = 300;
const shownRows = 8;
const shownCell = 80;
const fewFreeMail = 5;

/**
 * Reads a file of suppressions into staging rows while it comes, whatever its columns are. Nothing is suppressed by it.
 * @param column the column of the entries, from 0, where a person chose it; null finds it.
 * @returns the file's id. @throws AppError with the sentence a person reads; then nothing of it is kept.
 */
export async function stageFile(
  scope: Scope,
  file: { name: string; column: number | null },
  bytes: AsyncIterable<Uint8Array>,
  now: Date,
): Promise<string> {
  const fileId = await beginFile(scope, file.name, now);
  try {
    const staging = new Staging(scope, fileId, await countWildcards(scope));
    const kind: FileKind = { delimiter: ",", encoding: "utf-8", bytes: 0 };
    let sample: FileRecord[] | null = [];
    const start = async (records: FileRecord[]) => {
      sample = null;
      staging.begin(file, records);
      for (const record of records) await staging.add(record);
    };
    for await (const record of readRecords(notZipped(bytes), kind, limits)) {
      if (!sample) await staging.add(record);
      else if (sample.push(record) === sampleSize) await start(sample);
    }
    if (sample) await start(sample);
    await staging.end();
    if (staging.lines === 0) throw new AppError("invalid", "The file has no lines with anything in them. Nothing was kept.");
    await refreshStatistics(scope, ["suppression_file_entries"]);
    await withTeam(scope, async (tx) => {
      const counts = await countEntries(tx, fileId);
      const { entries, known, ...more } = counts;
      const facts: FileFacts = { ...staging.facts(kind), ...more, stopped: await countStopped(tx, entriesOf(fileId)) };
      const shown = await tx
        .update(suppressionFiles)
        .set({ state: "shown", lines: staging.lines, refused: staging.refused, entries, known, facts })
        .where(and(eq(suppressionFiles.id, fileId), eq(suppressionFiles.state, "reading")))
        .returning({ id: suppressionFiles.id });
      // Another file that came meanwhile clears up what is read for more than an hour, and took its lines.
      if (shown.length === 0)
        throw new AppError("conflict", "It took more than an hour to read this file, and it was given up. Choose it again.");
    });
    return fileId;
  } catch (error) {
    await dropFile(scope, fileId, now);
    throw error;
  }
}

/** The rows of one file on their way into the database, a batch at a time while the next is read. */
class Staging {
  lines = 0;
  refused = 0;
  #columns: Columns = { headers: null, main: 0, others: [], reason: null, flags: [], note: null, kind: null };
  #otherwise: SuppressionReason | null = null;
  #shown: FileFacts["rows"] = [];
  #freeMail = new Set<string>();
  #waiting: { line: number; place: number; row: ReadRow }[] = [];
  #writing: Promise<unknown> = Promise.resolve();
  #wildcards: Set<string>;

  constructor(
    readonly scope: Scope,
    readonly fileId: string,
    wildcards: string[],
  ) {
    this.#wildcards = new Set(wildcards);
  }

  begin(file: { name: string; column: number | null }, sample: FileRecord[]) {
    const told = sample.filter(({ cells }) => !/^(#|\/\/)/.test(cells[0] ?? "") && cells.some((cell) => cell !== ""));
    this.#columns = chooseColumns(
      told.map(({ cells }) => cells),
      file.column,
    );
    const head = this.#columns.headers?.[this.#columns.main] ?? "";
    this.#otherwise = readReason(head) ?? readReason(file.name);
    this.#shown = told
      .slice(this.#columns.headers ? 1 : 0)
      .slice(0, shownRows)
      .map(({ line, cells }) => ({ line, cells: cells.slice(0, 50).map((cell) => sound(cell.slice(0, shownCell))) }));
  }

  async add({ line, cells }: FileRecord) {
    if (this.#columns.headers === cells) return;
    const rows = readRow(cells, this.#columns, this.#otherwise);
    if (rows.length > 0) this.lines += 1;
    for (const [place, read] of rows.entries()) {
      const row = this.#withinWildcards(read);
      if ("refused" in row) this.refused += 1;
      if ("domain" in row && isFreeMail(row.domain)) this.#freeMail.add(row.domain);
      this.#waiting.push({ line, place, row });
    }
    if (this.#waiting.length >= batchSize) await this.#flush();
  }

  async end() {
    await this.#flush();
    await this.#writing;
  }

  facts({ delimiter, encoding }: FileKind) {
    const { headers, main, reason, flags } = this.#columns;
    return {
      saysWhy: reason !== null || flags.length > 0 || this.#otherwise !== null,
      ...{
        delimiter,
        encoding,
        rows: this.#shown,
        column: main,
        reasonColumn: reason,
        freeMail: [...this.#freeMail].slice(0, fewFreeMail),
      },
      moreFreeMail: Math.max(0, this.#freeMail.size - fewFreeMail),
      headers: headers?.slice(0, 50).map((head) => sound(head.slice(0, shownCell))) ?? null,
    };
  }

  #withinWildcards(row: ReadRow): ReadRow {
    if (!("wildcard" in row)) return row;
    if (this.#wildcards.size < mostWildcards || this.#wildcards.has(row.wildcard)) {
      this.#wildcards.add(row.wildcard);
      return row;
    }
    return {
      refused: `The list holds ${mostWildcards} wildcards at most, and every mail is compared with each.`,
      note: row.wildcard,
    };
  }

  async #flush() {
    const rows = this.#waiting.map(({ line, place, row }) => ({ line, place, ...row }));
    this.#waiting = [];
    await this.#writing;
    if (rows.length === 0) return;
    this.#writing = withTeam(this.scope, (tx) =>
      tx.execute(
        sql`insert into suppression_file_entries (file_id, line, place, email_norm, domain, wildcard, reason, note, refused)
            select ${this.fileId}::uuid, x.line, x.place, x."emailNorm", x.domain, x.wildcard, x.reason, x.note, x.refused
            from json_to_recordset(${soundJson(rows)}::json) as x(line int, place int, "emailNorm" text, domain text, wildcard text,
              reason text, note text, refused text)`,
      ),
    );
    // Awaited before the next batch; until then nobody else hears that it failed.
    this.#writing.catch(() => {});
  }
}

function countWildcards(scope: Scope): Promise<string[]> {
  return withTeam(scope, async (tx) => {
    const rows = await readRows<{ wildcard: string }>(
      tx,
      sql`select wildcard from suppressions where lifted_at is null and wildcard is not null`,
    );
    return rows.map((row) => row.wildcard);
  });
}

/** Mailchimp and HubSpot hand out several lists as one ZIP file, and Excel's own workbook is one too. */
async function* notZipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun = false;
  for await (const chunk of bytes) {
    if (!begun && chunk[0] === 0x50 && chunk[1] === 0x4b && (chunk[2] ?? 3) < 8)
      throw new AppError(
        "invalid",
        "This is a ZIP file or an Excel workbook. Unpack it, or save the sheet as CSV, and choose that file. Nothing was kept.",
      );
    begun = true;
    yield chunk;
  }
}
