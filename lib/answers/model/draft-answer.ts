import { AssistantError } from "../../assistant/assistant-error";
import { isModelConfigured } from "../../assistant/is-model-configured";
import { writeAnswer } from "../../assistant/write-answer";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { type Got, listGot } from "./list-got";
import { readMaterial } from "./read-material";

export type AnswerOrder = { threadId: string; letterId: string | null; note: string };

/**
 * Has a model draft an answer. Nothing is kept and nothing is sent: the page puts the text into its editor, where a person reads it.
 * @returns the text, and all that the model was given. @throws AppError "blocked" where no model is set up, "not_found", "unavailable" with what the model
 * answered.
 */
export async function draftAnswer(member: Member, order: AnswerOrder, now: Date): Promise<{ body: string; got: Got[] }> {
  const material = await readMaterial(member, order, now);
  if (!isModelConfigured()) throw new AppError("blocked", "No model is set up, so nothing can be drafted.");
  try {
    return { body: await writeAnswer({ ...material, note: order.note }), got: listGot(material, order.note) };
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    throw new AppError(
      "unavailable",
      `${error.message} Your text is as it was${error.temporary ? "; try again in a moment" : ""}.`,
    );
  }
}
