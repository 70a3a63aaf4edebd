import { expect, test } from "vitest";
import { type ChaosRun, recordRun } from "./record-run";

const run: ChaosRun = {
  ...{
    seed: 7,
    minutes: 15,
    doubled: 0,
    lost: 0,
    changed: 0,
    unsigned: 0,
    unsettled: 0,
    leftToPerson: 1,
    settledSeconds: 200,
    unlisted: [],
  },
  kills: { byTarget: { "app-1": 20, postgres: 10 }, met: { "before send": 12 }, late: { "after fill": 3 } },
  faults: { byMode: { "no answer": 4, "late answer": 5 }, byEndpoint: { "POST /me/messages": 9 }, pairs: 2 },
  ...{ underWay: { least: 52, median: 70 }, mails: { campaign: 200, byHand: 100 } },
  ...{ load: { mean: 5.04, most: 9.96 }, asked: { "app-1": 900 } },
};
const today = { date: "2026-11-30", commit: "abc1234", machine: "2 cores" };
const empty = "# The engine\n\nWhat is shown.\n\n**All runs:** none yet.\n";

test("a run is a row, and what it killed is told below", () => {
  const page = recordRun(empty, run, today);
  expect(page).toContain("What is shown.");
  expect(page).toContain(
    "| 2026-11-30 | abc1234 | 7 | 15 | 30 | 12 | 9 | 52 (70) | 200 | 100 | 0 | 0 | 0 | 0 | 200 s | 5.0 (10.0) | 1 |",
  );
  expect(page).toContain("Killed: app-1 20, postgres 10.");
  expect(page).toContain("**All runs:** 1 run, 15 minutes, 30 of 2,000 kills");
});

test("the line of all runs is reckoned from every row, whatever the others say", () => {
  const once = recordRun(empty, run, today);
  const page = recordRun(once, { ...run, seed: 8, lost: 2, underWay: { least: 50, median: 60 } }, today);
  expect(page).toContain(
    "**All runs:** 2 runs, 30 minutes, 60 of 2,000 kills (24 with a send at the boundary), 18 faults, never fewer than 50 mails under way; 400 mails of campaigns and 200 by hand: 0 doubled, 2 lost, 0 changed, 0 unsettled, 2 left to a person.",
  );
  expect(page.match(/^\*\*All runs/gm)).toHaveLength(1);
  expect(page.match(/^\| date/gm)).toHaveLength(1);
  expect(page.match(/^### /gm)).toHaveLength(2);
  expect(page.indexOf("seed 7, 15 minutes")).toBeLessThan(page.indexOf("seed 8, 15 minutes"));
});

test("a page without the line of all runs is not written over", () => {
  expect(() => recordRun("# Another page\n", run, today)).toThrow("no line of all runs");
});
