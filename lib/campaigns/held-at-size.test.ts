import { afterAll, beforeAll, expect, test } from "vitest";
import { seedLaunched } from "@/db/seed/seed-launched";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { timed } from "@/db/testing/timed";
import { openContact } from "../contacts/open-contact";
import { stubSettings } from "../env/testing/stub-settings";
import { feedCampaign } from "../sending/queue/feed-campaign";
import { listUnderWay } from "../sending/sweep/list-under-way";
import { sweepCampaign } from "../sending/sweep/sweep-campaign";
import { completeCampaign } from "./complete-campaign";
import { pauseCampaign } from "./pause-campaign";
import { stopAll } from "./stop-all";

/**
 * Holding back many: the click answers at once, nothing leaves from then on, and what it left behind follows by the feeder. PROVE=1 for the full
 * size, where the times are printed.
 */
const people = process.env.PROVE ? 100_000 : 5_000;
const now = new Date("2026-11-24T15:00:00Z");
let db: TestDatabase;
let world: Awaited<ReturnType<typeof seedLaunched>>;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  world = await seedLaunched(db.admin, people);
  const { teamId, campaignId } = world;
  // Everybody has a mail with a time, and half of them a run.
  await db.admin`insert into email_drafts (team_id, contact_id, campaign_id, campaign_contact_id, sequence_id, sequence_step, sequence_version, sender_account_id, draft_type, subject, body, status, approved_at)
    select c.team_id, c.contact_id, c.campaign_id, c.id, ${world.stepIds[0] ?? ""}, 1, 1, c.sender_account_id, 'first_outreach', 's', 'b', 'scheduled', ${now}
    from campaign_contacts c where c.campaign_id = ${campaignId}`;
  await db.admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, status, campaign_id, campaign_contact_id)
    select team_id, id, contact_id, sender_account_id, ${now}::timestamptz + interval '1 hour', 'pending', campaign_id, campaign_contact_id from email_drafts where team_id = ${teamId}`;
  await db.admin`update campaign_contacts set wait_reason = 'in_line', run_id = case when position % 2 = 0 then 'run-' || id end where campaign_id = ${campaignId}`;
  await db.admin`analyze`;
}, 300_000);
afterAll(() => db.close());

const asked = async (name: string) =>
  Number((await db.admin`select count(*)::int as n from outbox where team_id = ${world.teamId} and name = ${name}`)[0]?.n);
const withSlot = async () =>
  Number(
    (await db.admin`select count(*)::int as n from scheduled_emails where team_id = ${world.teamId} and status = 'pending'`)[0]
      ?.n,
  );
const reasons = async () =>
  Object.fromEntries(
    (
      await db.admin<
        { reason: string; n: number }[]
      >`select coalesce(wait_reason, status) as reason, count(*)::int as n from campaign_contacts where campaign_id = ${world.campaignId} group by 1`
    ).map(({ reason, n }) => [reason, n]),
  );

/** As the engine does: as long as a look is asked for, it is taken. */
async function untilNobodyAsks() {
  for (let looks = 0; (await asked("campaign/feed")) > 0; looks += 1) {
    expect(looks).toBeLessThan(people / 500 + 5);
    await db.admin`delete from outbox where team_id = ${world.teamId} and name = 'campaign/feed'`;
    await feedCampaign(world.scope, world.campaignId, now);
  }
}

test("stopping all, and pausing, answer at once; every slot is taken back and everybody told soon after", async () => {
  const { result: stop } = await timed("stop all", () => stopAll(world.scope, now));
  expect(stop.slotsTakenBack).toBe(people);
  expect(await withSlot()).toBe(people - 200);
  await timed("what follows", untilNobodyAsks);
  expect(await withSlot()).toBe(0);
  expect(await reasons()).toEqual({ paused: people });
  await db.admin`update team_stops set lifted_at = ${now} where team_id = ${world.teamId}`;
  await db.admin`update scheduled_emails set status = 'pending', cancel_reason = null where team_id = ${world.teamId}`;
  await db.admin`update email_drafts set status = 'scheduled' where team_id = ${world.teamId}`;
  await db.admin`update campaign_contacts set wait_reason = 'in_line' where campaign_id = ${world.campaignId}`;
  const { result: pause } = await timed("pause", () => pauseCampaign(world.scope, world.campaignId, now));
  expect(pause.slots).toBe(people);
  await timed("what follows", untilNobodyAsks);
  expect(await withSlot()).toBe(0);
  expect(await reasons()).toEqual({ paused: people });
}, 600_000);

test("ending answers at once; everybody is ended soon after, and only those with a run are told", async () => {
  const { result: ended } = await timed("end", () => completeCampaign(world.scope, world.campaignId, now));
  expect(ended.people).toBe(people);
  expect((await reasons()).paused).toBe(people - 1_000);
  await timed("what follows", untilNobodyAsks);
  expect(await reasons()).toEqual({ completed: people });
  expect(await asked("campaign/contact.stopped")).toBe(people / 2);
  const [by] =
    await db.admin`select count(*)::int as n from campaign_contacts where campaign_id = ${world.campaignId} and stopped_by = ${world.scope.memberId}`;
  expect(by?.n).toBe(people);
}, 600_000);

test("what an ending left behind is found by the sweep where nobody came to it, and stands as ended meanwhile", async () => {
  const other = await seedLaunched(db.admin, 1_010);
  await completeCampaign(other.scope, other.campaignId, now);
  await db.admin`delete from outbox where team_id = ${other.teamId}`;
  const [left] =
    await db.admin`select contact_id from campaign_contacts where campaign_id = ${other.campaignId} and status = 'pending' limit 1`;
  const { enrolments } = await openContact(other.scope, left?.contact_id, now);
  expect(enrolments).toMatchObject([{ status: "completed", endedReason: "campaign ended" }]);
  expect(await listUnderWay()).toContainEqual({ teamId: other.teamId, campaignId: other.campaignId });
  await sweepCampaign(other.scope, other.campaignId, now);
  expect(await db.admin`select 1 from campaign_contacts where campaign_id = ${other.campaignId} and status = 'pending'`).toEqual(
    [],
  );
  expect(await listUnderWay()).not.toContainEqual({ teamId: other.teamId, campaignId: other.campaignId });
});
