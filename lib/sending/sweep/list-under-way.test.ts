import { afterAll, beforeAll, expect, test } from "vitest";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedSingleMail } from "../testing/seed-single-mail";
import { listTeamsWithSingles } from "./list-teams-with-singles";
import { listUnderWay } from "./list-under-way";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

test("names what runs or is paused, of every team, and nothing more of it", async () => {
  const wanted: { teamId: string; campaignId: string }[] = [];
  for (const name of ["Ours", "Theirs"]) {
    const { teamId } = await seedTeam(db.admin, { name });
    for (const status of ["draft", "active", "paused", "completed"] as const) {
      const { campaignId } = await seedCampaign(db.admin, teamId, { name: status, status, steps: [] });
      if (status === "active" || status === "paused") wanted.push({ teamId, campaignId });
    }
  }
  const inOrder = (all: typeof wanted) => [...all].sort((a, b) => a.campaignId.localeCompare(b.campaignId));
  expect(inOrder(await listUnderWay())).toEqual(inOrder(wanted));
});

test("names each team once that has mail without a campaign to leave, and no other", async () => {
  await seedTeam(db.admin, { name: "None" });
  const first = await seedSingleMail(db.admin, new Date());
  await seedSingleMail(db.admin, new Date(), { beside: first, place: 1 });
  const ended = await seedSingleMail(db.admin, new Date());
  await db.admin`update single_mails set ended_reason = 'cancelled' where id = ${ended.singleMailId}`;
  const unsigned = await seedSingleMail(db.admin, new Date());
  await db.admin`update single_mails set leave_at = null where id = ${unsigned.singleMailId}`;
  expect(await listTeamsWithSingles()).toEqual([first.scope.teamId]);
});
