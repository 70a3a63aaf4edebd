import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../../env/testing/stub-settings";
import { type ReadyMail, seedNextReadyMail, seedReadyMail } from "../../testing/seed-ready-mail";
import { feedCampaign } from "../feed-campaign";

let db: TestDatabase;
const now = new Date("2026-11-24T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

/** One run of the campaign acts in time each minute; that of `mail` was started at `now` and waits in the engine's line. */
async function countStarts(mail: ReadyMail, other: ReadyMail, looks: number[]) {
  await db.admin`update campaign_contacts set admitted_at = ${now}, run_due_at = ${now} where id = ${mail.campaignContactId}`;
  for (const look of looks) {
    await db.admin`update campaign_contacts set admitted_at = ${minutes(-9)}, run_seen_due = ${minutes(look)}, run_due_at = ${minutes(60)}
      where id = ${other.campaignContactId}`;
    await feedCampaign(mail.scope, mail.campaignId, minutes(look));
  }
  const [row] = await db.admin`select admission from campaign_contacts where id = ${mail.campaignContactId}`;
  return Number(row?.admission);
}

test("a run that starts minutes late, while others of its campaign act in time, is not replaced before its mail is due", async () => {
  const mail = await seedReadyMail(db.admin, minutes(5), { followUps: 1 });
  const other = await seedNextReadyMail(db.admin, mail, minutes(60));
  expect(await countStarts(mail, other, [1, 2, 3])).toBe(0);
});

test("one that is lost is replaced in time for its mail", async () => {
  const mail = await seedReadyMail(db.admin, minutes(5), { followUps: 1 });
  const other = await seedNextReadyMail(db.admin, mail, minutes(60));
  expect(await countStarts(mail, other, [1, 2, 3, 4, 4.5])).toBe(1);
});

test("each new run of a mail that is late has longer than the one before it to start", async () => {
  const mail = await seedReadyMail(db.admin, minutes(0), { followUps: 1 });
  const other = await seedNextReadyMail(db.admin, mail, minutes(60));
  const starts = await countStarts(
    mail,
    other,
    Array.from({ length: 30 }, (_, minute) => minute + 1),
  );
  expect(starts).toBeLessThan(7);
});
