import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { nameStanding } from "../campaigns/words/name-standing";
import { stubSettings } from "../env/testing/stub-settings";
import { createList } from "../lists/create-list";
import { readsIn } from "../schedule/zones/zone-of-person";
import { seedReadyMail } from "../sending/testing/seed-ready-mail";
import { addContact } from "./add-contact";
import { archiveContacts, restoreContacts } from "./archive-contacts";
import { editContact } from "./edit-contact";
import { findContacts } from "./find-contacts";
import { openContact } from "./open-contact";
import { readContacts } from "./read-contacts";

type Scope = { teamId: string; memberId: string };
let db: TestDatabase;
let scope: Scope;
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T12:01:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  scope = await newTeam();
});

const newTeam = async () => (await seedTeam(db.admin)).scope;
const add = async (email: string, firstName = "Lea", lastName = "Hale", company = "Hale") =>
  (await addContact(scope, { email, firstName, lastName, company }, now)).contactId;

describe("a contact that is edited", () => {
  test("takes what is written, loses what is emptied, and gets no field it never had", async () => {
    const id = await add("lea@hale.example");
    await db.admin`update contacts set fields = '{"town":"Ulm","dept":"Sales","zip":"1"}' where id = ${id}`;
    const fields = [
      { name: "town", value: " Bonn " },
      { name: "dept", value: "" },
      { name: "constructor", value: "x" },
    ];
    await editContact(scope, id, { firstName: "Léa", lastName: "Hale", company: " Hale & Co ", fields }, later);
    const { contact, happened } = await openContact(scope, id, later);
    expect(contact).toMatchObject({
      name: "Léa Hale",
      firstName: "Léa",
      company: "Hale & Co",
      fields: { town: "Bonn", zip: "1" },
    });
    expect(happened[0]).toMatchObject({ kind: "edited a contact", at: later });
  });
  test("keeps a whole name of a file when first and last name stay", async () => {
    const id = await add("lea@hale.example");
    await db.admin`update contacts set name = 'Dr. Lea Hale' where id = ${id}`;
    await editContact(scope, id, { firstName: "Lea", lastName: "Hale", company: "", fields: [] }, later);
    expect((await openContact(scope, id, later)).contact).toMatchObject({ name: "Dr. Lea Hale", company: null });
  });
  test("reads where a person says, and where a file says once that is taken away", async () => {
    const id = await add("lea@hale.example");
    await db.admin`update contacts set fields = '{"country":"Germany"}' where id = ${id}`;
    const edit = (timeZone?: string) =>
      editContact(scope, id, { firstName: "Lea", lastName: "Hale", company: "", timeZone, fields: [] }, later);
    const zone = async () => {
      const { contact } = await openContact(scope, id, later);
      return [contact.timeZone, readsIn(contact)];
    };
    expect(await zone()).toEqual([null, { zone: "Europe/Berlin", by: "country" }]);
    await edit("America/Denver");
    await edit();
    expect(await zone()).toEqual(["America/Denver", { zone: "America/Denver", by: "person" }]);
    await expect(edit("Mars/Olympus")).rejects.toMatchObject({ code: "invalid", fields: { timeZone: expect.any(String) } });
    await edit("");
    expect(await zone()).toEqual([null, { zone: "Europe/Berlin", by: "country" }]);
  });
  test("is not found for another team", async () => {
    const id = await add("lea@hale.example");
    const given = { firstName: "X", lastName: "", company: "", fields: [] };
    await expect(editContact(await newTeam(), id, given, later)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("finding somebody for a list", () => {
  test("shows who begins so first, never who is in it, at most five", async () => {
    const listId = await createList(scope, "Fair", now);
    const inside = await add("lea@inside.example");
    await db.admin`insert into contact_list_members (team_id, list_id, contact_id) values (${scope.teamId}, ${listId}, ${inside})`;
    await add("omar@leaf.example", "Omar", "Ray");
    await add("lea@hale.example");
    for (let n = 0; n < 6; n++) await add(`p${n}@clearwater.example`, "P", `${n}`);
    const found = await findContacts(scope, "lea", listId);
    expect(found).toHaveLength(5);
    expect(found[0]?.email).toBe("lea@hale.example");
    expect(found.map((one) => one.email)).not.toContain("lea@inside.example");
    await expect(findContacts(await newTeam(), "lea", listId)).rejects.toMatchObject({ code: "not_found" });
  });
});

test("who is still in a campaign is not archived, and what was archived at one moment comes back at once", async () => {
  const mail = await seedReadyMail(db.admin, later);
  const by = mail.scope as Scope;
  const { contactId: free } = await addContact(by, { email: "free@x.example", firstName: "", lastName: "", company: "" }, now);
  const { act, ...done } = await archiveContacts(by, {}, later);
  expect(done).toEqual({ archived: 1, stayed: 1, names: [expect.any(String)] });
  expect((await readContacts(by, {}, 1)).rows.map((row) => row.id)).not.toContain(free);
  expect(await restoreContacts(by, { act }, later)).toMatchObject({ restored: 1 });
  expect((await readContacts(by, {}, 1)).rows.map((row) => row.id)).toContain(free);
});

test.each([
  [{ suppressed: "bounced", replied: true, enrolment: null }, "stop", "Bounced, dead address"],
  [{ suppressed: "unsubscribed", replied: false, enrolment: null }, "grey", "Unsubscribed"],
  [
    { suppressed: null, replied: false, enrolment: { status: "pending", waitReason: "needs_signature", endedReason: null } },
    "wait",
    "Needs a signature",
  ],
  [
    { suppressed: null, replied: false, enrolment: { status: "in_progress", waitReason: "delay", endedReason: null } },
    "grey",
    "Delay runs",
  ],
  [
    { suppressed: null, replied: true, enrolment: { status: "replied", waitReason: null, endedReason: "replied" } },
    "reply",
    "Replied",
  ],
  [
    { suppressed: null, replied: false, enrolment: { status: "completed", waitReason: null, endedReason: "got every mail" } },
    "go",
    "Got every mail",
  ],
] as [Parameters<typeof nameStanding>[0], string, string][])("a contact stands as %j: %s, %s", (row, tone, words) => {
  expect(nameStanding(row)).toEqual({ tone, words });
});
test("a contact that no campaign knows stands nowhere", () => {
  expect(nameStanding({ suppressed: null, replied: false, enrolment: null })).toBeNull();
});
