import canonicalize from "canonicalize";
import { parseExpression } from "../expressions";
import { retryAfterMs } from "./backoff";
import { parseInstant } from "./duration";

export type Failure = { name: string; message: string; stack?: string; cause?: unknown };
type Step = { id: string; name: string; op: string };
export type SavedStep = Step & { value: string };

/** What an answer of the SDK asks for. Texts named `value` and `output` are canonical JSON. */
export type Verdict =
  | { kind: "step"; step: Step; value: string; failed: boolean }
  | { kind: "sleep"; step: Step; until: Date }
  | { kind: "wait"; step: Step; event: string; condition?: string; until: Date }
  /** The next step was found and not begun. */
  | { kind: "planned" }
  | { kind: "retry"; error: Failure; afterMs?: number; step?: Step }
  | { kind: "completed"; output: string }
  | { kind: "failed"; error: Failure };

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

const longestWaitMs = 366 * 86_400_000;
const largestOutput = 4 * 1024 * 1024;
const tooLarge = "The step's result is larger than 4 MB.";
export const noParallel =
  "Parallel steps are not supported by the local executor; await one step after the other, and leave bufferedSteps at 1.";

/** Reads an answer that is known to come from the SDK. */
export function readAnswer(answer: Answer, now: Date): Verdict {
  let body: unknown;
  try {
    body = answer.body === "" ? null : JSON.parse(answer.body);
  } catch {
    return {
      kind: "retry",
      error: { name: "Error", message: `The app answered ${answer.status} with something that is not JSON.` },
    };
  }
  const noRetry = answer.headers["x-inngest-no-retry"] === "true";
  const afterMs = retryAfterMs(one(answer.headers["retry-after"]), now);
  if (answer.body.length > largestOutput) return refuse("OutputTooLarge", tooLarge);
  if (answer.status === 206) return readOps(body, noRetry, afterMs, now);
  if (answer.status === 200) return { kind: "completed", output: toJson(body) };
  if (answer.status === 201)
    return refuse("NotSupported", "Streamed answers are not supported by the local executor; switch streaming off.");
  return noRetry
    ? { kind: "failed", error: readError(body, answer.status) }
    : { kind: "retry", error: readError(body, answer.status), afterMs };
}

function readOps(body: unknown, noRetry: boolean, afterMs: number | undefined, now: Date): Verdict {
  const ops = Array.isArray(body) ? body : [body];
  const op: unknown = ops[0];
  if (!isRecord(op)) return { kind: "retry", error: { name: "Error", message: "The app answered 206 without a step." } };
  if (ops.length > 1) return refuse("NotSupported", noParallel);
  if (op.op === "StepPlanned") return { kind: "planned" };
  const step = readStep(op);
  const options = isRecord(op.opts) ? op.opts : {};
  switch (op.op) {
    case "StepRun":
      return { kind: "step", step, value: readResult(op), failed: false };
    case "StepError":
      if (!noRetry) return { kind: "retry", error: readError(op.error, 206), afterMs, step };
      return { kind: "step", step, value: toJson({ error: readError(op.error, 206) }), failed: true };
    case "StepFailed":
      return { kind: "step", step, value: toJson({ error: readError(op.error, 206) }), failed: true };
    case "RunComplete":
      return { kind: "completed", output: toJson(op.data ?? null) };
    case "Sleep": {
      const until = parseInstant(String(options.duration ?? op.name ?? ""), now);
      if (!until) return refuse("InvalidSleep", `"${op.name}" is neither a duration nor a date to sleep until.`);
      return tooLong(until, now) ?? { kind: "sleep", step, until };
    }
    case "WaitForEvent":
      return readWait(step, String(op.name ?? ""), options, now);
    default:
      return refuse("NotSupported", `${name(op.op)} is not supported by the local executor.`);
  }
}

/**
 * Reads the steps that the SDK saves while its call goes on. It sends results alone; what failed is told by the call's own answer.
 * @throws Error with a sentence when there is anything else, or more than one: then it would have begun a step before the one before was kept.
 */
export function readCheckpoint(ops: unknown): SavedStep {
  const op: unknown = Array.isArray(ops) ? ops[0] : undefined;
  if (!isRecord(op) || (ops as unknown[]).length !== 1 || op.op !== "StepRun")
    throw new Error("A checkpoint for the local executor carries the result of one step; leave bufferedSteps at 1.");
  const value = readResult(op);
  if (value.length > largestOutput) throw new Error(tooLarge);
  return { ...readStep(op), value };
}

const readStep = (op: Record<string, unknown>): Step => ({
  id: String(op.id),
  name: String(op.displayName ?? op.name ?? op.id),
  op: String(op.op),
});
const readResult = (op: Record<string, unknown>) => toJson({ data: op.data ?? null });

function readWait(step: Step, event: string, options: Record<string, unknown>, now: Date): Verdict {
  const until = parseInstant(String(options.timeout ?? ""), now) ?? now;
  const condition = typeof options.if === "string" && options.if !== "" ? options.if : undefined;
  if (condition) {
    try {
      parseExpression(condition);
    } catch (error) {
      return refuse("InvalidExpression", error instanceof Error ? error.message : String(error));
    }
  }
  return tooLong(until, now) ?? { kind: "wait", step, event, condition, until };
}

const tooLong = (until: Date, now: Date) =>
  until.getTime() - now.getTime() > longestWaitMs
    ? refuse("TimeoutTooLong", "A sleep or wait may last 366 days at most.")
    : undefined;

function name(op: unknown): string {
  if (op === "InvokeFunction") return "Invoking another function (step.invoke)";
  if (op === "Gateway") return "step.fetch";
  if (op === "AIGateway") return "step.ai.infer";
  return `The step kind "${String(op)}"`;
}

function readError(body: unknown, status: number): Failure {
  if (!isRecord(body)) return { name: "Error", message: `The app answered ${status}.` };
  const error: Failure = {
    name: text(body.name) ?? "Error",
    message: text(body.message) ?? text(body.error) ?? `The app answered ${status}.`,
  };
  if (typeof body.stack === "string") error.stack = body.stack;
  if (body.cause !== undefined) error.cause = body.cause;
  return error;
}

/** RFC 8785 JSON of anything that came out of JSON.parse. */
export function toJson(value: unknown): string {
  return canonicalize(value) ?? "null";
}

const refuse = (kind: string, message: string): Verdict => ({ kind: "failed", error: { name: kind, message } });
const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);
const text = (value: unknown) => (typeof value === "string" ? value : undefined);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
