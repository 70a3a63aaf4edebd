import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readNextMails } from "../campaigns/read/read-next-mails";
import { stubSettings } from "../env/testing/stub-settings";
import { feedCampaign } from "../sending/queue/feed-campaign";
import { seedNextReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { tellPassed } from "./tell-passed";

let db: TestDatabase;
const now = new Date("2026-11-24T15:00:00Z");
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);

beforeAll(async () => {
  stubSettings();
  db = await testDatabase();
});
afterAll(() => db.close());

const slotsOf = async (draftId: string) =>
  (
    await db.admin`select status, scheduled_for as at from scheduled_emails where draft_id = ${draftId} order by scheduled_for`
  ).map(({ status, at }) => [status, at]);
const toldOf = async (contact: string) =>
  (
    await db.admin`select count(*)::int as n from outbox where name = 'campaign/contact.changed' and data ->> 'campaignContactId' = ${contact}`
  )[0]?.n;

test("a mail whose slot passed while its mailbox was held keeps slot and run, and the run is told once", async () => {
  const passed = await seedReadyMail(db.admin, before(20), { followUps: 1 });
  const ahead = await seedNextReadyMail(db.admin, passed, before(-600));
  await db.admin`update campaign_contacts set run_due_at = null where campaign_id = ${passed.campaignId}`;
  for (let time = 0; time < 2; time++)
    await withTeam(passed.scope, (tx) => tellPassed(tx, passed.scope.teamId, passed.senderAccountId, now));
  await feedCampaign(passed.scope, passed.campaignId, now);
  expect(await slotsOf(passed.draftId)).toEqual([["pending", before(20)]]);
  expect([await toldOf(passed.campaignContactId), await toldOf(ahead.campaignContactId)]).toEqual([1, 0]);
  const [row] = await db.admin`select run_id, run_due_at from campaign_contacts where id = ${passed.campaignContactId}`;
  expect(row).toEqual({ run_id: passed.runId, run_due_at: now });
});

test("a mail in doubt is not the one that leaves next", async () => {
  const doubted = await seedReadyMail(db.admin, before(30), { followUps: 1 });
  const next = await seedNextReadyMail(db.admin, doubted, before(-60));
  await seedDelivery(db.admin, doubted.draftId, { state: "reconciling", at: before(30) });
  const mails = await withTeam(doubted.scope, (tx) => readNextMails(tx, {}, 5));
  expect(mails.map(({ draftId }) => draftId)).toEqual([next.draftId]);
});
