import { nextTick } from "../cron";
import { parseExpression } from "../expressions";
import { parseDuration } from "./duration";

type Trigger = { event?: string; expression?: string; cron?: string };
type CancelRule = { event: string; if: string; timeout?: string };
type Slot = { limit: number; key?: string; scope: "fn" | "env" | "account" };
export type FunctionConfig = {
  id: string;
  name: string;
  url: string;
  maxAttempts: number;
  triggers: Trigger[];
  slots: Slot[];
  cancel: CancelRule[];
};

const known = new Set(["id", "name", "triggers", "steps", "concurrency", "cancel"]);
type Raw = Record<string, unknown>;

/**
 * Reads what the SDK registers for one function.
 * @throws Error with a sentence naming the function and the field that this executor does not support.
 */
export function readFunctionConfig(raw: unknown): FunctionConfig {
  if (!isRecord(raw) || typeof raw.id !== "string" || raw.id === "") throw new Error("A function without an id was registered.");
  const id = raw.id;
  const refuse = (what: string): never => {
    throw new Error(`Function "${id}": ${what}`);
  };
  const name = typeof raw.name === "string" && raw.name !== "" ? raw.name : refuse("the name is empty.");
  for (const field of Object.keys(raw)) {
    if (!known.has(field) && raw[field] !== undefined && raw[field] !== null)
      refuse(`"${field}" is not supported by the local executor.`);
  }
  const step = isRecord(raw.steps) && isRecord(raw.steps.step) ? raw.steps.step : refuse("it has no step to call.");
  const url =
    isRecord(step.runtime) && typeof step.runtime.url === "string" ? step.runtime.url : refuse("it has no address to call.");
  const attempts = isRecord(step.retries) ? Number(step.retries.attempts) : 4;
  if (!Number.isInteger(attempts) || attempts < 0 || attempts > 20) refuse(`"retries" must lie between 0 and 20.`);
  return {
    id,
    name,
    url,
    maxAttempts: attempts + 1,
    triggers: list(raw.triggers).map((trigger) => readTrigger(trigger, refuse)),
    slots: readSlots(raw.concurrency, refuse),
    cancel: readCancel(list(raw.cancel), refuse),
  };
}

type Refuse = (what: string) => never;

function readTrigger(raw: unknown, refuse: Refuse): Trigger {
  if (!isRecord(raw)) return refuse("a trigger is not readable.");
  if (raw.jitter !== undefined) refuse(`"triggers.jitter" is not supported by the local executor.`);
  if (typeof raw.cron === "string") {
    try {
      nextTick(raw.cron, new Date());
    } catch (error) {
      refuse(`"triggers.cron": ${sentence(error)}`);
    }
    return { cron: raw.cron };
  }
  const event = typeof raw.event === "string" ? raw.event : refuse("a trigger names neither an event nor a cron.");
  if (event.includes("*")) refuse(`"triggers.event" with a wildcard ("${event}") is not supported by the local executor.`);
  if (typeof raw.expression !== "string" || raw.expression === "") return { event };
  checkExpression(raw.expression, `"triggers.if"`, refuse);
  return { event, expression: raw.expression };
}

function readSlots(raw: unknown, refuse: Refuse): Slot[] {
  const entries = raw === undefined || raw === null ? [] : Array.isArray(raw) ? raw : [raw];
  if (entries.length > 2) refuse(`"concurrency" has more than two entries.`);
  return entries.map((entry: unknown): Slot => {
    const given: Raw =
      typeof entry === "number" ? { limit: entry } : isRecord(entry) ? entry : refuse(`"concurrency" is not readable.`);
    const limit = Number(given.limit);
    const scope = given.scope ?? "fn";
    if (!Number.isInteger(limit) || limit < 0) refuse(`"concurrency.limit" must be a whole number.`);
    if (scope !== "fn" && scope !== "env" && scope !== "account") return refuse(`"concurrency.scope" is unknown.`);
    const key = typeof given.key === "string" && given.key !== "" ? given.key : undefined;
    if (scope !== "fn" && !key) refuse(`"concurrency.scope" ${scope} needs a key.`);
    if (key) checkExpression(key, `"concurrency.key"`, refuse);
    // The server reads 0 as "no limit of its own".
    return { limit: limit === 0 ? 1_000_000 : limit, key, scope };
  });
}

function readCancel(rules: unknown[], refuse: Refuse): CancelRule[] {
  if (rules.length > 5) refuse(`"cancelOn" has more than five rules.`);
  return rules.map((rule) => {
    if (!isRecord(rule) || typeof rule.event !== "string") return refuse(`"cancelOn" is not readable.`);
    if (rule.event.includes("*")) refuse(`"cancelOn.event" with a wildcard is not supported by the local executor.`);
    const condition =
      typeof rule.if === "string" && rule.if !== ""
        ? rule.if
        : refuse(`"cancelOn" for "${rule.event}" needs "match" or "if": without it one event would cancel every run.`);
    checkExpression(condition, `"cancelOn.if"`, refuse);
    const timeout = typeof rule.timeout === "string" ? rule.timeout : undefined;
    if (timeout && parseDuration(timeout) === undefined && Number.isNaN(new Date(timeout).getTime()))
      refuse(`"cancelOn.timeout" is neither a duration nor a date.`);
    return { event: rule.event, if: condition, timeout };
  });
}

function checkExpression(text: string, field: string, refuse: Refuse) {
  try {
    parseExpression(text);
  } catch (error) {
    refuse(`${field}: ${sentence(error)}`);
  }
}

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));
const isRecord = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
