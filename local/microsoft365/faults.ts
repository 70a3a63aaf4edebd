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
  /** Code and words of the error, as Graph writes them. */
  code?: string;
  message?: string;
  retryAfter?: string;
  ms: number;
  /** How often it still strikes; null for ever. */
  times: number | null;
  probability: number;
  /** With a seed the same calls are struck in every run. */
  seed?: number;
  struck: number;
};
export type Match = { method?: string; path?: string; mailbox?: string };
export type Hold = {
  id: number;
  method?: string;
  path?: string;
  mailbox?: string;
  /** Told by POST when a call begins to wait. */
  url?: string;
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
export function addHold(given: Match & { point: "before" | "after"; times?: number; url?: string }): Hold {
  const hold: Hold = { times: 1, ...given, id: next++, waiting: [] };
  holds.push(hold);
  return hold;
}
/** Ends holds and lets go who waits. @param id of one; without it all. */
export function release(id?: number) {
  for (const hold of holds.filter((one) => id === undefined || one.id === id)) {
    holds.splice(holds.indexOf(hold), 1);
    for (const one of hold.waiting) one.release();
  }
}
export function clearTrouble() {
  faults.length = 0;
  release();
}

function fits(rule: Match, request: Request, mailbox: string | null) {
  if (rule.method && rule.method.toUpperCase() !== request.method) return false;
  if (rule.mailbox && rule.mailbox !== mailbox) return false;
  return !rule.path || new RegExp(rule.path).test(request.path);
}

/** A number from 0 to 1; seeded ones repeat from run to run (mulberry32). */
function chance(fault: Fault): number {
  if (fault.seed === undefined) return Math.random();
  fault.seed = (fault.seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(fault.seed ^ (fault.seed >>> 15), 1 | fault.seed);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
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
    (one) => (one.times === null || one.times > 0) && fits(one, request, mailbox) && chance(one) < one.probability,
  );
  if (fault) {
    fault.struck += 1;
    if (fault.times !== null) fault.times -= 1;
  }
  const bad = () =>
    graphError(
      fault?.status ?? 503,
      fault?.code ?? (fault?.status === 429 ? "ApplicationThrottled" : "UnknownError"),
      fault?.message ?? "Trouble made on purpose.",
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
  if (hold.url) {
    const told = { id: hold.id, point, method: request.method, path: request.path };
    void fetch(hold.url, { method: "POST", body: JSON.stringify(told) }).catch(() => {});
  }
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
