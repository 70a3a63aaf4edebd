import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signAllShown } from "../../drafts/sign-all/testing/sign-all-shown";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { settleByHand } from "../settle-by-hand";
import type { ReadyMail } from "../testing/seed-ready-mail";
import { advanceAll, driveCampaign, lookOver, readArrived, seedSigned } from "./testing/drive-campaign";

/** Days of a campaign in real Postgres, with a mailbox over HTTP; the clock alone is moved. */
let world: MailWorld;
beforeAll(async () => {
  world = await startMail({ ...process.env, DOUBT_SCHEDULE: "0.05,0.05" });
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", {
    moveDelayMs: 30,
    deliveryDelayMs: 10,
    lookupLagMs: 0,
    movedGoneMs: 0,
    replySettlesMs: 0,
  });
});

const begins = new Date("2026-11-23T00:00:00Z");
const hours = (count: number) => new Date(begins.getTime() + count * 3_600_000);
const stands = async ({ campaignId }: ReadyMail) => {
  const [row] = await world.db.admin`select c.status, (select count(*)::int from sent_emails s where s.campaign_id = c.id) as sent
    from campaigns c where c.id = ${campaignId}`;
  return row as { status: string; sent: number };
};

test("every limit is changed in mid-run, and nobody is left out (listmonk 2591)", { timeout: 180_000 }, async () => {
  const { admin } = world.db;
  const mails = await seedSigned(world, 14, begins);
  const [first] = mails as [ReadyMail];
  const { campaignId, senderAccountId, scope } = first;
  const rules = (daily: number, spacing: number, start = "00:00", end = "24:00") =>
    admin`update campaign_settings set daily_limit = ${daily}, delay_between_emails_seconds = ${spacing}, send_window_start = ${start},
      send_window_end = ${end} where campaign_id = ${campaignId}`;
  const learn = (kind: string, used: number, at: Date) =>
    admin`insert into limit_lessons (team_id, kind, sender_account_id, at, used, code) values (${scope.teamId}, ${kind}, ${senderAccountId}, ${at}, ${used}, 'x')`;
  const changes: Record<number, () => Promise<unknown>> = {
    0: () => rules(2, 0),
    // Below what has left today.
    4: () => rules(1, 0),
    24: () => rules(3, 600),
    48: () => rules(3, 600, "08:00", "14:00"),
    72: () => learn("outside", 1, hours(72)),
    76: () => admin`update teams set budget_reserve_percent = 0 where id = ${scope.teamId}`,
    96: () => admin`delete from limit_lessons where team_id = ${scope.teamId}`,
    100: () => learn("mailbox day", 2, hours(100)),
    120: () => rules(50, 0),
  };
  const lefts: number[] = [];
  for (let hour = 0; hour < 24 * 20; hour += 2) {
    await changes[hour]?.();
    await driveCampaign(world, first, hours(hour));
    await lookOver(admin, first, hours(hour));
    const { status, sent } = await stands(first);
    lefts.push(sent);
    if (status !== "completed") continue;
    expect([hour, sent]).toEqual([hour, mails.length]);
    break;
  }
  // The changes took effect: not all left by the first limit, and the last ones after the last change.
  expect(lefts[11]).toBe(2);
  expect(lefts[59]).toBeLessThan(mails.length);
  expect(await stands(first)).toEqual({ status: "completed", sent: 14 });
  expect(await readArrived(world, mails)).toEqual(mails.map(() => 1));
});

test("a campaign is not finished before its ledger has everybody, also while one mail is in doubt (listmonk 2860)", {
  timeout: 90_000,
}, async () => {
  const { admin } = world.db;
  const mails = await seedSigned(world, 3, begins);
  const [first] = mails as [ReadyMail];
  await admin`update campaign_settings set delay_between_emails_seconds = 600 where campaign_id = ${first.campaignId}`;
  const drive = async (hour: number) => {
    await driveCampaign(world, first, hours(hour));
    await lookOver(admin, first, hours(hour));
    return stands(first);
  };
  expect(await drive(0)).toEqual({ status: "active", sent: 1 });
  expect(await drive(1)).toEqual({ status: "active", sent: 2 });
  await world.admin("POST", "faults", { kind: "status-before", status: 503, method: "POST", path: "/send$", times: null });
  for (let hour = 2; hour < 24 * 9; hour += 6) expect(await drive(hour)).toEqual({ status: "active", sent: 2 });
  const [left] = await admin`select v.draft_id as draft, v.state, c.wait_reason as reason from deliveries v
    join campaign_contacts c on c.id = v.campaign_contact_id where v.campaign_id = ${first.campaignId} and v.accepted_at is null`;
  expect(left).toMatchObject({ state: "review", reason: "in_doubt" });
  await settleByHand(first.scope, left?.draft, false, hours(24 * 9));
  expect(await drive(24 * 9)).toEqual({ status: "completed", sent: 2 });
  const ends =
    await admin`select ended_reason as reason, count(*)::int as n from campaign_contacts where campaign_id = ${first.campaignId} group by 1 order by 2`;
  expect(ends.map(({ n }) => n)).toEqual([1, 2]);
  expect((await readArrived(world, mails)).sort()).toEqual([0, 1, 1]);
});

test("ten mails, the most a sequence has, all leave, though everything is looked over twice at once (mautic 2004)", {
  timeout: 180_000,
}, async () => {
  const { admin } = world.db;
  const mails = await seedSigned(world, 2, begins, 9);
  const [first] = mails as [ReadyMail];
  await admin`update campaign_sequences set delay_days = 1 where campaign_id = ${first.campaignId} and sequence_order > 1`;
  for (let hour = 0; hour < 24 * 25; hour += 12) {
    await driveCampaign(world, first, hours(hour), 2);
    await signAllShown(first.scope, first.campaignId, hours(hour));
    // The mailbox has had half a day since.
    await world.settle();
    if ((await stands(first)).status === "completed") break;
  }
  const steps =
    await admin`select sequence_step as step, count(*)::int as n from sent_emails where campaign_id = ${first.campaignId} group by 1 order by 1`;
  expect(steps.map(({ step, n }) => [step, n])).toEqual(Array.from({ length: 10 }, (_, place) => [place + 1, 2]));
  expect(await readArrived(world, mails)).toEqual([10, 10]);
});

test("a slot whose window was closed since it was given does not leave in it (MILES 192)", { timeout: 60_000 }, async () => {
  const { admin } = world.db;
  const mails = await seedSigned(world, 3, begins);
  const [first] = mails as [ReadyMail];
  const { campaignId } = first;
  await lookOver(admin, first, hours(12));
  const slots = () => admin`select 1 from scheduled_emails where campaign_id = ${campaignId} and status = 'pending'`;
  expect(await slots()).toHaveLength(3);
  await admin`update campaign_settings set send_window_start = '18:00', send_window_end = '20:00' where campaign_id = ${campaignId}`;
  // The runs alone, before anything looks the campaign over again; and then both.
  await advanceAll(world, first, hours(12));
  expect(await readArrived(world, mails)).toEqual([0, 0, 0]);
  for (const hour of [13, 17]) {
    await driveCampaign(world, first, hours(hour));
    expect([hour, await readArrived(world, mails)]).toEqual([hour, [0, 0, 0]]);
  }
  expect(await admin`select 1 from delivery_intents where team_id = ${first.scope.teamId}`).toHaveLength(0);
  for (const minute of [0, 2, 4, 6]) await driveCampaign(world, first, hours(18 + minute / 60));
  expect(await readArrived(world, mails)).toEqual([1, 1, 1]);
});
