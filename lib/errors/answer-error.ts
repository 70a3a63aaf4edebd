import { AppError, catalog } from "./app-error";
import { describeError } from "./describe-error";
import { type Asker, noteRefusal, type Place } from "./note-refusal";

/** Answers a request of our own pages that failed: what happened as `error`, with the status of its code. What is refused is noted. */
export function answerError(error: unknown, place: Place, asker: Asker): Response {
  const described = describeError(error, place);
  noteRefusal(described.code, place, asker);
  const { status } = catalog[described.code];
  const headers: Record<string, string> = { "Cache-Control": "no-store" };
  if (error instanceof AppError && error.waitSeconds) headers["Retry-After"] = String(error.waitSeconds);
  return Response.json({ error: described }, { status, headers });
}
