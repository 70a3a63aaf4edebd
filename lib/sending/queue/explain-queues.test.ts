import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedLaunched } from "@/db/seed/seed-launched";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { pauseCampaign } from "../../campaigns/pause-campaign";
import { resumeCampaign } from "../../campaigns/resume-campaign";
import { pauseSeen } from "../../campaigns/testing/pause-seen";
import { writeDrafts } from "../../drafts/write/write-drafts";
import { stubSettings } from "../../env/testing/stub-settings";
import { feedCampaign } from "./feed-campaign";
import { tidyExplained } from "./tidy-explained";

let db: TestDatabase;
let world: Awaited<ReturnType<typeof seedLaunched>>;
const start = new Date("2026-11-24T12:00:00Z");
let now = start;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  now = start;
  world = await seedLaunched(db.admin, 12, { now, dailyLimit: 5 });
  while ((await writeDrafts(world.scope, { campaignId: world.campaignId }, now)).more);
  await feedCampaign(world.scope, world.campaignId, now, "all");
});

const feed = (explain?: "all") => feedCampaign(world.scope, world.campaignId, now, explain);
const said = async () =>
  db.admin`select position, status, wait_reason as reason, next_at as at from campaign_contacts where campaign_id = ${world.campaignId} order by position`;
const reasonOf = async (position: number) => (await said()).find((row) => row.position === position)?.reason;
const noted = async () =>
  Number((await db.admin`select count(*)::int as n from explain_due where team_id = ${world.teamId}`)[0]?.n);

/** Of the person at this place: their enrolment, and their first draft. */
async function at(position: number) {
  const [row] =
    await db.admin`select c.id, c.contact_id, d.id as draft from campaign_contacts c join email_drafts d on d.campaign_contact_id = c.id
    where c.campaign_id = ${world.campaignId} and c.position = ${position} order by d.sequence_step limit 1`;
  return row as unknown as { id: string; contact_id: string; draft: string };
}

async function sign(position: number) {
  const { draft } = await at(position);
  await db.admin`update email_drafts set status = 'approved', approved_at = ${now}, request = '{}', request_hash = 'h' where id = ${draft}`;
  await db.admin`insert into signatures (team_id, draft_id, hash, kind) values (${world.teamId}, ${draft}, 'h', 'person')`;
}

async function deliver(position: number, state = "submitting") {
  const { id, draft } = await at(position);
  await db.admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash, state, next_look_at)
    select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, replace(id::text, '-', ''), 'h', ${state}, ${now}::timestamptz + interval '2 minutes'
    from email_drafts where id = ${draft} on conflict do nothing`;
  return id;
}

/** Every way in which what a reason is read from can change; what goes before in its list is told already. */
const changes: Record<string, (() => Promise<unknown>)[]> = {
  "a signature": [() => sign(1)],
  "signatures beyond the day's limit": [() => signAll()],
  "a draft that lacks a field": [() => draftIs(2, "missing_fields = '{company}'")],
  "a field that was filled in by hand": [
    () => draftIs(2, "missing_fields = '{company}'"),
    () => draftIs(2, "edited_body = 'x', edited_subject = 'y'"),
  ],
  "a draft that is gone": [async () => db.admin`delete from email_drafts where id = ${(await at(3)).draft}`],
  "an address of the mailbox that was corrected": [
    () => sign(1).then(() => draftIs(1, `request = '{"from":{"email":"anna@contoso.com"}}'`)),
    () =>
      db.admin`update sender_accounts set email = 'a.keller@contoso.com', email_norm = 'a.keller@contoso.com' where id = ${world.mailboxId}`,
  ],
  "a slot that was taken back": [
    () => signAll(),
    async () => {
      await db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${(await at(1)).draft}`;
      await draftIs(1, "status = 'draft'");
    },
  ],
  "a slot that was moved": [
    () => sign(1),
    () =>
      db.admin`update scheduled_emails set scheduled_for = scheduled_for + interval '3 hours' where campaign_id = ${world.campaignId}`,
  ],
  "a mail in doubt": [() => sign(1), () => deliver(1, "reconciling")],
  "a mail in doubt that is looked for later": [
    () => sign(1),
    () => deliver(1, "reconciling"),
    () => db.admin`update deliveries set next_look_at = next_look_at + interval '1 hour' where campaign_id = ${world.campaignId}`,
  ],
  "a mail in doubt that is settled": [
    () => sign(1),
    () => deliver(1, "reconciling"),
    () => db.admin`update deliveries set state = 'drafted', next_look_at = null where campaign_id = ${world.campaignId}`,
  ],
  "a thread that is lost": [
    () => sign(1),
    () => deliver(1, "drafted"),
    () => db.admin`update deliveries set thread_lost_at = ${now} where campaign_id = ${world.campaignId}`,
  ],
  "a mail that was changed in Outlook": [() => sign(1), () => deliver(1, "drafted"), differs],
  "one that was settled": [
    () => sign(1),
    () => deliver(1, "drafted"),
    differs,
    () => db.admin`delete from mail_differences where team_id = ${world.teamId}`,
  ],
  "somebody who is away": [away],
  "somebody who is back": [away, () => db.admin`delete from contact_holds where team_id = ${world.teamId}`],
  "the day on which somebody is back": [away, async () => later(73)],
  "a mail that left": [left],
  "a delay that ends": [() => left().then(written), async () => later(80)],
  "a model that gave nothing": [
    async () => db.admin`delete from email_drafts where id = ${(await at(6)).draft}`,
    () =>
      db.admin`update campaign_contacts set model_silent_until = ${now}::timestamptz + interval '5 minutes' where campaign_id = ${world.campaignId} and position = 6`,
  ],
  "another campaign that goes on first": [other, () => otherIs("in_progress")],
  "another campaign that went first, and has ended for them": [other, () => otherIs("in_progress"), () => otherIs("completed")],
  "a mailbox that is signed out": [
    () => db.admin`update sender_accounts set status = 'signed_out' where id = ${world.mailboxId}`,
  ],
  "a window that closed": [
    () => sign(1).then(() => sign(2)),
    () =>
      db.admin`update campaign_settings set send_window_start = '01:00', send_window_end = '02:00' where campaign_id = ${world.campaignId}`,
  ],
};

async function signAll() {
  for (let position = 1; position <= 12; position += 1) await sign(position);
}
const draftIs = async (position: number, what: string) =>
  db.admin`update email_drafts set ${db.admin.unsafe(what)} where id = ${(await at(position)).draft}`;
const later = (hours: number) => {
  now = new Date(start.getTime() + hours * 3_600_000);
};
async function differs() {
  await db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences)
    select team_id, id, 'draft', now(), '{}', '[]' from deliveries where campaign_id = ${world.campaignId}`;
}
async function away() {
  await db.admin`insert into contact_holds (team_id, campaign_contact_id, kind, began_at, until)
    select team_id, id, 'out of office', ${now}, ${now}::timestamptz + interval '3 days' from campaign_contacts where campaign_id = ${world.campaignId} and position = 4`;
}
async function left() {
  await db.admin`update campaign_contacts set status = 'in_progress', current_sequence_step = 1, last_email_sent_at = ${now} where campaign_id = ${world.campaignId} and position = 5`;
}

/** The second mail to the person at place 5. */
async function written() {
  await db.admin`insert into email_drafts (team_id, contact_id, campaign_id, campaign_contact_id, sequence_id, sequence_step, sequence_version, sender_account_id, draft_type, subject, body)
    select team_id, contact_id, campaign_id, id, ${world.stepIds[1] ?? ""}, 2, 1, sender_account_id, 'second_followup', '', 'b' from campaign_contacts
    where campaign_id = ${world.campaignId} and position = 5`;
}

/** Another campaign enrolled the person at place 7 before, and has ended for them. */
async function other() {
  const { contact_id } = await at(7);
  const { campaignId } = await seedCampaign(db.admin, world.teamId, {
    name: "Other",
    senderAccountId: world.mailboxId,
    status: "active",
    launchedAt: now,
  });
  await db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, status, enrolled_at)
    values (${world.teamId}, ${campaignId}, ${contact_id}, ${world.mailboxId}, 'x@x.example', 'completed', ${now}::timestamptz - interval '9 days')`;
}
const otherIs = (status: string) =>
  db.admin`update campaign_contacts set status = ${status} where team_id = ${world.teamId} and campaign_id <> ${world.campaignId}`;

describe("who is told anew because something changed is told what all would be told", () => {
  test.each(Object.keys(changes))("%s", async (name) => {
    let before: unknown;
    for (const change of changes[name] ?? []) {
      before = await said();
      await change();
      await feed();
    }
    const changed = await said();
    await feed("all");
    expect(changed).toEqual(await said());
    expect(changed, "it changes something").not.toEqual(before);
  });
});

test("nobody is looked at of whom nothing changed, until all are", async () => {
  await db.admin`update campaign_contacts set wait_reason = 'delay' where campaign_id = ${world.campaignId} and position = 9`;
  await sign(1);
  await feed();
  expect([await reasonOf(1), await reasonOf(9)]).toEqual(["in_line", "delay"]);
  expect(await noted()).toBe(0);
  await feed("all");
  expect(await reasonOf(9)).toBe("needs_signature");
});

test("a pause that comes while reasons are said is not said to be over", async () => {
  const fed = feed("all");
  await pauseCampaign(world.scope, world.campaignId, now);
  await fed;
  expect(new Set((await said()).map(({ reason }) => reason))).toEqual(new Set(["paused"]));
});

test("after a quick pause, everybody is told that it goes on", async () => {
  await feed();
  await pauseCampaign(world.scope, world.campaignId, now);
  expect(await reasonOf(2)).toBe("paused");
  await resumeCampaign(world.scope, world.campaignId, await pauseSeen(world.scope, world.campaignId), now);
  await feed();
  expect(new Set((await said()).map(({ reason }) => reason))).toEqual(new Set(["needs_signature"]));
});

test("what was noted of a campaign that has ended goes at night, that of others stays", async () => {
  const other = await seedLaunched(db.admin, 2, { now });
  for (const { teamId, campaignId } of [world, other])
    await db.admin`insert into explain_due (team_id, campaign_id, campaign_contact_id) select team_id, campaign_id, id from campaign_contacts where campaign_id = ${campaignId} and team_id = ${teamId} limit 2`;
  await db.admin`update campaigns set status = 'completed' where id = ${world.campaignId}`;
  expect(await tidyExplained()).toBeGreaterThanOrEqual(2);
  expect(await noted()).toBe(0);
  expect(await db.admin`select 1 from explain_due where team_id = ${other.teamId}`).toHaveLength(2);
});
