import { backoffMs } from "../protocol/backoff";
import { buildCall, type Leased } from "../protocol/call";
import { type Answer, noParallel, readAnswer, toJson, type Verdict } from "../protocol/ops";
import { send } from "../protocol/post";
import { isSigned } from "../protocol/sign";
import { makeUlid } from "../protocol/ulid";
import type { Settings } from "../settings";
import { indexCondition } from "../store/route-events";
import { reach } from "./kill-points";
import type { Writers } from "./writers";

const callTimeoutMs = 15 * 60_000;
const largestCall = 4 * 1024 * 1024;
const mostSteps = 1000;
/** A run keeps its turn this long; then it queues again behind what is due. */
const turnMs = 1000;

type Turn = {
  settings: Settings;
  writers: Writers;
  isStopping: () => boolean;
  isQuiet: () => boolean;
  warn: (sentence: string) => void;
};

/** Calls the app for a leased run until the run sleeps, waits, is postponed, ends, loses its lease or has had its turn. */
export async function runCalls(run: Leased, turn: Turn) {
  const started = Date.now();
  for (;;) {
    const call = buildCall(run, turn.settings.signingKey, makeUlid(new Date()), new Date());
    if (run.steps.length >= mostSteps) return fail(run, turn, "TooManySteps", `The run has more than ${mostSteps} steps.`);
    if (call.body.length > largestCall)
      return fail(run, turn, "StateTooLarge", "The results of the run's steps together are larger than 4 MB.");
    reach("before-call");
    const answer = await send("POST", call.url, call.headers, call.body, callTimeoutMs).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    reach("after-call");
    const trouble = answer instanceof Error ? answer.message : findTrouble(answer, turn.settings.signingKey);
    if (trouble !== undefined || answer instanceof Error) return stall(run, turn, trouble ?? "");
    const verdict = readAnswer(answer, new Date());
    if (verdict.kind === "planned") return giveTurn(run, turn);
    if (verdict.kind !== "step") return settle(run, verdict, turn);
    const release = turn.isStopping() || (Date.now() - started > turnMs && !turn.isQuiet());
    const keeps = await turn.writers.saveStep({
      run,
      step: { ...verdict.step, value: verdict.value },
      known: run.steps.length,
      attempt: run.attempt,
      release,
    });
    reach("after-save");
    if (!keeps) return;
    if (!run.steps.some((step) => step.id === verdict.step.id)) run.steps.push({ id: verdict.step.id, value: verdict.value });
    Object.assign(run, { attempt: 0, stalls: 0, version: 2 });
  }
}

/** Why an answer is not the SDK's, if it is not. */
function findTrouble(answer: Answer, key: string): string | undefined {
  if (!answer.headers["x-inngest-sdk"]) return `The app answered ${answer.status} before its Inngest route did.`;
  const signature = answer.headers["x-inngest-signature"];
  if (!isSigned(answer.body, Array.isArray(signature) ? signature[0] : signature, key, new Date()))
    return "The app's answer does not carry our signature.";
  return undefined;
}

/** The app was not reached: no attempt is used up, however long it stays away. */
async function stall(run: Leased, turn: Turn, detail: string) {
  const waitMs =
    Math.min(turn.settings.transportRetrySeconds * 2 ** Math.min(run.stalls, 6), 30) * 1000 * (0.8 + Math.random() * 0.2);
  turn.warn(`${run.functionId}: ${detail || "The app is not reachable."} It is tried again, without using up an attempt.`);
  await turn.writers.postpone({ run, attempt: run.attempt, stalls: run.stalls + 1, waitMs, kind: "unreachable", detail });
}

/** A call that saved steps on its way and ended before the next one has had its turn. */
async function giveTurn(run: Leased, turn: Turn) {
  if (!(await turn.writers.giveTurn({ run, known: run.steps.length }))) await fail(run, turn, "NotSupported", noParallel);
}

async function settle(run: Leased, verdict: Exclude<Verdict, { kind: "step" | "planned" }>, turn: Turn) {
  if (verdict.kind === "sleep") await turn.writers.park({ run, step: verdict.step, until: verdict.until });
  else if (verdict.kind === "wait") {
    const wait = { event: verdict.event, ...indexCondition(verdict.condition, JSON.parse(run.event)) };
    await turn.writers.park({ run, step: verdict.step, until: verdict.until, wait });
  } else if (verdict.kind === "completed")
    await turn.writers.end({ run, token: run.token, status: "Completed", output: verdict.output });
  else if (verdict.kind === "retry") await retry(run, verdict, turn);
  else await turn.writers.end({ run, token: run.token, status: "Failed", error: verdict.error });
  reach("after-settle");
}

async function retry(run: Leased, { error, afterMs, step }: Extract<Verdict, { kind: "retry" }>, turn: Turn) {
  const attempt = run.attempt + 1;
  if (attempt < run.maxAttempts) {
    const waitMs = afterMs ?? backoffMs(run.attempt, Math.random(), turn.settings.retrySeconds);
    await turn.writers.postpone({
      run,
      attempt,
      stalls: 0,
      waitMs,
      kind: step ? "step error" : "error",
      detail: `${step ? `${step.name}: ` : ""}${error.name}: ${error.message}`,
    });
  } else if (step) {
    const value = toJson({ error });
    await turn.writers.saveStep({ run, step: { ...step, value }, known: run.steps.length, attempt: run.attempt, release: true });
  } else {
    await turn.writers.end({ run, token: run.token, status: "Failed", error });
  }
}

async function fail(run: Leased, turn: Turn, name: string, message: string) {
  await turn.writers.end({ run, token: run.token, status: "Failed", error: { name, message } });
}
