import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readNextMails } from "../campaigns/read/read-next-mails";
import { stubSettings } from "../env/testing/stub-settings";
import { feedCampaign } from "../sending/queue/feed-campaign";
import { seedNextReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { freeSlots } from "./free-slots";

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

test("minutes that passed while a mailbox was held are given anew at once, and a mail in doubt keeps its own", async () => {
  const passed = await seedReadyMail(db.admin, before(20), { followUps: 1 });
  const doubted = await seedNextReadyMail(db.admin, passed, before(30));
  await seedDelivery(db.admin, doubted.draftId, { state: "reconciling", at: before(30) });

  const ofMailbox = sql`e.sender_account_id = ${passed.senderAccountId} and e.scheduled_for <= ${now.toISOString()}::timestamptz`;
  await withTeam(passed.scope, (tx) => freeSlots(tx, ofMailbox, "Mailbox was held"));
  await feedCampaign(passed.scope, passed.campaignId, now);

  const [taken, given] = await slotsOf(passed.draftId);
  expect(taken).toEqual(["cancelled", before(20)]);
  expect(given?.[0]).toBe("pending");
  expect(Number(given?.[1])).toBeLessThanOrEqual(now.getTime() + 5000);
  expect(await slotsOf(doubted.draftId)).toEqual([["pending", before(30)]]);
});

test("a mail in doubt is not the one that leaves next", async () => {
  const doubted = await seedReadyMail(db.admin, before(30), { followUps: 1 });
  const next = await seedNextReadyMail(db.admin, doubted, before(-60));
  await seedDelivery(db.admin, doubted.draftId, { state: "reconciling", at: before(30) });
  const mails = await withTeam(doubted.scope, (tx) => readNextMails(tx, {}, 5));
  expect(mails.map(({ draftId }) => draftId)).toEqual([next.draftId]);
});
