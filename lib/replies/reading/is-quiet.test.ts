import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { isQuiet } from "./is-quiet";

let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-30T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 24 * 60);
const quiet = () => isQuiet(mail.scope, mail.senderAccountId, now);
const lastRead = (at: Date) =>
  db.admin`update mailbox_syncs set last_polled_at = ${at} where sender_account_id = ${mail.senderAccountId}`;

beforeAll(async () => {
  stubSettings();
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, now);
  await lastRead(minutes(-1));
});

test("a mailbox that never mailed is read every quarter of an hour, and at once where it was never read", async () => {
  expect(await quiet()).toBe(true);
  await lastRead(minutes(-15));
  expect(await quiet()).toBe(false);
  await db.admin`delete from mailbox_syncs where sender_account_id = ${mail.senderAccountId}`;
  expect(await quiet()).toBe(false);
});

test("one that mailed somebody in the last ninety days is read every time, one of before is not", async () => {
  await seedDelivery(db.admin, mail.draftId, { state: "confirmed", at: days(-89) });
  expect(await quiet()).toBe(false);
  await db.admin`update deliveries set submitted_at = ${days(-91)} where draft_id = ${mail.draftId}`;
  expect(await quiet()).toBe(true);
});
