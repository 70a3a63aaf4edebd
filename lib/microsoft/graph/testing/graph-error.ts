import { GraphError } from "@microsoft/microsoft-graph-client";

/** An answer of Graph as its client throws it; status -1 is a line that was cut. */
export function graphError(answer: { status: number; code: string; retryAfterSeconds: number | null }): Error {
  if (answer.status === -1) return new Error("The line was cut.");
  const error = new GraphError(answer.status, answer.code);
  error.code = answer.code;
  error.headers = new Headers(answer.retryAfterSeconds === null ? {} : { "retry-after": String(answer.retryAfterSeconds) });
  return error;
}
