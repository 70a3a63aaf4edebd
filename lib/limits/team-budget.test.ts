import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outsidePerDay } from "./outside-per-day";
import { type Lesson, teamBudget } from "./team-budget";

const now = new Date("2026-11-24T15:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const team = { licences: 25, mailboxes: 3, reservePercent: 20, lessons: [] as Lesson[] };

test("for 25 licences 11,407 of 14,259 are ours, by a reserve of 20 %", () => {
  expect(teamBudget(team, now)).toMatchObject({ most: 14_259, ours: 11_407, kept: 2852, isTold: true, lesson: null });
});

test("without licences told the mailboxes here count, and at least one", () => {
  expect(teamBudget({ ...team, licences: null }, now)).toMatchObject({ licences: 3, isTold: false });
  expect(teamBudget({ ...team, licences: null, mailboxes: 0 }, now)).toMatchObject({ licences: 1, most: 10_000 });
});

describe("a refusal", () => {
  const with_ = (...lessons: Lesson[]) => teamBudget({ ...team, lessons }, now);

  test("below what the licences say is the limit, less the reserve", () => {
    expect(with_({ at: ago(30), used: 8120 })).toMatchObject({ most: 8120, ours: 6496, lesson: { used: 8120 } });
  });

  test("is forgotten after seven days, and the lowest of several counts", () => {
    expect(with_({ at: ago(7 * 24), used: 8120 })).toMatchObject({ most: 14_259, lesson: null });
    expect(with_({ at: ago(100), used: 9000 }, { at: ago(50), used: 7000 }, { at: ago(170), used: 10 }).most).toBe(7000);
  });

  test("above what the licences say changes nothing", () => {
    expect(with_({ at: ago(1), used: 20_000 })).toMatchObject({ most: 14_259, lesson: null });
  });

  test("while nearly nothing was ours holds us for a day, and then a tenth is tried again", () => {
    expect(with_({ at: ago(23.9), used: 3 })).toMatchObject({ most: 3 });
    expect(with_({ at: ago(24), used: 3 })).toMatchObject({ most: 1425 });
    expect(with_({ at: ago(1), used: 3, isAnswer: true })).toMatchObject({ most: 1425 });
  });
});

test("ours and what is kept add up to what Microsoft allows, whatever is told", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 90 }), (licences, reservePercent) => {
      const budget = teamBudget({ ...team, licences, reservePercent }, now);
      expect(budget.ours + budget.kept).toBe(outsidePerDay(licences));
      expect(budget.kept * 100).toBeGreaterThanOrEqual(budget.most * reservePercent - 1e-6);
      expect(budget.ours).toBeGreaterThan(0);
    }),
  );
});
