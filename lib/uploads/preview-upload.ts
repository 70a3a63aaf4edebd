import { type Scope, withTeam } from "@/db/access/with-team";
import { isOptedOut } from "../columns/people/opted-out";
import { readHead } from "../files/kept/read-kept";
import { headRows } from "../files/reading/head-rows";
import { findKept, type KeptUpload } from "./find-upload";

export type UploadPreview = {
  upload: KeptUpload;
  /** The first twenty rows as they are. `isOut`: they asked elsewhere not to be mailed. */
  rows: { line: number; cells: string[]; isOut: boolean }[];
};

/** Enough to judge a cell, an address that is too long included; a file may hold cells of a megabyte. */
const longestShown = 300;

/** What the columns page shows: the first rows of a file, and how all of them count once they are counted. @throws AppError "not_found". */
export async function previewUpload(scope: Scope, uploadId: string): Promise<UploadPreview> {
  const upload = await withTeam(scope, (tx) => findKept(tx, uploadId));
  const head = await readHead(scope, uploadId);
  const { placed } = headRows(head, upload.reading, head.length === upload.bytes, upload.counted?.lines);
  const { optedOut } = upload.findings;
  const rows = placed.slice(0, 20).map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => cell.slice(0, longestShown)),
    isOut: optedOut !== null && isOptedOut(optedOut, cells),
  }));
  return { upload, rows };
}
