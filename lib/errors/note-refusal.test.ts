import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "../log/log";
import { answerError } from "./answer-error";
import { AppError, catalog, type ErrorCode } from "./app-error";
import { noteRefusal } from "./note-refusal";

const lines: unknown[][] = [];
beforeEach(() => {
  vi.useFakeTimers();
  lines.length = 0;
  for (const level of ["info", "warn"] as const) {
    vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void lines.push([level, ...line]));
  }
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const member = { teamId: "t-1", memberId: "m-1", name: "Canary Name", email: "canary@x.example", sessionId: "canary-session" };

test("what is refused is one line: the code, where, the team and the member, and nothing of theirs", () => {
  const error = new AppError("not_found", "There is no canary@x.example here.", { name: "Canary Name" });
  const answer = answerError(error, { route: "sent/:mail", right: "team:read" }, { member, client: "203.0.113.9" });
  expect(answer.status).toBe(404);
  const line = { code: "not_found", route: "sent/:mail", right: "team:read", teamId: "t-1", memberId: "m-1", count: 1 };
  expect(lines).toEqual([["info", line, "refused"]]);
  expect(JSON.stringify(lines)).not.toMatch(/canary|203\.0/i);
});

const refusals = ["signed_out", "forbidden", "not_found", "limited"];
test.each(Object.keys(catalog) as ErrorCode[])("%s is noted where it refuses somebody, and only then", (code) => {
  noteRefusal(code, { route: code }, { member: null, client: "c" });
  expect(lines).toHaveLength(refusals.includes(code) ? 1 : 0);
});

test("the same a hundred times is one line, and after a minute one with the rest", () => {
  for (let n = 0; n < 100; n++) noteRefusal("forbidden", { right: "team:manage" }, { member, client: "c" });
  expect(lines).toHaveLength(1);
  vi.advanceTimersByTime(60_000);
  expect(lines[1]).toEqual([
    "warn",
    expect.objectContaining({ code: "forbidden", count: 99, memberId: "m-1" }),
    "refused, again and again",
  ]);
  noteRefusal("forbidden", { right: "team:manage" }, { member, client: "c" });
  expect(lines).toHaveLength(3);
});

test("each client and each kind has its own line, and a flood of clients has few", () => {
  for (const client of ["a", "b", "a"]) noteRefusal("signed_out", { route: "live" }, { member: null, client });
  noteRefusal("signed_out", { route: "threads" }, { member: null, client: "a" });
  expect(lines).toHaveLength(3);
  for (let n = 0; n < 5000; n++) noteRefusal("limited", { route: "sign-in" }, { member: null, client: String(n) });
  expect(lines.length).toBeLessThan(1010);
});

test("an answer says when to try again", () => {
  const answer = answerError(
    new AppError("limited", "Try again in 40 s.", undefined, { waitSeconds: 40 }),
    { route: "uploads" },
    { member, client: "c" },
  );
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "40"]);
});
