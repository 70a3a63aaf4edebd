import { type Scope, withTeam } from "@/db/access/with-team";
import { readHead } from "../files/kept/read-kept";
import { judgeReading } from "../files/reading/judge-reading";
import type { Reading } from "../files/reading/reading";
import { findKept } from "./find-upload";
import { takeReading } from "./take-reading";

/**
 * Reads a kept file in another way, before its rows become people. What was found of it stays to be seen.
 * @throws AppError "not_found"; "conflict" when it was started already.
 */
export async function changeReading(scope: Scope, uploadId: string, change: Partial<Reading>): Promise<void> {
  const upload = await withTeam(scope, (tx) => findKept(tx, uploadId));
  const head = await readHead(scope, uploadId);
  const reading = { ...upload.reading, ...change };
  const findings = judgeReading(head, reading, upload.findings, head.length === upload.bytes);
  await takeReading(scope, uploadId, { reading, findings }, { head, size: upload.bytes ?? 0 }, upload.reading);
}
