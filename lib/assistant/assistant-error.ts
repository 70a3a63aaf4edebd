import { APICallError, NoObjectGeneratedError, RetryError } from "ai";

/** The model wrote no usable draft. The message is a sentence a person reads; it holds nothing of the prompt or the answer. */
export class AssistantError extends Error {
  /** Whether asking again as it is makes sense. */
  readonly temporary: boolean;
  constructor(message: string, temporary: boolean) {
    super(message);
    this.name = "AssistantError";
    this.temporary = temporary;
  }
}

/** Sorts whatever asking a model threw: temporary or for a person, decided here once. */
export function assistantErrorOf(error: unknown): AssistantError {
  if (error instanceof AssistantError) return error;
  if (RetryError.isInstance(error)) return assistantErrorOf(error.lastError);
  if (APICallError.isInstance(error)) return ofStatus(error.statusCode);
  if (NoObjectGeneratedError.isInstance(error)) return new AssistantError("The model's answer cannot be read.", true);
  if (error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError")) {
    return new AssistantError("The model takes too long to answer.", true);
  }
  return new AssistantError("The model does not answer.", true);
}

function ofStatus(status: number | undefined): AssistantError {
  if (status === 401 || status === 403) return new AssistantError("The model refuses the key; check OPENAI_API_KEY.", false);
  if (status === 404) return new AssistantError("The model is not known there; check OPENAI_MODEL and OPENAI_BASE_URL.", false);
  if (status === 400 || status === 422) return new AssistantError("The model refuses the request.", false);
  if (status === 429) return new AssistantError("The model is asked too often at the moment.", true);
  return new AssistantError("The model does not answer.", true);
}
