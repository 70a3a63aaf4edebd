import { type Scope, withTeam } from "@/db/access/with-team";
import { countFile } from "./count/count-file";
import type { CountedFile } from "./count/counted-file";
import { findKept } from "./find-upload";

/** How all rows of a kept file count when the addresses stand in that column, from 0. @throws AppError "not_found". */
export async function countRows(scope: Scope, uploadId: string, column: number): Promise<CountedFile> {
  const upload = await withTeam(scope, (tx) => findKept(tx, uploadId));
  if (upload.counted?.column === column) return upload.counted;
  const mapping = upload.mapping.map((one, at) => ({
    ...one,
    target: at === column ? ("email" as const) : one.target === "email" ? ("skip" as const) : one.target,
  }));
  const look = {
    mapping,
    width: mapping.length,
    optedOut: upload.findings.optedOut,
    endsLine: true,
    lines: upload.counted?.lines ?? null,
  };
  return (await countFile(scope, upload, upload.reading, look)).counted;
}
