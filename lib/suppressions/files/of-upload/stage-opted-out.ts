import { type Scope, withTeam } from "@/db/access/with-team";
import { isOptedOut, type OptedOut } from "../../../columns/people/opted-out";
import { AppError } from "../../../errors/app-error";
import { openRows } from "../../../files/kept/open-rows";
import { isBlank } from "../../../files/reading/reading";
import { findKept, type KeptUpload } from "../../../uploads/find-upload";
import { stageFile } from "../stage-file";

/** So many letters are handed on at once. */
const piece = 65_536;

/**
 * Takes the rows of a file of contacts that say they may not be mailed as a file of suppressions, which is shown before it does anything. The file of contacts stays as it is,
 * and so do its lines: each entry has the line that it has there.
 * @returns the id of the file of suppressions. @throws AppError "not_found"; "conflict" where its import was begun; "blocked" where nothing in it says who opted out;
 * and what `stageFile` throws.
 */
export async function stageOptedOut(scope: Scope, uploadId: string, now: Date): Promise<string> {
  const upload = await withTeam(scope, (tx) => findKept(tx, uploadId));
  if (upload.status !== "pending")
    throw new AppError("conflict", "This import was begun meanwhile. Choose the file at Suppressed.");
  const { optedOut } = upload.findings;
  if (!optedOut) throw new AppError("blocked", "Nothing in this file says who asked not to be mailed.");
  const column = upload.mapping.findIndex(({ target }) => target === "email");
  return stageFile(
    scope,
    { name: upload.fileName, column: column < 0 ? null : column },
    optedOutLines(scope, upload, optedOut),
    now,
  );
}

/** Header and rows of those who opted out as a CSV file, with empty lines in place of all that is left out. */
async function* optedOutLines(scope: Scope, upload: KeptUpload, optedOut: OptedOut): AsyncGenerator<Buffer> {
  const { headerLine } = upload.reading;
  let [text, next] = ["", 1];
  const put = (line: number, cells: string[]) => {
    const record = cells.map(quoted).join(",");
    const before = Math.max(0, line - next);
    text += `${"\n".repeat(before)}${record}\n`;
    next += before + 1 + (record.match(/\r\n|\r|\n/g)?.length ?? 0);
  };
  if (headerLine !== null) put(headerLine, upload.headers ?? []);
  for await (const { line, cells } of openRows(scope, upload, upload.reading, { lines: upload.counted?.lines ?? null })) {
    if (isBlank(cells) || !isOptedOut(optedOut, cells)) continue;
    put(line, cells);
    if (text.length < piece) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

/** A first cell that begins so would be a remark in a list. */
function quoted(cell: string, place: number): string {
  const text = place === 0 && /^(#|\/\/)/.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
