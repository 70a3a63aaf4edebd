import type { ServerResponse } from "node:http";
import { type Answer, graphError, type Request, write } from "./http";

export type FaultKind = "status-before" | "status-after" | "drop-before" | "drop-after" | "delay" | "202-retry-after" | "hang";
export type Fault = {
  id: number;
  method?: string;
  /** Regular expression over the path after /v1.0. */
  path?: string;
  mailbox?: string;
  kind: FaultKind;
  status: number;
  retryAfter?: string;
  ms: number;
  /** How often it still strikes; null for ever. */
  times: number | null;
  probability: number;
  struck: number;
};
export type Hold = {
  id: number;
  method?: string;
  path?: string;
  point: "before" | "after";
  times: number;
  waiting: { release: () => void; path: string }[];
};

export const faults: Fault[] = [];
export const holds: Hold[] = [];
let next = 1;

export function addFault(given: Partial<Fault> & { kind: FaultKind }): Fault {
  const fault: Fault = { status: 503, ms: 0, times: 1, probability: 1, ...given, struck: 0, id: next++ };
  faults.push(fault);
  return fault;
}
export function addHold(given: { method?: string; path?: string; point: "before" | "after"; times?: number }): Hold {
  const hold: Hold = { times: 1, ...given, id: next++, waiting: [] };
  holds.push(hold);
  return hold;
}
export function clearTrouble() {
  for (const hold of holds) for (const one of hold.waiting) one.release();
  faults.length = 0;
  holds.length = 0;
}

function fits(rule: { method?: string; path?: string; mailbox?: string }, request: Request, mailbox: string | null) {
  if (rule.method && rule.method.toUpperCase() !== request.method) return false;
  if (rule.mailbox && rule.mailbox !== mailbox) return false;
  return !rule.path || new RegExp(rule.path).test(request.path);
}

/** Does the request with whatever trouble is in force; writes the answer, or drops the line. */
export async function withTrouble(
  request: Request,
  mailbox: string | null,
  response: ServerResponse,
  work: () => Promise<Answer>,
): Promise<number> {
  await pass("before", request, mailbox);
  const fault = faults.find(
    (one) => (one.times === null || one.times > 0) && fits(one, request, mailbox) && Math.random() < one.probability,
  );
  if (fault) {
    fault.struck += 1;
    if (fault.times !== null) fault.times -= 1;
  }
  const bad = () =>
    graphError(
      fault?.status ?? 503,
      fault?.status === 429 ? "ApplicationThrottled" : "UnknownError",
      "Trouble made on purpose.",
      fault?.retryAfter ? { "retry-after": fault.retryAfter } : {},
    );
  if (fault?.kind === "hang") return -1;
  if (fault?.kind === "drop-before") return drop(response);
  if (fault?.kind === "status-before") return answer(response, bad());
  if (fault?.kind === "delay") await new Promise((done) => setTimeout(done, fault.ms));
  const done = await work();
  await pass("after", request, mailbox);
  if (fault?.kind === "drop-after") return drop(response);
  if (fault?.kind === "status-after") return answer(response, bad());
  if (fault?.kind === "202-retry-after")
    return answer(response, { ...done, headers: { ...done.headers, "retry-after": fault.retryAfter ?? "5" } });
  return answer(response, done);
}

async function pass(point: "before" | "after", request: Request, mailbox: string | null) {
  const hold = holds.find((one) => one.point === point && one.times > 0 && fits(one, request, mailbox));
  if (!hold) return;
  hold.times -= 1;
  await new Promise<void>((release) => hold.waiting.push({ release, path: request.path }));
}

function drop(response: ServerResponse) {
  response.destroy();
  return -1;
}
function answer(response: ServerResponse, given: Answer) {
  write(response, given);
  return given.status;
}
