import { afterAll, beforeAll, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { changeGuard } from "./change-guard";
import { readGuards } from "./read-guards";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const now = new Date("2026-11-24T15:00Z");

test("a team may be stricter, and whoever made it so is written down", async () => {
  const { scope } = await seedTeam(db.admin);
  await changeGuard(scope, { dead: 4.5 }, now);
  await changeGuard(scope, { optOuts: 0.2 }, now);
  expect((await readGuards(scope)).allowed).toEqual({ dead: 4.5, optOuts: 0.2 });
  expect(await db.admin`select verb, member_id, detail from activities where team_id = ${scope.teamId} order by detail`).toEqual([
    { verb: "changed the team", member_id: scope.memberId, detail: { guardDeadPercent: "4.5" } },
    { verb: "changed the team", member_id: scope.memberId, detail: { guardOptOutPercent: "0.2" } },
  ]);
});

test.each([
  [{ dead: 5.1 }, { dead: "A team may be stricter than 5 %, never laxer." }],
  [{ optOuts: 2.1 }, { optOuts: "A team may be stricter than 2 %, never laxer." }],
  [{ dead: 0.4 }, { dead: "Not below 0.5 %: one person would pause a mailbox." }],
  [{ optOuts: 0 }, { optOuts: "Not below 0.2 %: one person would pause a mailbox." }],
  [{ dead: Number.NaN }, { dead: "Not below 0.5 %: one person would pause a mailbox." }],
  [{ dead: 4.55 }, { dead: "One digit after the point." }],
])("%j is refused with a sentence, and changes nothing", async (change, fields) => {
  const { scope } = await seedTeam(db.admin);
  await expect(changeGuard(scope, change, now)).rejects.toMatchObject({ code: "invalid", fields });
  expect((await readGuards(scope)).allowed).toEqual({ dead: 5, optOuts: 2 });
});

test("another team keeps its own", async () => {
  const [ours, theirs] = [await seedTeam(db.admin), await seedTeam(db.admin)];
  await changeGuard(ours.scope, { dead: 1 }, now);
  expect((await readGuards(theirs.scope)).allowed).toEqual({ dead: 5, optOuts: 2 });
});
