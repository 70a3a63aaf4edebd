import { describe, expect, test } from "vitest";
import type { Beats } from "./beats";
import { holdsMail, judgeEngine, missed } from "./judge-engine";

const now = new Date("2026-11-30T09:30:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const beating: Beats = {
  now,
  sweepAt: ago(40),
  pollAt: ago(40),
  wokenAt: null,
  takenAt: ago(40),
  refused: null,
  refusedSince: null,
  waiting: 0,
  waitingSince: null,
};
const since = ago(3600);
const judge = (beats: Partial<Beats>, from = since) => judgeEngine({ ...beating, ...beats }, from);

describe("the engine", () => {
  test("that swept and polled within the minute is in order", () => {
    expect(judge({})).toBeNull();
    expect(missed(beating, since, 90)).toEqual([]);
  });

  test("is woken after 90 s without a beat, each kind by itself, before anything is said", () => {
    const beats = { ...beating, sweepAt: ago(91) };
    expect(missed(beats, since, 90)).toEqual(["sweep"]);
    expect(missed({ ...beats, pollAt: ago(91) }, since, 90)).toEqual(["sweep", "poll"]);
    expect(judge(beats)).toBeNull();
  });

  test.each([
    ["sweep", { sweepAt: ago(151) }],
    ["poll", { pollAt: ago(151) }],
  ])("without a %s for 150 s is silent since then, and holds mail", (_kind, beats) => {
    const verdict = judge(beats);
    expect(verdict).toEqual({ trouble: "silent", since: ago(151) });
    expect(holdsMail(verdict)).toBe(true);
  });

  test("that never beat is silent once this process has been there for 150 s, since no known time", () => {
    const never = { sweepAt: null, pollAt: null };
    expect(judge(never, ago(149))).toBeNull();
    expect(judge(never, ago(151))).toEqual({ trouble: "silent", since: null });
  });

  test("is not blamed for the time in which no app ran", () => {
    expect(judge({ sweepAt: ago(86_400), pollAt: ago(86_400) }, ago(10))).toBeNull();
    expect(judge({ sweepAt: ago(86_400), pollAt: ago(86_400) }, ago(151))).toEqual({ trouble: "silent", since: ago(86_400) });
  });

  test("that refuses events for a minute is said first, a restart of it is not", () => {
    const refused = { refused: "wrong key", sweepAt: ago(500) } as const;
    expect(judge({ ...refused, refusedSince: ago(61) })).toEqual({ trouble: "refused", since: ago(61) });
    expect(judge({ ...refused, sweepAt: ago(40), refusedSince: ago(59) })).toBeNull();
  });

  test("has events waiting for a minute and none taken: said, unless this process has only just come", () => {
    const stands = { waiting: 3, waitingSince: ago(61), takenAt: ago(61) };
    expect(judge(stands)).toEqual({ trouble: "waiting", since: ago(61) });
    expect(judge({ ...stands, takenAt: null })).toEqual({ trouble: "waiting", since: ago(61) });
    expect(judge({ ...stands, waitingSince: ago(59) })).toBeNull();
    expect(judge(stands, ago(5))).toBeNull();
    // A launch of a hundred thousand is busy, not held up.
    expect(judge({ ...stands, waitingSince: ago(300), takenAt: ago(20) })).toBeNull();
  });

  test("that beats only because it is woken has lost its timers, which holds no mail and is over four minutes later", () => {
    const verdict = judge({ wokenAt: ago(30) });
    expect(verdict).toEqual({ trouble: "woken", since: ago(30) });
    expect(holdsMail(verdict)).toBe(false);
    expect(judge({ wokenAt: ago(241) })).toBeNull();
  });
});
