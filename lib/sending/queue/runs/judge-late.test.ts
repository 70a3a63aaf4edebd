import { describe, expect, test } from "vitest";
import { judgeLate } from "./judge-late";

const now = Date.parse("2026-11-30T12:00:00Z");
const ago = (seconds: number) => now - seconds * 1000;
const run = (id: string, seconds: number, isNew = false) => ({ id, due: ago(seconds), slot: ago(seconds), isNew });

describe("a run that has not acted", () => {
  test("is not late before 45 seconds", () =>
    expect(judgeLate([run("a", 44), run("b", 0), run("c", -200)], now, now)).toEqual({ lost: [], scout: null }));
  test("is lost where one that was due half a minute later has acted", () =>
    expect(judgeLate([run("a", 80), run("b", 60)], ago(49), now)).toEqual({ lost: ["a"], scout: "b" }));
  test("sends a scout where nothing says how far the engine is, and waits for what it finds", () => {
    expect(judgeLate([run("b", 50), run("a", 60)], null, now)).toEqual({ lost: [], scout: "a" });
    // The scout was admitted just now, and has not acted.
    expect(judgeLate([run("b", 50), run("a", 60), run("scout", 0, true)], null, now)).toEqual({ lost: [], scout: null });
    // It has: all that were late before it are lost.
    expect(judgeLate([run("b", 50), run("a", 60)], now, now)).toEqual({ lost: ["b", "a"], scout: null });
  });
  test("keeps its place while the engine is behind, and sends another scout once the first is lost too", () => {
    const behind = [run("a", 400), run("b", 390), run("scout", 200, true)];
    expect(judgeLate(behind, ago(420), now)).toEqual({ lost: [], scout: null });
    expect(judgeLate([run("a", 700), run("scout", 349, true)], ago(720), now)).toEqual({ lost: [], scout: null });
    expect(judgeLate([run("a", 700), run("scout", 351, true)], ago(720), now)).toEqual({ lost: [], scout: "a" });
  });
});

test("mails that all slept through their time send a scout, also while others come due each minute", () => {
  const asleep = Array.from({ length: 5 }, (_, n) => run(String(n), 250 - n * 60));
  expect(judgeLate(asleep, ago(400), now)).toEqual({ lost: [], scout: "0" });
});

test.each([2, 8, 30, 120])("a single mail leaves though its engine is always %i minutes behind", (behind) => {
  // Its run is started five minutes ahead of the slot; a look every minute; whoever was replaced does nothing when it is called.
  const slot = now + 300_000;
  let [started, starts] = [now, 1];
  for (let at = now; ; at += 60_000) {
    if (at >= started + behind * 60_000) break;
    const { scout } = judgeLate([{ id: "a", due: started, slot, isNew: true }], null, at);
    if (scout) {
      started = at;
      starts += 1;
    }
    if (at > now + behind * 10 * 60_000) throw new Error(`It has not left after ${starts} runs.`);
  }
  expect(starts).toBeLessThan(10);
});

test("an engine that is ten minutes behind loses nobody, and starts a scout in five minutes", () => {
  // One run a second, each called ten minutes after its time, in order; a look every minute.
  let scouts = 0;
  const scouted = new Set<number>();
  for (let minute = 0; minute < 60; minute++) {
    const at = now + minute * 60_000;
    const runs = Array.from({ length: 4200 }, (_, second) => {
      const due = now - 600_000 + second * 1000;
      return { id: String(second), due, slot: due, isNew: false };
    });
    const reached = at - 600_000;
    const open = [
      ...runs.filter(({ due }) => due > reached && due <= at),
      ...[...scouted].filter((due) => due > reached).map((due) => ({ id: "s", due, slot: due, isNew: true })),
    ];
    const { lost, scout } = judgeLate(open, reached, at);
    expect(lost).toEqual([]);
    if (scout !== null) {
      scouts += 1;
      scouted.add(at);
    }
  }
  expect(scouts).toBeLessThanOrEqual(12);
});

test.each([2, 4, 8, 30])(
  "a mail leaves though its new run always starts %i minutes late while those that sleep wake in time",
  (behind) => {
    // Starting runs waits in a line of its own, as events do; another run of the campaign has always just acted.
    const slot = now + 300_000;
    let [started, starts] = [now, 1];
    for (let at = now; at < started + behind * 60_000; at += 60_000) {
      const { lost, scout } = judgeLate([{ id: "a", due: started, slot, isNew: true }], at, at);
      if (lost.length > 0 || scout) {
        started = at;
        starts += 1;
      }
      if (at > now + behind * 10 * 60_000) throw new Error(`It has not left after ${starts} runs.`);
    }
    expect(starts).toBeLessThan(10);
  },
);
