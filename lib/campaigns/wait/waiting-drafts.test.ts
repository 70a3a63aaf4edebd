import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDraft, seedEnrolment } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { foldReviewCounts } from "./fold-review-counts";
import { waitingDrafts } from "./waiting-drafts";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let campaignId: string;
let people: string[];

beforeAll(async () => {
  db = await testDatabase();
});
// It counts all once more, of every test file.
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
  const senderAccountId = await seedMailbox(db.admin, scope.teamId);
  const { contactIds, listId } = await seedContacts(db.admin, scope.teamId, inventPeople(12), { listName: "All" });
  const steps = [1, 2].map((n) => ({ name: `Step ${n}`, subject: "Hello", body: "<p>Hi</p>", days: 3 }));
  ({ campaignId } = await seedCampaign(db.admin, scope.teamId, {
    ...{ name: "C", status: "active", listId, senderAccountId, steps },
  }));
  people = await Promise.all(contactIds.map((id, position) => seedEnrolment(db.admin, campaignId, id, { position })));
});

const counted = async () =>
  (await withTeam(scope, (tx) => readRows<{ waiting: number }>(tx, sql`select waiting from ${waitingDrafts} w`)))[0]?.waiting ??
  0;
const person = (at: number) => people[at] ?? "";
const end = (id: string) => db.admin`update campaign_contacts set status = 'replied' where id = ${id}`;
const goOn = (id: string) => db.admin`update campaign_contacts set status = 'in_progress' where id = ${id}`;
const left = async () => ({
  moves: (await db.admin`select 1 from review_moves`).length,
  rows: (await db.admin`select 1 from review_counts where team_id = ${scope.teamId}`).length,
});

test("a draft counts from when it is written until it is signed, rejected or its campaign ends, and again when that is taken back", async () => {
  const drafts = await Promise.all(people.slice(0, 6).map((id) => seedDraft(db.admin, id)));
  expect(await counted()).toBe(6);
  await db.admin`update email_drafts set status = 'approved' where id = ${drafts[0] ?? ""}`;
  await db.admin`update email_drafts set rejected_at = now() where id = ${drafts[1] ?? ""}`;
  await end(person(2));
  expect(await counted()).toBe(3);
  await foldReviewCounts();
  expect(await counted()).toBe(3);
  expect(await left()).toEqual({ moves: 0, rows: 1 });
  await goOn(person(2));
  await db.admin`update email_drafts set status = 'draft' where id = ${drafts[0] ?? ""}`;
  expect(await counted()).toBe(5);
  await foldReviewCounts();
  expect(await counted()).toBe(5);
  await db.admin`update campaigns set status = 'completed' where id = ${campaignId}`;
  expect(await counted()).toBe(0);
  await db.admin`update campaigns set status = 'paused' where id = ${campaignId}`;
  await db.admin`delete from email_drafts where id = ${drafts[3] ?? ""}`;
  expect(await counted()).toBe(4);
});

test("what was signed when its campaign ended, and comes back afterwards, waits for nobody", async () => {
  const draft = await seedDraft(db.admin, person(0), { status: "approved" });
  await end(person(0));
  await foldReviewCounts();
  await db.admin`update email_drafts set status = 'draft' where id = ${draft}`;
  expect(await counted()).toBe(0);
});

test("a draft that is written in the moment in which its campaign ends for its person is counted as it is in the end", async () => {
  for (const first of ["written", "ended"] as const) {
    const id = person(first === "written" ? 0 : 1);
    const one = await db.admin.reserve();
    await one`begin`;
    if (first === "written") await seedDraft(one, id);
    else await one`update campaign_contacts set status = 'replied' where id = ${id}`;
    const other = first === "written" ? end(id).execute() : seedDraft(db.admin, id);
    await new Promise((done) => setTimeout(done, 150));
    await one`commit`;
    one.release();
    await other;
    expect(await counted(), first).toBe(0);
    await foldReviewCounts();
    expect(await counted(), first).toBe(0);
    expect((await left()).moves).toBe(0);
  }
});

test("however it is changed by several at once, it is what counting all gives", async () => {
  await Promise.all(people.map((id) => seedDraft(db.admin, id)));
  let seed = 7;
  const random = (most: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  const acts = [
    (id: string) => end(id),
    (id: string) => goOn(id),
    (id: string) => db.admin`update email_drafts set status = 'approved' where campaign_contact_id = ${id}`,
    (id: string) => db.admin`update email_drafts set status = 'draft', rejected_at = null where campaign_contact_id = ${id}`,
    (id: string) => db.admin`update email_drafts set rejected_at = now() where campaign_contact_id = ${id} and status = 'draft'`,
    () =>
      db.admin`update campaign_contacts set status = case when random() < 0.5 then 'in_progress' else 'completed' end where campaign_id = ${campaignId}`,
  ];
  const all = () => db.admin<
    { n: number }[]
  >`select count(*)::int as n from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id
    where d.team_id = ${scope.teamId} and d.status = 'draft' and d.rejected_at is null and c.status in ('pending', 'in_progress')`;
  for (let round = 0; round < 40; round += 1) {
    await Promise.all([
      ...Array.from({ length: 4 }, () => acts[random(acts.length)]?.(person(random(people.length)))),
      ...(round % 3 === 0 ? [foldReviewCounts()] : []),
    ]);
    expect(await counted()).toBe((await all())[0]?.n);
  }
  await foldReviewCounts();
  expect((await left()).moves).toBe(0);
  const wrong = await db.admin`select 1 from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id
    where d.status <> 'sent' and d.shelved <> (c.status not in ('pending', 'in_progress'))`;
  expect(wrong).toHaveLength(0);
});
