import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { launchShown } from "../../campaigns/launch/testing/launch-shown";
import { pauseCampaign } from "../../campaigns/pause-campaign";
import { readCampaign } from "../../campaigns/read/read-campaign";
import { resumeCampaign } from "../../campaigns/resume-campaign";
import { pauseSeen } from "../../campaigns/testing/pause-seen";
import { signAllShown } from "../../drafts/sign-all/testing/sign-all-shown";
import { writeDrafts } from "../../drafts/write/write-drafts";
import { stubSettings } from "../../env/testing/stub-settings";
import { ensureDelivery } from "../ledger/ensure-delivery";
import { recordAccepted } from "../ledger/record-accepted";
import { feedCampaign } from "./feed-campaign";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let campaignId: string;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

// Sent at 2:30 in Berlin, three days before the night in which 2:30 comes twice.
const sent = new Date("2026-10-22T00:30:00Z");
const firstPass = new Date("2026-10-25T00:30:00Z");
const dayBefore = new Date("2026-10-24T12:00:00Z");

beforeEach(async () => {
  const team = await seedTeam(db.admin);
  scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
  const mailbox = await seedMailbox(db.admin, scope.teamId, { email: "anna@contoso.com", displayName: "Anna Keller" });
  const { listId } = await seedContacts(db.admin, scope.teamId, inventPeople(1), { listName: "One" });
  const made = await seedCampaign(db.admin, scope.teamId, {
    name: "C",
    listId,
    senderAccountId: mailbox,
    steps: [
      { name: "Introduction", subject: "Hello", body: "<p>Hi</p>" },
      { name: "Reminder", subject: "Again", body: "<p>Again</p>", days: 3 },
    ],
    settings: { ...anyHour, zone: "Europe/Berlin", dailyLimit: 20, spacingSeconds: 1 },
  });
  campaignId = made.campaignId;
  await launchShown(scope, campaignId, sent);
  await writeDrafts(scope, { campaignId }, sent);
  await signAndAccept(1, sent);
  await writeDrafts(scope, { campaignId }, sent);
});

const sign = (at: Date) => signAllShown(scope, campaignId, at);
async function signAndAccept(step: number, at: Date) {
  await sign(at);
  const [draft] = await db.admin`select id from email_drafts where campaign_id = ${campaignId} and sequence_step = ${step}`;
  const row = await ensureDelivery(scope, draft?.id, at);
  await withTeam(scope, (tx) => recordAccepted(tx, row, at));
}
const due = async () =>
  (await db.admin<{ at: Date | null }[]>`select due_at as at from campaign_contacts where campaign_id = ${campaignId}`)[0]?.at;

test("a delay that ends in an hour that comes twice ends at one instant, whoever is asked", async () => {
  await feedCampaign(scope, campaignId, dayBefore);
  const said = (await readCampaign(scope, campaignId, dayBefore)).reasons;
  expect(said).toMatchObject([{ reason: "delay", count: 1, from: firstPass }]);

  await pauseCampaign(scope, campaignId, dayBefore);
  const behind = (await readCampaign(scope, campaignId, dayBefore)).behind;
  expect(behind).toMatchObject([{ reason: "delay", count: 1, from: firstPass }]);

  await resumeCampaign(scope, campaignId, await pauseSeen(scope, campaignId), dayBefore);
  await sign(dayBefore);
  await feedCampaign(scope, campaignId, dayBefore);
  const slots = await db.admin`select scheduled_for as at from scheduled_emails where campaign_id = ${campaignId}`;
  expect(slots.map((row) => row.at)).toEqual([firstPass]);
});

test("the end of a delay is written when the mail before is accepted, and gone after the last", async () => {
  expect(await due()).toEqual(firstPass);
  await signAndAccept(2, firstPass);
  expect(await due()).toBeNull();
});

test("the end of a delay that a row lacks is filled in before slots and reasons are given", async () => {
  await sign(dayBefore);
  await db.admin`update campaign_contacts set due_at = null where campaign_id = ${campaignId}`;
  await feedCampaign(scope, campaignId, new Date("2026-10-23T12:00:00Z"));
  expect(await due()).toEqual(firstPass);
  const [row] = await db.admin`select wait_reason, next_at from campaign_contacts where campaign_id = ${campaignId}`;
  expect(row).toEqual({ wait_reason: "delay", next_at: firstPass });
  expect(await db.admin`select 1 from scheduled_emails where campaign_id = ${campaignId} and status = 'pending'`).toHaveLength(0);
});
