import { afterAll, beforeAll, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { addToList, seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { timed } from "@/db/testing/timed";
import { stubSettings } from "../../env/testing/stub-settings";
import { checkLaunch } from "./check-launch";
import { launchCampaign } from "./launch-campaign";
import { showLaunch } from "./show-launch";

/** PROVE=1 for the full size, where the times are printed. Limits are wide: they catch what grows with the square of the size. */
const people = process.env.PROVE ? 100_000 : 2_000;
const now = new Date("2026-11-24T15:00:00Z");

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let campaignId: string;
let contacts: string[];

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  ({ scope } = await seedTeam(db.admin));
  const senderAccountId = await seedMailbox(db.admin, scope.teamId);
  const { listId } = await seedContacts(db.admin, scope.teamId, [], { listName: "All" });
  contacts = [];
  for (let from = 0; from < people; from += 10_000)
    contacts.push(
      ...(await seedContacts(db.admin, scope.teamId, inventPeople(Math.min(10_000, people - from), from))).contactIds,
    );
  await addToList(db.admin, scope.teamId, listId ?? "", contacts);
  ({ campaignId } = await seedCampaign(db.admin, scope.teamId, {
    name: "All",
    listId,
    senderAccountId,
    steps: [{ name: "Introduction", subject: "Hello {{ first_name }}", body: "<p>Hi</p>" }],
  }));
  await db.admin`analyze`;
}, 300_000);
afterAll(() => db.close());

async function soon<T>(name: string, run: () => Promise<T>): Promise<T> {
  const { result, ms } = await timed(name, run);
  expect(ms, name).toBeLessThan(60_000);
  return result;
}

test("a list of everybody is shown and launched as it was shown", async () => {
  await soon("checked for the page", () => checkLaunch(scope, campaignId, now));
  const { viewId } = await soon("shown", () => showLaunch(scope, campaignId, now));
  // A tenth drops out between, which is the work of leaving out and naming.
  await db.admin`update contacts set archived_at = now() where id = any(${contacts.slice(0, people / 10)}::uuid[])`;
  const { people: launched, leftOut } = await soon("launched", () => launchCampaign(scope, campaignId, viewId, now));
  expect(launched).toBe(people * 0.9);
  expect(leftOut).toContain(`${(people / 10).toLocaleString("en")} were left out meanwhile`);
}, 180_000);
