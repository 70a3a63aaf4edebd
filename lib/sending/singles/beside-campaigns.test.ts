import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readNextMails } from "../../campaigns/read/read-next-mails";
import { stubSettings } from "../../env/testing/stub-settings";
import { readRoom } from "../../limits/read-room";
import { wakeWaiting } from "../../senders/wake-waiting";
import { readDayUse } from "../../slots/read-day-use";
import { wakeMailbox } from "../../slots/wake-mailbox";
import { readWaiting } from "../health/read-waiting";
import { feedCampaign } from "../queue/feed-campaign";
import { lockQueues } from "../queue/lock-queue";
import { type ReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { type SingleMail, seedSingleMail } from "../testing/seed-single-mail";

/** A mail without a campaign beside a campaign of the same mailbox. */
let db: TestDatabase;
let campaign: ReadyMail;
let mail: SingleMail;
const now = new Date("2026-11-24T15:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  campaign = await seedReadyMail(db.admin, minutes(30), { followUps: 1 });
  mail = await seedSingleMail(db.admin, minutes(10), { beside: campaign, place: 3, signedAt: minutes(-60) });
});

const slots = async (draftId: string) =>
  (await db.admin`select scheduled_for as at from scheduled_emails where draft_id = ${draftId} and status = 'pending'`).map(
    (row) => row.at,
  );
const inTeam = <T>(work: Parameters<typeof withTeam<T>>[1]) => withTeam(campaign.scope, work);

describe("its slot", () => {
  test("counts for its mailbox and the team, and not for the day of a campaign", async () => {
    const before = await inTeam((tx) => readRoom(tx, campaign.senderAccountId, now));
    await seedSingleMail(db.admin, minutes(20), { beside: campaign, place: 4, signedAt: minutes(-60) });
    const after = await inTeam((tx) => readRoom(tx, campaign.senderAccountId, now));
    expect(before.mailbox - after.mailbox).toBe(1);
    expect(before.outside - after.outside).toBe(1);
    const { rules } = (await inTeam((tx) => lockQueues(tx, campaign.campaignId, now)))[0] ?? expect.fail();
    const use = await inTeam((tx) => readDayUse(tx, { ...campaign, rules }, now));
    expect(use.used).toEqual({ "2026-11-24": 1 });
    expect(use.taken).toEqual([minutes(30)]);
    expect(use.mailboxTaken.sort()).toEqual([minutes(10), minutes(20)]);
  });

  test("far ahead takes no place today", async () => {
    const before = await inTeam((tx) => readRoom(tx, campaign.senderAccountId, now));
    await seedSingleMail(db.admin, minutes(60 * 24 * 3), { beside: campaign, place: 4, signedAt: minutes(-60) });
    expect(await inTeam((tx) => readRoom(tx, campaign.senderAccountId, now))).toEqual(before);
  });

  test("keeps the minute that a campaign would else have filled", async () => {
    await db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${campaign.draftId}`;
    await db.admin`update email_drafts set status = 'approved' where id = ${campaign.draftId}`;
    for (let place = 4; place < 28; place += 1)
      await seedSingleMail(db.admin, now, { beside: campaign, place, signedAt: minutes(-60) });
    await db.admin`update scheduled_emails set scheduled_for = ${now} where draft_id = ${mail.draftId}`;
    expect(await feedCampaign(campaign.scope, campaign.campaignId, now)).toMatchObject({ given: 1 });
    const [at] = await slots(campaign.draftId);
    expect(at.getTime()).toBeGreaterThanOrEqual(minutes(1).getTime());
  });

  test("stays where it is when its mailbox comes back, as that of a campaign does, whose run is told", async () => {
    const before = await slots(campaign.draftId);
    await inTeam((tx) => wakeWaiting(tx, campaign.scope.teamId, campaign.senderAccountId, minutes(40)));
    expect(await slots(campaign.draftId)).toEqual(before);
    expect(await slots(mail.draftId)).toEqual([minutes(10)]);
    const told = await db.admin`select data ->> 'campaignContactId' as id from outbox where name = 'campaign/contact.changed'`;
    expect(told.map(({ id }) => id)).toContain(campaign.campaignContactId);
  });
});

test("a mailbox that works again has the team's mails by hand looked over", async () => {
  await db.admin`delete from outbox where team_id = ${campaign.scope.teamId}`;
  await inTeam((tx) => wakeMailbox(tx, campaign.scope.teamId, campaign.senderAccountId));
  const told = await db.admin`select name from outbox where team_id = ${campaign.scope.teamId} order by name`;
  expect(told.map(({ name }) => name)).toEqual(["campaign/feed", "mail/look"]);
});

test("is the next mail where it leaves first, without a campaign or step, and is none while all is stopped", async () => {
  const next = () => inTeam((tx) => readNextMails(tx, {}, 5));
  expect(await next()).toMatchObject([
    { draftId: mail.draftId, at: minutes(10), campaignId: null, campaignName: null, stepName: null, timezone: "UTC" },
    { draftId: campaign.draftId, campaignName: "C", stepName: "Introduction" },
  ]);
  await db.admin`insert into team_stops (team_id) values (${campaign.scope.teamId})`;
  expect(await next()).toEqual([]);
});

test("is among what waits for its mailbox", async () => {
  expect(await inTeam((tx) => readWaiting(tx, campaign.senderAccountId, "UTC", now))).toMatchObject({ today: 2, signed: 2 });
});
