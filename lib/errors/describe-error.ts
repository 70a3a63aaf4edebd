import { randomBytes } from "node:crypto";
import { log } from "../log/log";
import { AppError, catalog, type ErrorCode, type Theirs } from "./app-error";

/** What a person is told of an error. `reference` names the log line of an unexpected one. */
export type DescribedError = {
  code: ErrorCode;
  message: string;
  fields?: Record<string, string>;
  theirs?: Record<string, Theirs>;
  reference?: string;
};

/** Expected errors speak for themselves; others are logged under a reference and answered with one sentence. */
export function describeError(error: unknown, context: Record<string, unknown> = {}): DescribedError {
  if (error instanceof AppError) {
    const { code, message, fields, theirs } = error;
    return { code, message, ...(fields ? { fields } : {}), ...(theirs ? { theirs } : {}) };
  }
  const reference = randomBytes(4).toString("hex");
  log.error({ ...context, err: error, reference }, "unexpected error");
  return { code: "unexpected", message: `${catalog.unexpected.sentence} Reference ${reference}.`, reference };
}
