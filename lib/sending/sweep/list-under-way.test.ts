import { afterAll, beforeAll, expect, test } from "vitest";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { listUnderWay } from "./list-under-way";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
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
