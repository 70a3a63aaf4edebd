import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { editAnswerRules } from "./edit-answer-rules";
import { readSetup } from "./read-setup";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
});

const campaign = async (status: "draft" | "active" | "paused" | "completed") =>
  (await seedCampaign(db.admin, scope.teamId, { name: "C", status })).campaignId;
const answers = async (id: string) => (await readSetup(scope, id)).answers;

test("of a campaign that is set up are changed, each for itself", async () => {
  const id = await campaign("draft");
  expect(await answers(id)).toEqual({ awayDays: 7, replyStops: "person" });
  await editAnswerRules(scope, id, { awayDays: 90 }, now);
  await editAnswerRules(scope, id, { replyStops: "company" }, now);
  expect(await answers(id)).toEqual({ awayDays: 90, replyStops: "company" });
});

test.each([0, 91, 1.5, Number.NaN])("are not changed to %s days", async (awayDays) => {
  const id = await campaign("draft");
  await expect(editAnswerRules(scope, id, { awayDays }, now)).rejects.toMatchObject({ code: "invalid" });
  expect(await answers(id)).toMatchObject({ awayDays: 7 });
});

test.each(["active", "paused", "completed"] as const)("stay as they were shown at launch in one that is %s", async (status) => {
  const id = await campaign(status);
  await expect(editAnswerRules(scope, id, { awayDays: 3 }, now)).rejects.toMatchObject({ code: "conflict" });
  expect(await answers(id)).toMatchObject({ awayDays: 7 });
});

test("of another team's campaign stay as they are", async () => {
  const id = await campaign("draft");
  const other = (await seedTeam(db.admin)).scope;
  await expect(editAnswerRules(other, id, { awayDays: 3 }, now)).rejects.toMatchObject({ code: "not_found" });
  expect(await answers(id)).toMatchObject({ awayDays: 7 });
});
