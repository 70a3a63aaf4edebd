import { catalog } from "./app-error";
import { describeError } from "./describe-error";

/** Answers a request of our own pages that failed: what happened as `error`, with the status of its code. */
export function answerError(error: unknown, context: Record<string, unknown>): Response {
  const described = describeError(error, context);
  const { status } = catalog[described.code];
  return Response.json({ error: described }, { status, headers: { "Cache-Control": "no-store" } });
}
