import { describe, expect, test } from "vitest";
import { judgeEngine } from "@/lib/engine/judge-engine";
import type { EnginePage } from "@/lib/engine/page/read-engine-page";
import { describeEngine } from "./describe-engine";

const now = new Date("2026-11-30T09:30:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
type Beats = EnginePage["engine"]["beats"];
const beating: Beats = {
  ...{ now, sweepAt: ago(8), pollAt: ago(70), wokenAt: null, takenAt: ago(8) },
  ...{ refused: null, refusedSince: null, waiting: 0, waitingSince: null },
};
const page = (beats: Partial<Beats> = {}, more: Partial<EnginePage> = {}): EnginePage => {
  const all = { ...beating, ...beats };
  return {
    engine: { beats: all, verdict: judgeEngine(all, ago(9000)) },
    server: { kind: "executor", address: "http://127.0.0.1:8288", answers: true },
    runs: { planned: 0, late: 0, lateSince: null },
    ...more,
  };
};
const told = (given: EnginePage) => {
  const { verdict, said, facts } = describeEngine(given, "Europe/Berlin");
  return { verdict, steps: said?.steps ?? [], ...Object.fromEntries(facts.map(({ name, value }) => [name, value])) };
};

describe("the page about the engine", () => {
  test("says that it beats, seconds under a minute and the reader's clock beyond", () => {
    expect(told(page())).toEqual({
      verdict: "The job runner beats",
      steps: [],
      "Last sweep": "8 s ago, 10:29:52",
      "Last look at the mailboxes": "today 10:28",
      "Events that wait": "none",
      "Mails that have their minute": "none",
    });
  });

  test("claims no beat that never was: in the first minute after a start", () => {
    const { engine, ...rest } = page({ sweepAt: null, pollAt: null });
    expect(told({ ...rest, engine: { ...engine, verdict: null } })).toMatchObject({
      verdict: "The job runner’s first beat is awaited",
      "Last sweep": "none yet",
    });
  });

  test("counts what waits and what is late, with since when", () => {
    const late = { planned: 1312, late: 12, lateSince: ago(600) };
    expect(told(page({ waiting: 1001, waitingSince: ago(1800), takenAt: ago(1800) }, { runs: late }))).toMatchObject({
      verdict: "Events wait in Countersign, and none was refused",
      "Events that wait": "more than 1,000, the oldest from today 10:00",
      "Mails that have their minute": "1,312, 12 late since today 10:20",
    });
  });

  test.each([
    [{ refused: "wrong key", refusedSince: ago(90) }, /does not know our event key/, /INNGEST_EVENT_KEY/],
    [{ refused: "unreachable", refusedSince: ago(90) }, /is not reached/, /INNGEST_BASE_URL/],
    [{ refused: "plan used up", refusedSince: ago(90) }, /plan allows is used up/, /Raise the plan/],
    [{ sweepAt: ago(400) }, /does nothing/, /INNGEST_SIGNING_KEY/],
    [{ wokenAt: ago(60) }, /lost its timers/, /appendonly/],
  ] as const)("of %j says what is so and what to do", (beats, so, todo) => {
    const { verdict, steps } = told(page(beats));
    expect(verdict).toMatch(so);
    expect(steps.join(" ")).toMatch(todo);
  });

  test.each([
    ["executor", /for one machine/],
    ["server", /8288, 8289, 50052 and 50053/],
    ["cloud", /was not tried/],
    ["development", /signs nothing/],
  ] as const)("says of a %s how it was tried", (kind, words) => {
    const { server } = describeEngine(page({}, { server: { kind, address: "x", answers: null } }), "Europe/Berlin");
    expect(server.map(({ value }) => value).join(" ")).toMatch(words);
  });
});
