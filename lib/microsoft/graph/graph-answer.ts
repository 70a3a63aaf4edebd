import { GraphError } from "@microsoft/microsoft-graph-client";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError } from "../tokens/errors";

/**
 * What an answer of Graph means, decided here once.
 * `done`: it happened. `refused`: it did not, and trying again as it is makes no sense. `missing`: the item is not there, or
 * not there yet. `signed out`: the mailbox waits for a person. `later`: nothing is known to be wrong, try again.
 */
export type Verdict = "done" | "refused" | "missing" | "signed out" | "later";
export type GraphAnswer = { verdict: Verdict; status: number; code: string; retryAfterSeconds: number | null };

/** Turns whatever a call threw into an answer; status -1 means that no answer came. */
export function answerOf(error: unknown): GraphAnswer {
  if (error instanceof MailboxSignedOutError)
    return { verdict: "signed out", status: 401, code: "SignedOut", retryAfterSeconds: null };
  if (error instanceof OperatorError || error instanceof TokenUnavailableError) {
    return { verdict: "later", status: -1, code: error.name, retryAfterSeconds: null };
  }
  if (error instanceof GraphError) {
    const code = error.code ?? "";
    return { verdict: verdictOf(error.statusCode), status: error.statusCode, code, retryAfterSeconds: retryAfter(error.headers) };
  }
  return { verdict: "later", status: -1, code: error instanceof Error ? error.name : "unknown", retryAfterSeconds: null };
}

export function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return "done";
  if (status === 401) return "signed out";
  if (status === 404 || status === 410) return "missing";
  if (status === 400 || status === 403 || status === 405 || status === 413) return "refused";
  return "later";
}

/** Seconds; Graph sends fractions too. */
export function retryAfter(headers: Headers | undefined): number | null {
  const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}
