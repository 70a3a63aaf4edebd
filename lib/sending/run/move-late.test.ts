import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { type ReadyMail, seedNextReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { moveLate } from "./follow-refused";

/** Twelve mails of one campaign, a minute apart, whose engine was gone for an hour: all wake at the same moment. */
let db: TestDatabase;
let mails: ReadyMail[];
const now = new Date("2026-11-30T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

beforeAll(async () => {
  stubSettings();
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  const first = await seedReadyMail(db.admin, minutes(-60), { followUps: 1 });
  mails = [first];
  for (let place = 1; place < 12; place += 1) mails.push(await seedNextReadyMail(db.admin, first, minutes(place - 60), place));
  await db.admin`update campaign_settings set delay_between_emails_seconds = 60 where campaign_id = ${first.campaignId}`;
});

const slotOf = async (mail: ReadyMail) =>
  (
    await db.admin`select scheduled_for as at, moved_from as "movedFrom" from scheduled_emails where draft_id = ${mail.draftId}`
  )[0];
const move = (mail: ReadyMail, from = now) => moveLate(mail.scope, mail, from, now);

test("mails that wake at once get places of their own, a spacing apart, from now on", async () => {
  const at = await Promise.all(mails.map((mail) => move(mail)));
  const minutesFrom = at.map((one) => (one.getTime() - now.getTime()) / 60_000).sort((a, b) => a - b);
  expect(minutesFrom).toEqual(mails.map((_, place) => place));
  expect(await slotOf(mails[3] as ReadyMail)).toEqual({ at: at[3], movedFrom: minutes(-57) });
});

test("a slot that is ahead keeps its minute, and makes room for what is late before it", async () => {
  const [late, ahead] = mails as [ReadyMail, ReadyMail];
  await db.admin`update scheduled_emails set scheduled_for = ${minutes(1)} where draft_id = ${ahead.draftId}`;
  expect(await move(late, minutes(1))).toEqual(minutes(1));
  // It comes at its minute, finds it taken, and goes behind.
  expect(await move(ahead, minutes(1))).toEqual(minutes(1));
  expect(await move(ahead, minutes(2))).toEqual(minutes(2));
});

test("a mail that finds its mailbox busy before its own minute leaves its slot to whoever brings it just now", async () => {
  const [mail] = mails as [ReadyMail];
  const busy = (at: Date) => moveLate(mail.scope, mail, new Date(at.getTime() + 2000), at, true);
  expect(await busy(now)).toEqual(new Date(now.getTime() + 2000));
  const slot = await slotOf(mail);
  expect(slot).toEqual({ at: new Date(now.getTime() + 2000), movedFrom: minutes(-60) });
  expect(await busy(new Date(now.getTime() + 1000))).toEqual(new Date(now.getTime() + 3000));
  expect(await slotOf(mail)).toEqual(slot);
});

test("a run that was replaced moves nothing", async () => {
  const [mail] = mails as [ReadyMail];
  await db.admin`update campaign_contacts set run_id = 'run-2' where id = ${mail.campaignContactId}`;
  await move(mail);
  expect(await slotOf(mail)).toEqual({ at: minutes(-60), movedFrom: null });
});

test("more than twenty-five a minute of one mailbox are never placed, whatever the spacing", async () => {
  await db.admin`update campaign_settings set delay_between_emails_seconds = 0 where campaign_id = ${mails[0]?.campaignId ?? ""}`;
  const more = await Promise.all(
    Array.from({ length: 20 }, (_, n) => seedNextReadyMail(db.admin, mails[0] as ReadyMail, minutes(-30), 20 + n)),
  );
  const at: number[] = [];
  for (const mail of [...mails, ...more]) at.push((await move(mail)).getTime());
  const inFirstMinute = at.filter((one) => one < minutes(1).getTime());
  expect(inFirstMinute.length).toBeLessThanOrEqual(25);
  expect(at).toHaveLength(32);
});
