import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { TeamHours } from "../schedule/leave-at";
import { changeHandFooter } from "./change-hand-footer";
import { changeHours } from "./change-hours";
import { readHandRules } from "./read-hand-rules";

type Scope = { teamId: string; memberId: string };
let db: TestDatabase;
let scope: Scope;
const now = new Date("2026-11-24T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
});

const did = async () =>
  (await db.admin`select detail from activities where team_id = ${scope.teamId} and verb = 'changed the team'`).map(
    ({ detail }) => detail,
  );
const week = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

describe("the team’s hours", () => {
  test("are Monday to Friday 9:00 to 17:00 until somebody says otherwise", async () => {
    expect((await readHandRules(scope)).hours).toEqual({ start: "09:00:00", end: "17:00:00", days: week });
  });

  test("change in part, days in their order, and the record says to what; another team’s stay", async () => {
    const other = (await seedTeam(db.admin)).scope;
    await changeHours(scope, { days: ["saturday", "monday", "monday"] }, now);
    await changeHours(scope, { start: "08:30", end: "24:00" }, now);
    expect((await readHandRules(scope)).hours).toEqual({ start: "08:30:00", end: "24:00:00", days: ["monday", "saturday"] });
    expect((await readHandRules(other)).hours.start).toBe("09:00:00");
    expect((await did()).at(-1)).toEqual({ hoursStart: "08:30", hoursEnd: "24:00", hoursDays: "monday saturday" });
  });

  test("may run over midnight", async () => {
    await changeHours(scope, { start: "22:00", end: "02:00" }, now);
    expect((await readHandRules(scope)).hours).toMatchObject({ start: "22:00:00", end: "02:00:00" });
  });

  test.each<[string, Partial<TeamHours>, Record<string, string>]>([
    ["no day", { days: [] }, { days: "Choose at least one day to send on." }],
    [
      "a window without length",
      { start: "09:00", end: "09:00" },
      { end: "Start and end are the same time, so nothing would leave." },
    ],
    ["a time that is none", { start: "25:00", end: "26:00" }, { start: "Give the start as a time from 0:00 to 23:59." }],
  ])("are not changed to %s, and a sentence says why", async (_, change, fields) => {
    await expect(changeHours(scope, change, now)).rejects.toMatchObject({ code: "invalid", fields });
    expect((await readHandRules(scope)).hours).toMatchObject({ start: "09:00:00", end: "17:00:00", days: week });
    expect(await did()).toEqual([]);
  });
});

test("a first mail by hand carries its footer until an administrator says otherwise, and the record keeps both", async () => {
  expect((await readHandRules(scope)).footer).toBe(true);
  await changeHandFooter(scope, false, now);
  expect((await readHandRules(scope)).footer).toBe(false);
  await changeHandFooter(scope, true, now);
  expect((await readHandRules(scope)).footer).toBe(true);
  expect(await did()).toEqual([{ handFooter: "off" }, { handFooter: "on" }]);
});
