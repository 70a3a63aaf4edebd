import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { anyHour, type SeedSettings, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { checkLaunch } from "../../campaigns/launch/check-launch";
import { launchShown } from "../../campaigns/launch/testing/launch-shown";
import { pauseCampaign } from "../../campaigns/pause-campaign";
import { resumeCampaign } from "../../campaigns/resume-campaign";
import { stopAll } from "../../campaigns/stop-all";
import { pauseSeen } from "../../campaigns/testing/pause-seen";
import { signAllShown } from "../../drafts/sign-all/testing/sign-all-shown";
import { writeDrafts } from "../../drafts/write/write-drafts";
import { stubSettings } from "../../env/testing/stub-settings";
import { feedCampaign } from "./feed-campaign";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let mailbox: string;
let list: string;
const now = new Date("2026-11-24T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const open: SeedSettings = { ...anyHour, dailyLimit: 20, spacingSeconds: 1 };

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
  mailbox = await seedMailbox(db.admin, scope.teamId);
});

async function campaign(people: number, settings: SeedSettings = open, reviewMode: "each" | "launch" = "each", from = 0) {
  list = (await seedContacts(db.admin, scope.teamId, inventPeople(people, from), { listName: "All" })).listId ?? "";
  const made = await seedCampaign(db.admin, scope.teamId, {
    name: "C",
    listId: list,
    senderAccountId: mailbox,
    reviewMode,
    steps: [
      { name: "Introduction", subject: "Hello {{ first_name }}", body: "<p>Hi {{ first_name }}</p>" },
      { name: "Reminder", subject: "", body: "<p>Again</p>", minutes: 2 },
      { name: "Last", subject: "", body: "<p>Last</p>", days: 2 },
    ],
    settings,
  });
  return made.campaignId;
}

async function launched(people: number, settings: SeedSettings = open, reviewMode: "each" | "launch" = "each") {
  const id = await campaign(people, settings, reviewMode);
  await launchShown(scope, id, now);
  while ((await writeDrafts(scope, { campaignId: id }, now)).more);
  return id;
}

async function reasons(id: string) {
  const rows = await db.admin<{ reason: string; count: number }[]>`
    select wait_reason as reason, count(*)::int as count from campaign_contacts where campaign_id = ${id} and status in ('pending', 'in_progress') group by 1 order by 1`;
  return Object.fromEntries(rows.map((row) => [row.reason, row.count]));
}

const slots = async (id: string) =>
  (
    await db.admin<
      { at: Date }[]
    >`select scheduled_for as at from scheduled_emails where campaign_id = ${id} and status = 'pending' order by 1`
  ).map((row) => row.at.getTime());

test("a launch enrols everyone once, writes their first drafts, and nothing has a slot before it is signed", async () => {
  const id = await launched(120);
  await feedCampaign(scope, id, now);
  expect(await reasons(id)).toEqual({ needs_signature: 120 });
  expect(await slots(id)).toEqual([]);
  expect(await writeDrafts(scope, { campaignId: id }, now)).toMatchObject({ written: 0 });
});

const signEverything = async (campaignId: string) => (await signAllShown(scope, campaignId, now)).passing;

test("of 500 signed mails with a limit of 20 a day, those beyond the limit say so and from when", async () => {
  const id = await launched(500);
  expect(await signEverything(id)).toBe(500);
  await feedCampaign(scope, id, now);
  const given = await slots(id);
  expect(given.filter((at) => at < Date.parse("2026-11-25T00:00:00Z"))).toHaveLength(20);
  expect(given).toHaveLength(40);
  expect(new Set(given.map((at, index) => index > 0 && index !== 20 && at - (given[index - 1] ?? 0)))).toEqual(
    new Set([false, 1000]),
  );
  expect(await reasons(id)).toEqual({ in_line: 20, daily_limit: 480 });
  const [late] =
    await db.admin`select min(next_at) as from from campaign_contacts where campaign_id = ${id} and wait_reason = 'daily_limit'`;
  expect(late?.from).toEqual(new Date("2026-11-25T00:00:00Z"));
  const [told] =
    await db.admin`select count(*)::int as n from outbox where team_id = ${scope.teamId} and name = 'campaign/contact.admitted'`;
  // Those of tomorrow wait as rows, until shortly before their slots.
  expect(told?.n).toBe(20);
}, 60_000);

test("a follow-up has no slot while its mailbox is not read, or its thread is lost; first mails have theirs", async () => {
  const id = await launched(3);
  await signEverything(id);
  await db.admin`update campaign_contacts set current_sequence_step = 1, due_at = ${minutes(-1)} where campaign_id = ${id} and position = 1`;
  await db.admin`update email_drafts d set sequence_id = s.id, sequence_step = 2 from campaign_sequences s, campaign_contacts c
    where s.campaign_id = ${id} and s.sequence_order = 2 and c.campaign_id = ${id} and c.position = 1 and d.campaign_contact_id = c.id`;
  const hasSlot = async () =>
    Number(
      (
        await db.admin`select count(*)::int as n from scheduled_emails e join email_drafts d on d.id = e.draft_id
          where d.campaign_id = ${id} and d.sequence_step = 2 and e.status = 'pending'`
      )[0]?.n,
    );
  await db.admin`update mailbox_syncs set last_polled_at = ${minutes(-6)} where sender_account_id = ${mailbox}`;
  await feedCampaign(scope, id, now);
  expect([(await slots(id)).length, await hasSlot()]).toEqual([2, 0]);
  await db.admin`update mailbox_syncs set last_polled_at = ${now} where sender_account_id = ${mailbox}`;
  await db.admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash, thread_lost_at)
    select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, id::text, 'h', ${now} from email_drafts where campaign_id = ${id} and sequence_step = 2`;
  await feedCampaign(scope, id, now);
  expect(await hasSlot()).toBe(0);
  await db.admin`update deliveries set thread_lost_at = null where campaign_id = ${id}`;
  await feedCampaign(scope, id, now);
  expect(await hasSlot()).toBe(1);
});

test("feeding again, also many at once, gives no second slot and starts no second run", async () => {
  const id = await launched(30);
  await signEverything(id);
  await Promise.all(Array.from({ length: 5 }, () => feedCampaign(scope, id, now)));
  await feedCampaign(scope, id, now);
  expect(await slots(id)).toHaveLength(30);
  const [runs] =
    await db.admin`select max(admission) as most, min(admission) as least from campaign_contacts where campaign_id = ${id}`;
  expect(runs).toEqual({ most: 1, least: 0 });
  const tomorrow = new Date("2026-11-24T23:56:00Z");
  await Promise.all(Array.from({ length: 5 }, () => feedCampaign(scope, id, tomorrow)));
  const [later] =
    await db.admin`select count(*) filter (where admission = 1)::int as runs from campaign_contacts where campaign_id = ${id} and admission > 0 and admitted_at = ${tomorrow}`;
  expect(later).toEqual({ runs: 10 });
});

test("launching signs the drafts of a campaign without review, and only those without a gap", async () => {
  const id = await campaign(10, open, "launch");
  await db.admin`update contacts set first_name = null, name = null where id = (select contact_id from contact_list_members where list_id = ${list} limit 1)`;
  expect(await checkLaunch(scope, id, now)).toMatchObject({ emptyFields: [{ step: 1, field: "first_name", count: 1 }] });
  await launchShown(scope, id, now);
  await writeDrafts(scope, { campaignId: id }, now);
  await feedCampaign(scope, id, now);
  expect(await slots(id)).toHaveLength(9);
  expect(await reasons(id)).toEqual({ in_line: 9, field_missing: 1 });
  const kinds = await db.admin`select distinct kind from signatures where team_id = ${scope.teamId}`;
  expect(kinds.map((row) => row.kind)).toEqual(["launch"]);
});

describe("while nothing may leave", () => {
  test("a paused campaign has no slots, and resuming spreads them again from then on", async () => {
    const id = await launched(5);
    await signEverything(id);
    await feedCampaign(scope, id, now);
    expect(await pauseCampaign(scope, id, now)).toEqual({ slots: 5, was: null });
    await feedCampaign(scope, id, minutes(1));
    expect([await slots(id), await reasons(id)]).toEqual([[], { paused: 5 }]);
    await resumeCampaign(scope, id, await pauseSeen(scope, id), minutes(10));
    await feedCampaign(scope, id, minutes(10));
    const given = await slots(id);
    expect(given).toEqual([0, 1, 2, 3, 4].map((place) => minutes(10).getTime() + place * 1000));
  });

  test("stopping all says paused, and a signed-out mailbox says so", async () => {
    const id = await launched(3);
    await signEverything(id);
    await stopAll(scope, now);
    await feedCampaign(scope, id, now);
    expect([await slots(id), await reasons(id)]).toEqual([[], { paused: 3 }]);
    await db.admin`update team_stops set lifted_at = now() where team_id = ${scope.teamId}`;
    await db.admin`update sender_accounts set status = 'signed_out' where id = ${mailbox}`;
    await feedCampaign(scope, id, now);
    expect([await slots(id), await reasons(id)]).toEqual([[], { mailbox_signed_out: 3 }]);
  });

  test("outside the window it says when it opens", async () => {
    const id = await launched(3, { ...open, start: "14:00", end: "15:00" });
    await signEverything(id);
    await feedCampaign(scope, id, now);
    expect(await reasons(id)).toEqual({ window_closed: 3 });
    const [first] = await db.admin`select min(next_at) as at from campaign_contacts where campaign_id = ${id}`;
    expect(first?.at).toEqual(new Date("2026-11-24T14:00:00Z"));
  });
});

test("a person whose data no template can take waits for a person, and holds nobody up", async () => {
  const id = await campaign(3);
  await db.admin`update campaign_sequences set body_template = '<p>{{ note | append: note | append: note }}</p>' where campaign_id = ${id} and sequence_order = 1`;
  await db.admin`update contacts set fields = jsonb_build_object('note', case when id = (select contact_id from contact_list_members where list_id = ${list} limit 1) then repeat('x', 500000) else 'x' end)
    where team_id = ${scope.teamId}`;
  await launchShown(scope, id, now);
  await writeDrafts(scope, { campaignId: id }, now);
  await feedCampaign(scope, id, now);
  expect(await reasons(id)).toEqual({ field_missing: 1, needs_signature: 2 });
});

test("a follow-up that is written says that its delay runs, never that a signature is all it waits for", async () => {
  const id = await launched(2);
  await db.admin`update campaign_contacts set status = 'in_progress', current_sequence_step = 1, last_email_sent_at = ${now}, wait_reason = null where campaign_id = ${id}`;
  await db.admin`delete from outbox where team_id = ${scope.teamId}`;
  await writeDrafts(scope, { campaignId: id }, now);
  expect(await reasons(id)).toEqual({ null: 2 });
  expect(await db.admin`select 1 from outbox where team_id = ${scope.teamId} and name = 'campaign/feed'`).toHaveLength(1);
  await feedCampaign(scope, id, now);
  expect(await reasons(id)).toEqual({ delay: 2 });
  await feedCampaign(scope, id, minutes(3));
  expect(await reasons(id)).toEqual({ needs_signature: 2 });
});

describe("a slot that has passed", () => {
  let id: string;
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const admissions = async () =>
    (await db.admin`select admission from campaign_contacts where campaign_id = ${id} order by position`).map(
      (row) => row.admission,
    );
  /** As a run that acts at its time: it sends nothing here. */
  const act = (place: number, seconds: number) =>
    db.admin`update campaign_contacts set run_seen_due = run_due_at, run_due_at = ${at(seconds)} where campaign_id = ${id} and position = (
      select position from campaign_contacts where campaign_id = ${id} order by position offset ${place} limit 1)`;
  beforeEach(async () => {
    id = await launched(4);
    await signEverything(id);
    await feedCampaign(scope, id, now);
    expect(await admissions()).toEqual([1, 1, 1, 1]);
  });

  test("keeps its time and its run while the engine is behind, and one scout finds out", async () => {
    const given = await slots(id);
    for (const seconds of [60, 120, 180, 240, 300]) await feedCampaign(scope, id, at(seconds));
    expect(await slots(id)).toEqual(given);
    expect(await admissions()).toEqual([2, 1, 1, 1]);
  });

  test("is given to new runs once one that was due later has acted, and what ran before can write no more", async () => {
    const given = await slots(id);
    await feedCampaign(scope, id, at(60));
    await act(0, 62);
    await feedCampaign(scope, id, at(90));
    expect(await admissions()).toEqual([2, 2, 2, 2]);
    expect(await slots(id)).toEqual(given);
    const [row] =
      await db.admin`select run_id from campaign_contacts where campaign_id = ${id} order by position offset 3 limit 1`;
    expect(row?.run_id).toMatch(/:2$/);
  });

  test("of a contact whose run waits for somebody is given back, and its run is told of the next", async () => {
    await db.admin`update campaign_contacts set run_due_at = null where campaign_id = ${id}`;
    await feedCampaign(scope, id, at(100));
    expect(await slots(id)).toEqual([]);
    await db.admin`delete from outbox where team_id = ${scope.teamId}`;
    await feedCampaign(scope, id, at(101));
    expect(await slots(id)).toHaveLength(4);
    expect(await admissions()).toEqual([1, 1, 1, 1]);
    expect(
      await db.admin`select 1 from outbox where team_id = ${scope.teamId} and name = 'campaign/contact.changed'`,
    ).toHaveLength(4);
  });
});

describe("a launch", () => {
  test("leaves out suppressed addresses, colleagues and people in another campaign, and counts each once", async () => {
    await launched(3);
    const busy = list;
    const id = await campaign(5, open, "each", 100);
    await db.admin`insert into contact_list_members (team_id, list_id, contact_id) select ${scope.teamId}, ${list}, contact_id from contact_list_members where list_id = ${busy}`;
    const [one, two] = await db.admin<
      { id: string }[]
    >`select p.id from contacts p join contact_list_members l on l.contact_id = p.id where l.list_id = ${list} and not exists (select 1 from campaign_contacts c where c.contact_id = p.id) limit 2`;
    await db.admin`insert into suppressions (team_id, email_norm, reason) select ${scope.teamId}, email_norm, 'by hand' from contacts where id = ${one?.id ?? ""}`;
    await db.admin`update contacts set email = 'ben@contoso.com', email_norm = 'ben@contoso.com' where id = ${two?.id ?? ""}`;
    expect(await checkLaunch(scope, id, now)).toMatchObject({
      onList: 8,
      people: 3,
      leftOut: { suppressed: 1, own_domain: 1, running: 3 },
      blockers: [],
    });
    expect(await launchShown(scope, id, now)).toBe(3);
    await expect(launchShown(scope, id, now)).rejects.toMatchObject({ code: "conflict" });
  });

  test("names everything that is missing", async () => {
    const { campaignId } = await seedCampaign(db.admin, scope.teamId, {
      name: "Empty",
      steps: [{ name: "One", subject: "", body: "<p>{% for %}</p>" }],
    });
    await db.admin`update teams set postal_address = null where id = ${scope.teamId}`;
    const check = await checkLaunch(scope, campaignId, now);
    expect(check.blockers.map((one) => one.part)).toEqual(["list", "mailbox", "steps", "steps", "team"]);
    await expect(launchShown(scope, campaignId, now)).rejects.toMatchObject({ code: "blocked" });
  });

  test("of another team's campaign is not found", async () => {
    const id = await campaign(2);
    const theirs = (await seedTeam(db.admin)).scope;
    await expect(launchShown(theirs, id, now)).rejects.toMatchObject({ code: "not_found" });
    await expect(pauseCampaign(theirs, id, now)).rejects.toMatchObject({ code: "not_found" });
    expect(await feedCampaign(theirs, id, now)).toEqual({ given: 0, finished: false });
  });
});
