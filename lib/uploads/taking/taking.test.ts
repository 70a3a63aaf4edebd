import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedDraft, seedEnrolment } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { addContact } from "../../contacts/add-contact";
import { addMembers } from "../../contacts/add-members";
import { archiveContacts, restoreContacts } from "../../contacts/archive-contacts";
import { editContact } from "../../contacts/edit-contact";
import { readContacts } from "../../contacts/read-contacts";
import { readRail } from "../../contacts/read-rail";
import { createList } from "../../lists/create-list";
import { confirmUpload } from "../confirm-upload";
import { processRows } from "../import/process-rows";
import { openUpload } from "../open-upload";
import { beginBringing, beginTaking } from "./begin-taking";
import { bringNext } from "./bring-next";
import { readPlan } from "./read-plan";
import { readStayed } from "./read-stayed";
import { takeNext } from "./take-next";
import { nothingTaken, type Taken } from "./taken";
import { tidyTaken } from "./tidy-taken";
import { wakeTakings } from "./wake-takings";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-25T12:00:00Z");
const targets = ["email", "first_name", "company", "field:city"];

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
});

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}
async function bringIn(
  rows: string[],
  more: { policy?: "fill" | "overwrite" | "leave"; list?: string; name?: string; at?: Date } = {},
) {
  const { at = now } = more;
  const text = `email,first name,company,city\n${rows.join("\n")}\n`;
  const id = await openUpload(scope, more.name ?? "people.csv", bytesOf(text), at);
  await confirmUpload(scope, id, { targets, knownPolicy: more.policy ?? "fill", listName: more.list ?? null }, at);
  while (!(await processRows(scope, id, at)).done);
  return id;
}
async function takeBack(id: string, at = later, most = 2) {
  await beginTaking(scope, id, at);
  while (!(await takeNext(scope, id, at, most)).done);
  const [row] = await db.admin`select taking, taken from upload_batches where id = ${id}`;
  expect(row?.taking).toBe("taken");
  return row?.taken as Taken;
}
async function bringBack(id: string, at = later, most = 2) {
  await beginBringing(scope, id, at);
  while (!(await bringNext(scope, id, at, most)).done);
}
const people = () =>
  db.admin`select email, name, first_name, last_name, company, fields, archived_at, time_zone,
      array(select l.name from contact_list_members m join contact_lists l on l.id = m.list_id where m.contact_id = c.id order by 1) as lists
    from contacts c where team_id = ${scope.teamId} order by email`.then((rows) => rows.map((row) => ({ ...row })));
const idOf = async (email: string) =>
  String((await db.admin`select id from contacts where team_id = ${scope.teamId} and email = ${email}`)[0]?.id);
const rows = [
  "a@x.example,Ada,,Ulm",
  "b@x.example,Bea,Beta,",
  "c@x.example,Cem,,",
  "d@x.example,Dana,Delta,Bonn",
  "e@x.example,Eva,,",
];

test("whom it made goes and whom it met has back what they had, and all is as before once it is brought back", async () => {
  await bringIn(["a@x.example,,Old,", "b@x.example,Bea,Beta,"], { list: "Before" });
  const before = await people();
  const id = await bringIn(rows, { policy: "overwrite", list: "New" });
  const after = await people();
  const plan = await readPlan(scope, id, later);
  expect(plan?.taken).toEqual({ ...nothingTaken, went: 3, setBack: 1, same: 1, left: 2 });
  expect(await takeBack(id)).toEqual(plan?.taken);
  expect((await people()).filter((one) => one.archived_at === null)).toEqual(before);
  expect(await readRail(scope)).toMatchObject({ all: 2, archived: 0, lists: [{ name: "Before", people: 2 }] });
  expect((await readContacts(scope, { archived: true }, 1)).total).toBe(0);
  await bringBack(id);
  expect(await people()).toEqual(after);
  expect(await readRail(scope)).toMatchObject({ all: 5, lists: { length: 2 } });
  // And once more, as often as one likes.
  expect(await takeBack(id)).toEqual(plan?.taken);
});

describe("who is held by something stays, and it is said by what", () => {
  test.each([
    ["edited", (id: string) => editContact(scope, id, { firstName: "Ada", lastName: "", company: "Acme", fields: [] }, later)],
    ["other list", async (id: string) => addMembers(scope, await createList(scope, "Fair", later), [id], later)],
    ["other file", () => bringIn(["a@x.example,Ada,,Bonn"], { name: "second.csv", at: later }).then(() => {})],
    ["archived", (id: string) => archiveContacts(scope, [id], later)],
    [
      "answered",
      async (id: string) => {
        await db.admin`insert into email_replies (team_id, contact_id, snippet) values (${scope.teamId}, ${id}, 'Who handles this?')`;
      },
    ],
    ["mailed", async (id: string) => enrol(id, "approved")],
  ] as [string, (id: string) => Promise<unknown>][])("%s", async (hold, act) => {
    const id = await bringIn(rows, { list: "New" });
    await act(await idOf("a@x.example"));
    expect((await readPlan(scope, id, later))?.taken).toMatchObject({ went: 4, stayed: { [hold]: 1 } });
    expect((await readStayed(scope, id, null, 1)).rows).toMatchObject([{ name: "Ada", hold }]);
    expect(await takeBack(id)).toMatchObject({ went: 4, stayed: { [hold]: 1 } });
    expect(await readStayed(scope, id, null, 1)).toMatchObject({ rows: [{ name: "Ada", hold }], counts: { [hold]: 1 } });
    expect((await people()).filter((one) => one.archived_at === null).map((one) => one.email)).toEqual(
      hold === "archived" ? [] : ["a@x.example"],
    );
  });
});

async function enrol(contactId: string, status: "draft" | "approved") {
  const senderAccountId = await seedMailbox(db.admin, scope.teamId);
  const { campaignId } = await seedCampaign(db.admin, scope.teamId, {
    name: "Invoices",
    status: "active",
    senderAccountId,
    steps: [{ name: "First", subject: "Invoices", body: "<p>Hello</p>" }],
  });
  const enrolment = await seedEnrolment(db.admin, campaignId, contactId);
  const draftId = await seedDraft(db.admin, enrolment, { status });
  return { enrolment, draftId, campaignId };
}

test("a campaign under way loses whom nobody mailed, is named before, and goes on for them once they are back", async () => {
  const id = await bringIn(rows);
  const { enrolment, campaignId } = await enrol(await idOf("b@x.example"), "draft");
  expect(await readPlan(scope, id, later)).toMatchObject({
    taken: { went: 5, drafts: 1 },
    campaigns: [{ id: campaignId, name: "Invoices", people: 1 }],
  });
  expect(await takeBack(id)).toMatchObject({ went: 5, drafts: 1 });
  const state = () => db.admin`select status, ended_reason from campaign_contacts where id = ${enrolment}`.then(([row]) => row);
  expect(await state()).toEqual({ status: "completed", ended_reason: "taken back with its import" });
  await bringBack(id);
  expect(await state()).toEqual({ status: "pending", ended_reason: null });
});

test("a cell that somebody changed since, or that a signed mail quotes, stays; the others go back", async () => {
  await bringIn(["a@x.example,,,", "b@x.example,,,"]);
  const id = await bringIn(["a@x.example,Ada,Acme & Sons,Ulm", "b@x.example,Bea,Beta,Bonn"]);
  const a = await idOf("a@x.example");
  const { draftId } = await enrol(a, "approved");
  await db.admin`update email_drafts set body = '<p>How is Acme &amp; Sons?</p>', approved_at = ${later} where id = ${draftId}`;
  await editContact(
    scope,
    await idOf("b@x.example"),
    { firstName: "Bee", lastName: "", company: "Beta", fields: [{ name: "city", value: "Bonn" }] },
    later,
  );
  expect((await readPlan(scope, id, later))?.taken).toEqual({ ...nothingTaken, kept: 2 });
  expect(await takeBack(id)).toEqual({ ...nothingTaken, kept: 2 });
  expect(await people()).toMatchObject([
    { first_name: null, company: "Acme & Sons", fields: {} },
    { first_name: "Bee", company: null, fields: {} },
  ]);
  await editContact(scope, a, { firstName: "Ann", lastName: "", company: "Acme & Sons", fields: [] }, later);
  await bringBack(id);
  expect(await people()).toMatchObject([
    { first_name: "Ann", company: "Acme & Sons", fields: { city: "Ulm" } },
    { first_name: "Bee", company: "Beta", fields: { city: "Bonn" } },
  ]);
});

test("who was archived and came back with it is archived again", async () => {
  const first = await bringIn(["a@x.example,Ada,,"]);
  await archiveContacts(scope, { search: "" }, now);
  const [before] = await people();
  // What was before holds nobody: they had been mailed, had written, and had been changed by hand.
  const longAgo = new Date("2025-01-01T12:00:00Z");
  await db.admin`insert into email_replies (team_id, contact_id, snippet, received_at) values (${scope.teamId}, ${await idOf("a@x.example")}, 'Hello', ${longAgo})`;
  await db.admin`insert into activities (team_id, at, verb, contact_id) values (${scope.teamId}, ${longAgo}, 'edited a contact', ${await idOf("a@x.example")})`;
  const id = await bringIn(["a@x.example,Ada,,Ulm"], { at: later });
  expect(await takeBack(id)).toEqual({ ...nothingTaken, setBack: 1 });
  expect(await people()).toEqual([before]);
  expect((await readRail(scope)).archived).toBe(1);
  await bringBack(id);
  expect(await people()).toMatchObject([{ archived_at: null, fields: { city: "Ulm" } }]);
  // Who is in a second file as well stays with the first.
  expect((await readPlan(scope, first, later))?.taken).toMatchObject({ went: 0, stayed: { "other file": 1 } });
});

test("who went is here again with the next file that has them, as that file says, and by hand", async () => {
  const id = await bringIn(rows);
  await takeBack(id);
  const again = await bringIn(["d@x.example,Anna,,"], { policy: "leave", list: "Again", at: later });
  // Nothing stays of what the file said that was taken back.
  expect(await people()).toContainEqual(
    expect.objectContaining({ first_name: "Anna", company: null, fields: {}, archived_at: null }),
  );
  await addContact(scope, { email: "b@x.example", firstName: "", lastName: "", company: "" }, later);
  expect((await readRail(scope)).all).toBe(2);
  // Bringing the first file back changes nothing of theirs, and those who are gone by the second are gone again with it.
  await bringBack(id);
  expect((await readRail(scope)).all).toBe(5);
  expect((await people())[3]).toMatchObject({ first_name: "Anna", lists: ["Again"] });
  // The import that made them is here again, so they stay with it, as it had them.
  await takeBack(again);
  expect((await people())[3]).toMatchObject({ first_name: "Dana", company: "Delta", lists: [], archived_at: null });
});

test("whoever is in two files goes with the last that is taken back, and comes back with either", async () => {
  const first = await bringIn(rows);
  await takeBack(first);
  const second = await bringIn(["a@x.example,Ada,,"], { at: later });
  await takeBack(second, new Date(later.getTime() + 86_400_000));
  expect((await readRail(scope)).all).toBe(0);
  // Thirty days after the first was taken back they are still the second's to bring back.
  await tidyTaken(new Date(later.getTime() + 30 * 86_400_000 + 1));
  expect((await people()).map((one) => one.email)).toEqual(["a@x.example"]);
  await bringBack(second);
  expect((await readRail(scope)).all).toBe(1);
});

test("who was met by a file that is brought back is here, though the import that made them stays taken back", async () => {
  const first = await bringIn(["a@x.example,Ada,,"]);
  const second = await bringIn(["a@x.example,Ada,,Ulm"], { at: later });
  await takeBack(second);
  await takeBack(first);
  expect((await readRail(scope)).all).toBe(0);
  await bringBack(second);
  expect((await readRail(scope)).all).toBe(1);
});

test("each is done once, whoever asks twice or in two processes, and a part that fails leaves nothing", async () => {
  const id = await bringIn(
    Array.from({ length: 300 }, (_, n) => `p${n}@x.example,P${n},,`),
    { list: "Many" },
  );
  await beginTaking(scope, id, later);
  await beginTaking(scope, id, later);
  const run = async () => {
    while (!(await takeNext(scope, id, later, 20)).done);
  };
  await Promise.all([run(), run(), run()]);
  const [row] = await db.admin`select taken, taking from upload_batches where id = ${id}`;
  expect(row).toMatchObject({ taking: "taken", taken: { ...nothingTaken, went: 300 } });
  await expect(beginTaking(scope, id, later)).rejects.toThrow("taken back already");
  const acts = await db.admin`select verb, detail->>'people' as people from activities where team_id = ${scope.teamId}`;
  expect(acts).toMatchObject([{ verb: "took back an import", people: "300" }]);
  await beginBringing(scope, id, later);
  await Promise.all([bringNext(scope, id, later, 20), bringNext(scope, id, later, 20)]);
  await bringBack(id);
  expect((await readRail(scope)).all).toBe(300);
  await expect(beginBringing(scope, id, later)).rejects.toThrow("brought back already");
});

test("while it is under way it is asked for again, should its run be lost", async () => {
  const id = await bringIn(rows);
  await beginTaking(scope, id, later);
  await wakeTakings({ teamId: scope.teamId, memberId: null }, later);
  await wakeTakings({ teamId: scope.teamId, memberId: null }, new Date(later.getTime() + 1000));
  const events = await db.admin`select event_id from outbox where name = 'upload/taken' and team_id = ${scope.teamId}`;
  expect(events).toHaveLength(2);
});

test("after thirty days, before it has ended and of another team nothing is taken back", async () => {
  const id = await bringIn(rows);
  const over = new Date(now.getTime() + 30 * 86_400_000);
  expect(await readPlan(scope, id, over)).toBeNull();
  await expect(beginTaking(scope, id, over)).rejects.toThrow("30 days are over");
  const pending = await openUpload(scope, "more.csv", bytesOf("email\nz@x.example\n"), now);
  await expect(beginTaking(scope, pending, later)).rejects.toThrow("has not ended");
  const { scope: other } = await seedTeam(db.admin);
  await expect(beginTaking(other, id, later)).rejects.toMatchObject({ code: "not_found" });
  await expect(readPlan(other, id, later)).rejects.toMatchObject({ code: "not_found" });
  await expect(readStayed(other, id, null, 1)).rejects.toMatchObject({ code: "not_found" });
  await takeBack(id);
  expect(await takeNext(other, id, later)).toEqual({ done: true });
  await expect(beginBringing(other, id, later)).rejects.toMatchObject({ code: "not_found" });
});

test("somebody restored from where they were hidden by hand is no more the import's to bring back", async () => {
  const id = await bringIn(rows);
  await takeBack(id);
  await restoreContacts(scope, [await idOf("a@x.example")], later);
  await archiveContacts(scope, [await idOf("a@x.example")], later);
  await bringBack(id);
  expect(await readRail(scope)).toMatchObject({ all: 4, archived: 1 });
});

test("thirty days later those are gone for good whom nothing names, in parts, and nobody else", async () => {
  const id = await bringIn(rows, { list: "New" });
  await bringIn(["z@x.example,Zoe,,"]);
  await enrol(await idOf("b@x.example"), "draft");
  await takeBack(id);
  const [other, theirs] = [scope, await seedTeam(db.admin)];
  scope = theirs.scope;
  const second = await bringIn(rows);
  await takeBack(second, new Date(later.getTime() + 86_400_000));
  scope = other;
  await tidyTaken(new Date(later.getTime() + 30 * 86_400_000));
  expect(await people()).toHaveLength(6);
  expect(await tidyTaken(new Date(later.getTime() + 30 * 86_400_000 + 1))).toBeGreaterThanOrEqual(4);
  expect((await people()).map((one) => [one.email, one.archived_at !== null])).toEqual([
    ["b@x.example", true],
    ["z@x.example", false],
  ]);
  scope = theirs.scope;
  expect(await people()).toHaveLength(5);
});
