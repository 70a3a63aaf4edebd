import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pauseCampaign } from "../../campaigns/pause-campaign";
import { resumeCampaign } from "../../campaigns/resume-campaign";
import { pauseSeen } from "../../campaigns/testing/pause-seen";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import type { ReadyMail } from "../testing/seed-ready-mail";
import { driveCampaign, driveToEnd, lookOver, readArrived, seedSigned } from "./testing/drive-campaign";

/** Real Postgres and a mailbox over HTTP; pausing, resuming, slots and runs are the product's own. */
let world: MailWorld;
beforeAll(async () => {
  world = await startMail({ ...process.env, DOUBT_SCHEDULE: "0.05,0.05" });
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", { moveDelayMs: 30, deliveryDelayMs: 10, lookupLagMs: 0, movedGoneMs: 0 });
});

async function resume({ scope, campaignId }: ReadyMail) {
  await resumeCampaign(scope, campaignId, await pauseSeen(scope, campaignId), new Date());
}
const statusOf = async ({ campaignId }: ReadyMail) =>
  (await world.db.admin`select status from campaigns where id = ${campaignId}`)[0]?.status;
const sent = async ({ campaignId }: ReadyMail) =>
  Number((await world.db.admin`select count(*)::int as n from sent_emails where campaign_id = ${campaignId}`)[0]?.n);

test("an error at one person and a resume send to exactly those who got nothing (listmonk 2313)", {
  timeout: 90_000,
}, async () => {
  const mails = await seedSigned(world, 6, new Date());
  const [first] = mails as [ReadyMail];
  const allow = (daily: number) =>
    world.db.admin`update campaign_settings set daily_limit = ${daily} where campaign_id = ${first.campaignId}`;
  const drive = () => driveCampaign(world, first, new Date());
  // Two leave; the call for the third meets an error, and whoever sees that pauses.
  await allow(2);
  await expect.poll(async () => [await drive(), await sent(first)][1], { timeout: 20_000 }).toBe(2);
  await world.admin("POST", "faults", { kind: "status-before", status: 500, method: "POST", path: "/send$", times: 1 });
  await allow(3);
  const doubts = async () =>
    (
      await world.db.admin`select 1 from delivery_intents i join deliveries v on v.id = i.delivery_id
      where v.campaign_id = ${first.campaignId} and i.answer = 500`
    ).length;
  await expect.poll(async () => [await drive(), await doubts()][1], { timeout: 20_000 }).toBe(1);
  await pauseCampaign(first.scope, first.campaignId, new Date());
  await allow(100);
  for (let round = 0; round < 5; round += 1) await drive();
  const before = await readArrived(world, mails);
  expect(before.filter((count) => count === 1)).toHaveLength(2);
  expect(before.filter((count) => count === 0)).toHaveLength(4);

  await resume(first);
  await driveToEnd(world, first);
  expect(await readArrived(world, mails)).toEqual(mails.map(() => 1));
  expect(await sent(first)).toBe(6);
  await lookOver(world.db.admin, first, new Date());
  expect(await statusOf(first)).toBe("completed");
});

test("a hundred pauses and resumes, some while a mail leaves, send nothing again (listmonk 2070)", {
  timeout: 180_000,
}, async () => {
  const mails = await seedSigned(world, 5, new Date());
  const [first] = mails as [ReadyMail];
  const toggle = async () => {
    await pauseCampaign(first.scope, first.campaignId, new Date());
    await resume(first);
  };
  for (let round = 0; round < 100; round += 1) {
    if (round % 10 === 9) await Promise.all([driveCampaign(world, first, new Date()), toggle()]);
    else await toggle();
  }
  const { length: pauses } = await world.db.admin`select 1 from campaign_pauses where campaign_id = ${first.campaignId}`;
  expect(pauses).toBe(100);
  await driveToEnd(world, first);
  expect(await readArrived(world, mails)).toEqual(mails.map(() => 1));
  expect(await sent(first)).toBe(5);
});
