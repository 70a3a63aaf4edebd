import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { launchShown } from "../../campaigns/launch/testing/launch-shown";
import { signAllShown } from "../../drafts/sign-all/testing/sign-all-shown";
import { writeDrafts } from "../../drafts/write/write-drafts";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedSentMails } from "../../limits/testing/seed-sent-mails";
import { changeBudget } from "../../team/change-budget";
import { feedCampaign } from "./feed-campaign";

/** Microsoft's limits of 24 hours, kept by whoever gives slots: no more than fit, so that the last check has nobody to send away. */
let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let mailbox: string;
const now = new Date("2026-11-24T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
  mailbox = await seedMailbox(db.admin, scope.teamId);
});

/** A campaign whose people all have a signed mail and no slot. */
async function signed(people: number, more: { from?: number; senderAccountId?: string } = {}) {
  const list =
    (await seedContacts(db.admin, scope.teamId, inventPeople(people, more.from ?? 0), { listName: `L${more.from ?? 0}` }))
      .listId ?? "";
  const { campaignId } = await seedCampaign(db.admin, scope.teamId, {
    name: `C${more.from ?? 0}`,
    listId: list,
    senderAccountId: more.senderAccountId ?? mailbox,
    reviewMode: "each",
    steps: [
      { name: "Introduction", subject: "Hello", body: "<p>Hi</p>" },
      { name: "Reminder", subject: "", body: "<p>Again</p>", minutes: 2 },
    ],
    settings: { ...anyHour, dailyLimit: 200, spacingSeconds: 1 },
  });
  await launchShown(scope, campaignId, now);
  while ((await writeDrafts(scope, { campaignId }, now)).more);
  await signAllShown(scope, campaignId, now);
  return campaignId;
}
const allow = async (most: number, kind = "outside") => {
  await db.admin`update teams set budget_reserve_percent = 0 where id = ${scope.teamId}`;
  await db.admin`insert into limit_lessons (team_id, kind, sender_account_id, at, used, code) values (${scope.teamId}, ${kind}, ${mailbox}, ${hours(-1)}, ${most}, 'x')`;
};
const slots = async () =>
  Number(
    (await db.admin`select count(*)::int as n from scheduled_emails where team_id = ${scope.teamId} and status = 'pending'`)[0]
      ?.n,
  );
async function reasons(id: string) {
  const rows = await db.admin<{ reason: string; n: number; from: Date }[]>`
    select wait_reason as reason, count(*)::int as n, min(next_at) as from from campaign_contacts where campaign_id = ${id} and status in ('pending', 'in_progress') group by 1 order by 1`;
  return Object.fromEntries(rows.map((row) => [row.reason, row.n]));
}
const from = async (reason: string) =>
  (
    await db.admin`select distinct next_at as at from campaign_contacts where team_id = ${scope.teamId} and wait_reason = ${reason}`
  ).map(({ at }) => at);

test("no more slots are given than the team’s budget leaves, and who is left out says so and from when", async () => {
  const id = await signed(10);
  await seedSentMails(db.admin, { scope, campaignId: id, senderAccountId: mailbox }, 4, { at: hours(-20), apartSeconds: 60 });
  await allow(7);
  await feedCampaign(scope, id, now);
  expect(await slots()).toBe(3);
  expect(await reasons(id)).toEqual({ in_line: 3, team_budget_used: 7 });
  expect(await from("team_budget_used")).toEqual([new Date(hours(4).getTime() - 180_000)]);
  await feedCampaign(scope, id, now);
  expect(await slots()).toBe(3);
  // Two of yesterday's have grown old enough since.
  await db.admin`update scheduled_emails set scheduled_for = scheduled_for + interval '5 hours' where team_id = ${scope.teamId}`;
  await feedCampaign(scope, id, new Date(hours(4).getTime() - 90_000));
  expect(await slots()).toBe(5);
});

test("nor than the mailbox’s day, whoever it writes to, while another mailbox goes on", async () => {
  const id = await signed(5);
  await allow(2, "mailbox day");
  await feedCampaign(scope, id, now);
  expect(await reasons(id)).toEqual({ in_line: 2, mailbox_day_used: 3 });
  const other = await seedMailbox(db.admin, scope.teamId, { email: "b@contoso.com", displayName: "B", tid: crypto.randomUUID() });
  const second = await signed(3, { from: 20, senderAccountId: other });
  await feedCampaign(scope, second, now);
  expect(await reasons(second)).toEqual({ in_line: 3 });
});

test("mail to colleagues has slots while the team’s budget is used up", async () => {
  const id = await signed(4);
  await db.admin`update campaign_contacts set recipient_email = 'a@Contoso.com' where campaign_id = ${id} and position <= 2`;
  await allow(0);
  await feedCampaign(scope, id, now);
  expect(await reasons(id)).toEqual({ in_line: 2, team_budget_used: 2 });
});

test("campaigns that are looked over at once give no more than fits, together", async () => {
  const mailboxes = [mailbox];
  for (const name of ["b", "c"])
    mailboxes.push(
      await seedMailbox(db.admin, scope.teamId, { email: `${name}@contoso.com`, displayName: name, tid: crypto.randomUUID() }),
    );
  const ids: string[] = [];
  for (const [index, senderAccountId] of mailboxes.entries()) ids.push(await signed(6, { from: 20 * index, senderAccountId }));
  await allow(10);
  await Promise.all(ids.map((id) => feedCampaign(scope, id, now)));
  expect(await slots()).toBe(10);
});

test("follow-ups have the last places", async () => {
  const id = await signed(6);
  await db.admin`update campaign_contacts set current_sequence_step = 1, due_at = ${hours(-1)} where campaign_id = ${id} and position >= 5`;
  await db.admin`update email_drafts d set sequence_id = s.id, sequence_step = 2 from campaign_sequences s, campaign_contacts c
    where s.campaign_id = ${id} and s.sequence_order = 2 and c.campaign_id = ${id} and c.position >= 5 and d.campaign_contact_id = c.id`;
  await db.admin`update mailbox_syncs set last_polled_at = ${now} where sender_account_id = ${mailbox}`;
  await allow(3);
  await feedCampaign(scope, id, now);
  const given =
    await db.admin`select d.sequence_step as step, count(*)::int as n from scheduled_emails e join email_drafts d on d.id = e.draft_id
    where e.team_id = ${scope.teamId} and e.status = 'pending' group by 1 order by 1 desc`;
  expect(given.map(({ step, n }) => [step, n])).toEqual([
    [2, 2],
    [1, 1],
  ]);
});

test("more licences are told, and whoever waited for the budget has a slot with the next look", async () => {
  const id = await signed(3);
  await db.admin`update teams set budget_reserve_percent = 90, licences = 1 where id = ${scope.teamId}`;
  await seedSentMails(db.admin, { scope, campaignId: id, senderAccountId: mailbox }, 1000, { at: hours(-2), apartSeconds: 0 });
  await db.admin`update campaign_settings set daily_limit = 500 where campaign_id = ${id}`;
  await feedCampaign(scope, id, new Date(hours(13)));
  expect(await reasons(id)).toEqual({ team_budget_used: 3 });
  await changeBudget(scope, { licences: 25 }, now);
  expect(await db.admin`select 1 from outbox where team_id = ${scope.teamId} and name = 'campaign/feed'`).not.toHaveLength(0);
  await feedCampaign(scope, id, new Date(hours(13)));
  expect(await reasons(id)).toEqual({ in_line: 3 });
});
