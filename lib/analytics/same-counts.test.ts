import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery, seedDraft, seedEnrolment, seedSlot } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../auth/member";
import { listCampaigns } from "../campaigns/read/list-campaigns";
import { readCampaign } from "../campaigns/read/read-campaign";
import { readCampaignContacts } from "../campaigns/read/read-campaign-contacts";
import { readReviewQueue } from "../drafts/review/read-review-queue";
import { stubSettings } from "../env/testing/stub-settings";
import { readShell } from "../shell/read-shell";
import { readDay } from "./read-day";
import { readToday } from "./read-today";

/** A Tuesday, 15:00 in UTC. */
const now = new Date("2026-11-24T15:00:00Z");
const sent = new Date("2026-11-23T15:00:00Z");
let db: TestDatabase;
let member: Member;
let people: string[];
const ids: Record<string, string> = {};

beforeAll(async () => {
  stubSettings();
  db = await testDatabase();
  const { scope } = await seedTeam(db.admin);
  const mailbox = await seedMailbox(db.admin, scope.teamId);
  const { contactIds, listId } = await seedContacts(db.admin, scope.teamId, inventPeople(20), { listName: "All" });
  people = contactIds;
  member = {
    ...scope,
    name: "Anna",
    email: "a@c.example",
    role: "administrator",
    teamName: "C",
    timezone: "UTC",
    teamTimezone: "UTC",
  } as Member;
  for (const status of ["active", "paused", "completed"] as const) {
    const steps = [1, 2].map((n) => ({ name: `Step ${n}`, subject: "Hello", body: "<p>Hi</p>", days: 3 }));
    const campaign = { name: status, status, listId, senderAccountId: mailbox, launchedAt: sent, steps };
    ids[status] = (await seedCampaign(db.admin, scope.teamId, campaign)).campaignId;
  }
  await db.admin`insert into campaign_pauses (team_id, campaign_id, paused_at, paused_by)
    values (${scope.teamId}, ${ids.paused ?? ""}, ${now}, ${scope.memberId})`;
  await seedMixed();
});
afterAll(() => db.close());

/** Everybody of a campaign waits for something, and some of them for a person besides. */
async function seedMixed() {
  const enrol = async (n: number, campaign: string, waitReason: string | undefined, before = 0) =>
    seedEnrolment(db.admin, ids[campaign] ?? "", people[n] ?? "", {
      position: n,
      sent: before,
      ...(waitReason ? { waitReason } : {}),
      ...(before > 0 ? { status: "in_progress" as const, lastSentAt: sent } : {}),
    });
  for (const n of [0, 1]) await seedDraft(db.admin, await enrol(n, "active", "needs_signature"));
  for (const n of [2, 3, 4]) await seedDraft(db.admin, await enrol(n, "active", "delay", 1), { step: 2 });
  await seedDraft(db.admin, await enrol(5, "active", "delay", 1), { step: 2, status: "approved" });
  await seedDraft(db.admin, await enrol(6, "active", "field_missing"), { missing: ["town"] });
  for (const n of [7, 8]) await enrol(n, "active", n === 7 ? "being_written" : undefined);
  await seedDelivery(db.admin, await seedDraft(db.admin, await enrol(9, "active", "in_doubt"), { status: "scheduled" }), {
    state: "review",
    at: now,
  });
  const changed = await seedDraft(db.admin, await enrol(10, "active", "changed_in_outlook"), { status: "scheduled" });
  await seedDelivery(db.admin, changed, { state: "drafted", at: now });
  await db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences)
    select team_id, id, 'draft', ${now}, '{}', '[]' from deliveries where draft_id = ${changed}`;
  await seedDraft(db.admin, await enrol(11, "active", "out_of_office"));
  const slotted = await seedDraft(db.admin, await enrol(12, "active", "in_line"), { status: "scheduled" });
  await seedSlot(db.admin, slotted, new Date("2026-11-24T16:00:00Z"));
  for (const n of [13, 14]) await seedDraft(db.admin, await enrol(n, "paused", "paused"));
  for (const n of [15, 16, 17]) await seedDraft(db.admin, await enrol(n, "paused", "paused"), { status: "approved" });
  await seedDraft(db.admin, await enrol(18, "completed", "needs_signature"));
}

const queueOf = async (of: string | null) => {
  const queue = await readReviewQueue(member, of, now);
  // The number that the queue says is the number of its rows.
  expect(queue.rows.filter(({ state }) => state !== "signed")).toHaveLength(queue.waiting);
  return queue;
};

test("Today and the sidebar say as many as stand in Review", async () => {
  const { waiting } = await queueOf(null);
  const { jobs } = await readToday(member, now);
  expect(waiting).toBe(10);
  expect(jobs.toSign.count + jobs.changed.count).toBe(waiting);
  expect((await readShell(member, now)).toReview).toBe(waiting);
});

test("every campaign says as many as stand in Review of it, in the list and on its own page", async () => {
  const { campaigns } = await listCampaigns(member, now);
  expect(campaigns.map(({ name, toSign }) => [name, toSign])).toEqual([
    ["active", 8],
    ["paused", 2],
    ["completed", 0],
  ]);
  for (const { id, toSign } of campaigns) {
    expect((await queueOf(id)).waiting).toBe(toSign);
    expect((await readCampaign(member, id, now)).inReview).toBe(toSign);
  }
});

test("the reasons of a campaign add up to those who wait, each to its list, and name what needs a person behind them", async () => {
  for (const id of Object.values(ids)) {
    const view = await readCampaign(member, id, now);
    expect(view.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(view.counts.waiting);
    for (const { reason, count } of view.reasons)
      expect((await readCampaignContacts(member, id, { reason }, 1)).rows).toHaveLength(count);
    if (view.head.status === "completed") continue;
    for (const groups of [view.reasons, ...(view.behind.length > 0 ? [view.behind] : [])])
      expect(groups.reduce((sum, { inReview }) => sum + inReview, 0)).toBe(view.inReview);
  }
  const active = await readCampaign(member, ids.active ?? "", now);
  expect(Object.fromEntries(active.reasons.map(({ reason, count, inReview }) => [reason, [count, inReview]]))).toEqual({
    being_written: [2, 0],
    changed_in_outlook: [1, 1],
    delay: [4, 3],
    field_missing: [1, 1],
    in_doubt: [1, 0],
    in_line: [1, 0],
    needs_signature: [2, 2],
    out_of_office: [1, 1],
  });
  const paused = await readCampaign(member, ids.paused ?? "", now);
  expect(paused.reasons).toMatchObject([{ reason: "paused", count: 5, inReview: 2 }]);
  expect(paused.behind).toEqual(
    expect.arrayContaining([expect.objectContaining({ reason: "needs_signature", count: 2, inReview: 2 })]),
  );
});

test("the parts of a campaign's people are as many as their lists hold", async () => {
  for (const id of Object.values(ids)) {
    const { counts } = await readCampaign(member, id, now);
    const parts = { waiting: counts.waiting, done: counts.gotEveryMail, replied: counts.replied, stopped: counts.stopped };
    for (const [status, count] of Object.entries(parts))
      expect((await readCampaignContacts(member, id, { status }, 1)).total).toBe(count);
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(counts.total);
  }
});

test("the queue says how many more are being written", async () => {
  expect((await queueOf(null)).beingWritten).toBe(2);
  expect((await queueOf(ids.paused ?? "")).beingWritten).toBe(0);
  expect((await queueOf("hand")).beingWritten).toBe(0);
});

test("today says what is signed and held by a pause, and what all campaigns hold while everything is stopped", async () => {
  const lanes = () => withTeam(member, (tx) => readDay(tx, "UTC", now, []));
  const held = async () =>
    Object.fromEntries((await lanes()).map(({ name, planned, signedHeld }) => [name, { planned, signedHeld }]));
  expect(await held()).toEqual({ active: { planned: 1, signedHeld: 0 }, paused: { planned: 0, signedHeld: 3 } });
  expect((await readShell(member, now)).pulse.plannedToday).toBe(1);
  await db.admin`insert into team_stops (team_id) values (${member.teamId})`;
  await db.admin`update scheduled_emails set status = 'cancelled' where team_id = ${member.teamId}`;
  // The one whose slot was taken back and the one whose delay runs; not those that lie in Outlook changed or are in doubt.
  expect((await held()).active).toMatchObject({ planned: 0 });
  expect((await held()).active?.signedHeld).toBe(2);
  await db.admin`delete from team_stops where team_id = ${member.teamId}`;
});
