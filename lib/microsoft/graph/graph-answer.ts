import { GraphError } from "@microsoft/microsoft-graph-client";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError } from "../tokens/errors";
import { readingHeader } from "./clients";
import { type Verdict, verdictOf } from "./graph-codes";

/** What came of a call. `code` is Microsoft's own word, kept whatever the verdict; status -1 means that no answer came. */
export type GraphAnswer = { verdict: Verdict; status: number; code: string; retryAfterSeconds: number | null };

/** Turns whatever a call threw into an answer. */
export function answerOf(error: unknown): GraphAnswer {
  if (error instanceof MailboxSignedOutError)
    return { verdict: "signed out", status: 401, code: "SignedOut", retryAfterSeconds: null };
  if (error instanceof OperatorError || error instanceof TokenUnavailableError) {
    return { verdict: "later", status: -1, code: error.name, retryAfterSeconds: null };
  }
  if (error instanceof GraphError) {
    const { statusCode: status, headers, message } = error;
    const code = error.code ?? "";
    const told = verdictOf(status, code, message);
    const verdict = told === "denied" && headers?.has(readingHeader) ? "unread" : told;
    // An answer of 200 that was cut in the middle is thrown, too.
    return { verdict: verdict === "done" ? "later" : verdict, status, code, retryAfterSeconds: retryAfter(headers) };
  }
  return { verdict: "later", status: -1, code: error instanceof Error ? error.name : "unknown", retryAfterSeconds: null };
}

/** Seconds until the same is asked again where nothing is the matter with the mailbox: soon, but not where reading is shut, which lasts; polling notices its end. */
export function askAgainSeconds({ verdict, retryAfterSeconds }: GraphAnswer): number {
  return Math.max(verdict === "unread" ? 900 : 5, retryAfterSeconds ?? 0);
}

/** Seconds until Graph wants to be asked again: it sends a number, fractions too, or a date, which is read by the clock of the answer. */
export function retryAfter(headers: Headers | undefined): number | null {
  const value = headers?.get("retry-after") ?? "";
  if (value === "") return null;
  const seconds = Number.isNaN(Number(value))
    ? (Date.parse(value) - (Date.parse(headers?.get("date") ?? "") || Date.now())) / 1000
    : Number(value);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
