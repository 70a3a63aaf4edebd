import type { Scope } from "@/db/access/with-team";
import { type Confirmation, confirmUpload } from "../confirm-upload";
import { processRows } from "../import/process-rows";
import { openUpload } from "../open-upload";
import { previewUpload } from "../preview-upload";

/** When files come, unless another time is said. */
const cameAt = new Date("2026-11-24T12:00:00Z");

/** A file with this text, found how it is read and not imported yet. @returns its id. */
export function openText(scope: Scope & { memberId: string }, text: string, name = "people.csv", at = cameAt): Promise<string> {
  async function* bytes() {
    yield new TextEncoder().encode(text);
  }
  return openUpload(scope, name, bytes(), at);
}

/** Its columns as they were found, with the rules they have. */
export async function columnsOf(scope: Scope, uploadId: string) {
  const { mapping } = (await previewUpload(scope, uploadId)).upload;
  return { targets: mapping.map((one) => one.target), known: mapping.map((one) => one.known ?? null) };
}

/** Imports it to its end: what is not given as it was found. */
export async function runUpload(scope: Scope, uploadId: string, given: Partial<Confirmation> = {}, at = cameAt) {
  await confirmUpload(scope, uploadId, { ...(await columnsOf(scope, uploadId)), knownPolicy: "fill", ...given }, at);
  while (!(await processRows(scope, uploadId, at)).done);
  return (await previewUpload(scope, uploadId)).upload;
}
