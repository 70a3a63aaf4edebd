import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { seedReadyMail } from "../sending/testing/seed-ready-mail";
import { readEntries } from "../suppressions/entries/read-entries";
import { addContact } from "./add-contact";
import { archiveContacts, restoreContacts } from "./archive-contacts";
import { readContacts } from "./read-contacts";
import { readRail } from "./read-rail";

type Scope = { teamId: string; memberId: string };
let db: TestDatabase;
let anna: Scope;
let ben: Scope;
let ids: string[];
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T12:01:00Z");
const people = inventPeople(120, 7);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  const team = await seedTeam(db.admin, {
    members: [
      { name: "Anna Keller", email: "anna@contoso.com", role: "administrator" },
      { name: "Ben Weiss", email: "ben@contoso.com", role: "member" },
    ],
  });
  anna = team.scope;
  ben = { teamId: team.teamId, memberId: team.members[1]?.id ?? "" };
  ({ contactIds: ids } = await seedContacts(db.admin, team.teamId, people));
});

const archived = (filter: { search?: string; sort?: string } = {}, page = 1, by = anna) =>
  readContacts(by, { ...filter, archived: true }, page);

test("the archived are a table of their own: searched, the last archived first, as many as the rail counts", async () => {
  await archiveContacts(anna, ids.slice(0, 60), now);
  await archiveContacts(ben, [String(ids[80])], later);
  const { rows, total, pages } = await archived();
  expect([total, pages, (await readRail(anna)).archived, (await readRail(anna)).all]).toEqual([61, 2, 61, 59]);
  expect(rows[0]).toMatchObject({ id: ids[80], archivedAt: later });
  expect(rows[1]).toMatchObject({ archivedAt: now });
  expect((await archived({ sort: "-archived" }, 2)).rows.at(-1)?.id).toBe(ids[80]);
  expect((await archived({ search: people[80]?.email ?? "" })).rows.map((row) => row.id)).toEqual([ids[80]]);
  expect((await archived({ search: people[100]?.email ?? "" })).total).toBe(0);
});

test("taking back brings back exactly those, not whom somebody else archived in the same millisecond", async () => {
  const [mine, theirs] = await Promise.all([
    archiveContacts(anna, ids.slice(0, 40), now),
    archiveContacts(ben, ids.slice(40, 70), now),
  ]);
  expect([mine.archived, theirs.archived]).toEqual([40, 30]);
  expect(await restoreContacts(anna, { act: mine.act }, later)).toMatchObject({ restored: 40 });
  expect((await archived({}, 1)).total).toBe(30);
  expect(await restoreContacts(anna, { act: mine.act }, later)).toMatchObject({ restored: 0 });
});

test("restoring is taken back as one too: those archived before stay archived, those free stay free", async () => {
  await archiveContacts(anna, ids.slice(0, 70), now);
  await restoreContacts(ben, ids.slice(60, 70), later);
  const { act, restored } = await restoreContacts(anna, { search: "" }, later);
  expect([restored, (await archived()).total]).toEqual([60, 0]);
  expect(await archiveContacts(anna, { act }, later)).toMatchObject({ archived: 60, stayed: 0, names: [] });
  expect([(await archived()).total, (await readRail(anna)).all]).toEqual([60, 60]);
});

test("restoring all that a search finds restores them alone", async () => {
  await archiveContacts(anna, ids, now);
  expect(await restoreContacts(anna, { search: people[3]?.email ?? "" }, later)).toMatchObject({ restored: 1 });
  expect((await readContacts(anna, {}, 1)).rows.map((row) => row.id)).toEqual([ids[3]]);
});

test("5,010 over many pages are archived and taken back at once", async () => {
  const many = await seedTeam(db.admin);
  await seedContacts(db.admin, many.teamId, inventPeople(5_010, 11));
  const { act, archived: count } = await archiveContacts(many.scope, {}, now);
  expect([count, (await archived({}, 1, many.scope)).pages]).toEqual([5_010, 101]);
  expect(await restoreContacts(many.scope, { act }, later)).toMatchObject({ restored: 5_010 });
  expect((await readRail(many.scope)).archived).toBe(0);
}, 60_000);

test("who stays in a running campaign is said by name", async () => {
  const mail = await seedReadyMail(db.admin, later);
  const [person] = await db.admin`select coalesce(name, email) as name from contacts where id = ${mail.contactId}`;
  expect(await archiveContacts(mail.scope, [mail.contactId], now)).toMatchObject({
    archived: 0,
    stayed: 1,
    names: [person?.name],
  });
});

test("a suppressed person stands among the suppressed though archived, and the numbers agree", async () => {
  await seedSuppression(db.admin, anna.teamId, String(people[5]?.email));
  await archiveContacts(anna, ids.slice(0, 10), now);
  const { rows } = await readEntries(anna, {});
  expect(rows).toMatchObject([{ people: 1, contact: { id: ids[5], archived: true } }]);
  expect(await readRail(anna)).toMatchObject({ suppressed: 1, archived: 10 });
});

test("added by hand again, they are back, and it is said who", async () => {
  await archiveContacts(anna, ids.slice(0, 1), now);
  const given = { email: String(people[0]?.email), firstName: "", lastName: "", company: "" };
  const [kept] = await db.admin`select coalesce(name, email) as name from contacts where id = ${String(ids[0])}`;
  expect(await addContact(anna, given, later)).toEqual({ contactId: ids[0], otherOf: null, back: kept?.name });
  const fresh = await addContact(anna, { ...given, email: "new@x.example" }, later);
  expect(fresh.back).toBeNull();
  expect((await archived()).total).toBe(0);
});

test("another team sees none of them, and takes back nothing of theirs", async () => {
  const { act } = await archiveContacts(anna, ids.slice(0, 5), now);
  const other = (await seedTeam(db.admin)).scope;
  expect((await archived({}, 1, other)).total).toBe(0);
  expect((await readRail(other)).archived).toBe(0);
  for (const choice of [{ act }, ids.slice(0, 5), {}])
    expect(await restoreContacts(other, choice, later)).toMatchObject({ restored: 0 });
  expect((await archived()).total).toBe(5);
});
