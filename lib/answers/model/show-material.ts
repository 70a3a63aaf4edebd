import { isModelConfigured } from "../../assistant/is-model-configured";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { type Got, listGot } from "./list-got";
import { readMaterial } from "./read-material";

/** What a model would be given if it were asked now, besides a note. @throws AppError "blocked" where none is set up, "not_found". */
export async function showMaterial(
  member: Member,
  given: { threadId: string; letterId: string | null },
  now: Date,
): Promise<{ got: Got[] }> {
  const material = await readMaterial(member, given, now);
  if (!isModelConfigured()) throw new AppError("blocked", "No model is set up, so nothing can be drafted.");
  return { got: listGot(material, "") };
}
