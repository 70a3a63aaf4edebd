import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { checkAddress } from "../mail/check-address";
import { seedReadyMail } from "../sending/testing/seed-ready-mail";
import { addContact, type NewContact } from "./add-contact";
import { archiveContacts, restoreContacts } from "./archive-contacts";
import type { ContactsFilter } from "./filter-contacts";
import { openContact } from "./open-contact";
import { pickContact } from "./pick-contact";
import { readContacts } from "./read-contacts";

type Scope = { teamId: string; memberId: string };
let db: TestDatabase;
let mine: Scope;
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T12:01:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mine = await newTeam();
});

const newTeam = async () => (await seedTeam(db.admin)).scope;
const given = (change: Partial<NewContact> = {}): NewContact => ({
  email: "lea@hale.example",
  firstName: "Lea",
  lastName: "Hale",
  company: "Hale",
  ...change,
});
const add = async (change: Partial<NewContact> = {}, by = mine, at = now) => (await addContact(by, given(change), at)).contactId;
const kept = (by = mine) =>
  db.admin`select email, email_norm, first_name, last_name, name, company, archived_at from contacts where team_id = ${by.teamId} order by created_at`;
type Sorted = ContactsFilter & { sort?: string };
const page = (filter: Sorted = {}, number = 1, by = mine) => readContacts(by, filter, number);
const emails = async (filter: Sorted = {}, by = mine) => (await page(filter, 1, by)).rows.map((row) => row.email);

describe("a contact added by hand", () => {
  test("is kept as written, with its address also in one form", async () => {
    await add({ email: " Lea@Hale.Example ", firstName: "  Lea \n Marie ", company: " " });
    expect(await kept()).toEqual([
      {
        email: "Lea@Hale.Example",
        email_norm: "lea@hale.example",
        first_name: "Lea Marie",
        last_name: "Hale",
        name: "Lea Marie Hale",
        company: null,
        archived_at: null,
      },
    ]);
  });
  test("belongs with all others to one batch, also when many are added at once", async () => {
    await Promise.all([1, 2, 3, 4, 5].map((n) => add({ email: `p${n}@hale.example` })));
    const batches = await db.admin`select file_name, status, created_by from upload_batches where team_id = ${mine.teamId}`;
    expect(batches).toEqual([{ file_name: "Added by hand", status: "completed", created_by: mine.memberId }]);
    expect(await kept()).toHaveLength(5);
  });
  test.each(["lea@hale.example", "LEA@HALE.EXAMPLE", "  Lea@hale.example"])(
    "is refused where %j is known already",
    async (email) => {
      await add();
      await expect(add({ email, firstName: "Other" })).rejects.toMatchObject({
        code: "invalid",
        fields: { email: "This address is among your contacts already." },
      });
      expect(await kept()).toMatchObject([{ first_name: "Lea" }]);
    },
  );
  test("ten times at once is one contact", async () => {
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => add()));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await kept()).toHaveLength(1);
  });
  test("may stand in two teams", async () => {
    const theirs = await newTeam();
    await add();
    await add({ firstName: "Other" }, theirs);
    expect(await kept()).toMatchObject([{ first_name: "Lea" }]);
    expect(await kept(theirs)).toMatchObject([{ first_name: "Other" }]);
  });
  test("comes back when it was archived, with what is written now and what was known", async () => {
    const id = await add();
    await db.admin`update contacts set fields = '{"town": "Ulm"}' where id = ${id}`;
    await archiveContacts(mine, [id], now);
    expect(await add({ email: "LEA@hale.example", firstName: "Lena", lastName: "", company: "Ray" }, mine, later)).toBe(id);
    expect(await kept()).toMatchObject([
      { email: "lea@hale.example", first_name: "Lena", last_name: "Hale", name: "Lena Hale", company: "Ray", archived_at: null },
    ]);
    expect(await db.admin`select fields from contacts where id = ${id}`).toEqual([{ fields: { town: "Ulm" } }]);
  });
  const unsound = "|lea|lea@|@hale.example|lea@hale|l ea@hale.example|lea@@hale.example|.lea@hale.example|lea@-hale.example";
  test.each(unsound.split("|"))("is refused with %j as its address, and nothing is kept", async (email) => {
    await expect(add({ email })).rejects.toMatchObject({ code: "invalid", fields: { email: checkAddress(email) } });
    expect(await db.admin`select id from upload_batches where team_id = ${mine.teamId}`).toEqual([]);
  });
});

describe("contacts are found", () => {
  const people = inventPeople(120);
  let listId: string;
  let contactIds: string[];
  beforeEach(async () => {
    const seeded = await seedContacts(db.admin, mine.teamId, people, { listName: "All" });
    listId = seeded.listId ?? "";
    contactIds = seeded.contactIds;
  });

  test("page by page, each once, newest first", async () => {
    const pages = await Promise.all([1, 2, 3].map((number) => page({}, number)));
    expect(pages.map((one) => [one.rows.length, one.total, one.page, one.pages])).toEqual([
      [50, 120, 1, 3],
      [50, 120, 2, 3],
      [20, 120, 3, 3],
    ]);
    expect(pages.flatMap((one) => one.rows.map((row) => row.id))).toEqual([...contactIds].reverse());
  });
  test.each([
    [0, 1],
    [-4, 1],
    [99, 3],
    [Number.NaN, 1],
    [2.5, 2],
  ])("on page %d, which is page %d", async (asked, shown) => {
    expect(await page({}, asked)).toMatchObject({ page: shown, total: 120 });
  });
  test.each(["name", "company"])("by %s, each once", async (sort) => {
    const rows = (await Promise.all([1, 2, 3].map((number) => page({ sort }, number)))).flatMap((one) => one.rows);
    expect(new Set(rows.map((row) => row.id)).size).toBe(120);
    const [first, last] = [rows[0], rows.at(-1)].map((row) => row?.[sort as "name"] ?? "");
    expect([first, last].sort()).toEqual([first, last]);
  });
  test("by any word of name, address and company, whatever the case", async () => {
    const { email, firstName, lastName, company } = people[7] as (typeof people)[number];
    for (const search of [
      email,
      email.toUpperCase(),
      `${lastName.toLowerCase()}  ${company.toUpperCase()}`,
      `${company} ${firstName}`,
    ])
      expect(await emails({ search: ` ${search} ` })).toContain(email);
    expect(await emails({ search: email })).toEqual([email]);
    expect(await page({ search: `${email} nobody` })).toMatchObject({ total: 0, page: 1, pages: 1, rows: [] });
  });
  test("by signs that mean themselves", async () => {
    await db.admin`update contacts set name = '100%_\\ sure' where id = ${contactIds[5] ?? ""}`;
    for (const search of ["%", "_", "\\", "100%_\\"]) expect(await emails({ search })).toEqual([people[5]?.email]);
    for (const search of ["'", "';drop table contacts"]) expect(await emails({ search })).toEqual([]);
  });
  test("by letters beyond ASCII in either case", async () => {
    await db.admin`update contacts set name = 'Łucja MÜLLER', company = 'Élan' where id = ${contactIds[5] ?? ""}`;
    for (const search of ["müller", "łucja", "ÉLAN", "Müller élan"]) expect(await emails({ search })).toEqual([people[5]?.email]);
  });
  test("in a list, and not when archived", async () => {
    await db.admin`delete from contact_list_members where contact_id <> all(${contactIds.slice(0, 3)})`;
    expect(await page({ listId })).toMatchObject({ total: 3 });
    expect(await archiveContacts(mine, contactIds.slice(0, 1), now)).toMatchObject({ archived: 1 });
    expect(await archiveContacts(mine, contactIds.slice(0, 2), later)).toMatchObject({ archived: 1 });
    expect(await page({ listId })).toMatchObject({ total: 1 });
    expect(await page()).toMatchObject({ total: 118 });
    expect(await restoreContacts(mine, contactIds.slice(0, 4), later)).toMatchObject({ restored: 2 });
    expect(await page({ listId })).toMatchObject({ total: 3 });
  });
  test("by their suppression, until it is lifted", async () => {
    const email = people[3]?.email ?? "";
    await seedSuppression(db.admin, mine.teamId, email);
    expect((await page({ suppressed: true })).rows).toMatchObject([{ email, suppressed: "by hand" }]);
    await db.admin`update suppressions set lifted_at = now(), lift_reason = 'asked again' where team_id = ${mine.teamId}`;
    expect(await emails({ suppressed: true })).toEqual([]);
  });
  test("one by one, round and round, in the order they came", async () => {
    const pick = (index: number, list: string | null = listId) => withTeam(mine, (tx) => pickContact(tx, list, index));
    for (const [index, place] of [
      [1, 1],
      [120, 120],
      [121, 1],
      [0, 120],
      [-1, 119],
    ] as const)
      expect(await pick(index)).toMatchObject({ person: { id: contactIds[place - 1] }, place, of: 120 });
    await archiveContacts(mine, contactIds.slice(0, 119), now);
    expect(await pick(2, null)).toMatchObject({ person: { id: contactIds[119] }, place: 1, of: 1 });
    await archiveContacts(mine, contactIds, now);
    expect(await pick(1)).toEqual({ person: null, place: 0, of: 0 });
  });
});

describe("one contact", () => {
  test("shows what is planned, and what happened, latest first", async () => {
    const mail = await seedReadyMail(db.admin, later);
    const { contactId } = mail;
    const { enrolments, planned } = await openContact(mail.scope, contactId, now);
    expect(enrolments).toMatchObject([
      { campaignName: "C", status: "pending", nextStep: "Introduction", mailbox: "anna@contoso.com" },
    ]);
    expect(planned).toMatchObject([
      { stepName: "Introduction", at: later, draftId: mail.draftId, written: true, text: expect.stringContaining("Hi") },
    ]);
    await db.admin`insert into email_replies (team_id, contact_id, message_id, received_at, sender_account_id)
      select team_id, ${contactId}, '<r@x>', ${now}, id from sender_accounts where team_id = ${mail.scope.teamId}`;
    await db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, contact_id, subject, snippet, received_at)
      select team_id, id, '<r@x>', 'reply', ${contactId}, 'Re: Hello', 'Call me', '2099-01-01' from sender_accounts where team_id = ${mail.scope.teamId}`;
    const view = await openContact(mail.scope, contactId, later);
    expect(view.happened.map((one) => [one.kind, one.title])).toEqual([
      ["reply", "Re: Hello"],
      ["enrolled", "C"],
      ["created", "contacts.csv"],
    ]);
    await db.admin`update email_drafts set rejected_at = ${later}, reject_reason = 'Wrong moment' where contact_id = ${contactId}`;
    const { happened } = await openContact(mail.scope, contactId, later);
    expect(happened.find((one) => one.kind === "rejected")).toMatchObject({
      title: "Wrong moment",
      about: "C",
      place: "Introduction",
    });
    expect(view).toMatchObject({ suppressed: null, lists: [{ name: "One" }] });
    const seen = () => db.admin`select seen_at, seen_by from email_replies where contact_id = ${contactId}`;
    expect(await seen()).toEqual([{ seen_at: later, seen_by: mail.scope.memberId }]);
    await expect(openContact(mine, contactId, now)).rejects.toMatchObject({ code: "not_found" });
    expect(await seen()).toEqual([{ seen_at: later, seen_by: mail.scope.memberId }]);
  });
});

test("another team sees and changes nothing", async () => {
  const theirs = await newTeam();
  const id = await add({}, theirs);
  const [list] = await db.admin`insert into contact_lists (team_id, name) values (${theirs.teamId}, 'Theirs') returning id`;
  await db.admin`insert into contact_list_members (team_id, list_id, contact_id) values (${theirs.teamId}, ${list?.id}, ${id})`;
  const before = await kept(theirs);
  for (const filter of [{}, { search: "lea" }, { listId: String(list?.id) }]) expect(await emails(filter)).toEqual([]);
  expect(await archiveContacts(mine, [id], later)).toMatchObject({ archived: 0 });
  await db.admin`update contacts set archived_at = ${now} where id = ${id}`;
  expect(await restoreContacts(mine, [id], later)).toMatchObject({ restored: 0 });
  await db.admin`update contacts set archived_at = null where id = ${id}`;
  await expect(openContact(mine, id, now)).rejects.toMatchObject({ code: "not_found" });
  expect(await withTeam(mine, (tx) => pickContact(tx, String(list?.id), 1))).toMatchObject({ person: null });
  expect(await kept(theirs)).toEqual(before);
});
