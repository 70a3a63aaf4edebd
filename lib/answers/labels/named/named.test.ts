import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { openContact } from "../../../contacts/open-contact";
import { stubSettings } from "../../../env/testing/stub-settings";
import { recordMessage } from "../../../replies/record-message";
import { asking, findingOf, type Mailed, seedMailed } from "../../../replies/testing/seed-mailed";
import { seedReadyMail } from "../../../sending/testing/seed-ready-mail";
import { addNamed } from "./add-named";
import { takeBackNamed } from "./take-back-named";

let db: TestDatabase;
let mail: Mailed;
let threadId: string;
let writer: string;
const sentAt = new Date("2026-11-23T15:00:00Z");
const now = new Date("2026-11-25T15:00:00Z");
const soon = new Date("2026-11-25T15:00:05Z");
const given = { email: "Albina@x.example", firstName: "Albina", lastName: "", company: "Kuvera" };

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt), sentAt);
  await recordMessage(mail.scope.teamId, findingOf(mail, asking("wrong person"), now), now);
  const [thread] =
    await db.admin`select t.id, coalesce(p.name, p.email) as name from reply_threads t join contacts p on p.id = t.contact_id
    where t.team_id = ${mail.scope.teamId}`;
  threadId = String(thread?.id);
  writer = String(thread?.name);
});

const add = (change: Partial<typeof given> = {}, scope = mail.scope) => addNamed(scope, { threadId, ...given, ...change }, now);
const contact = async (id: string) =>
  (await db.admin`select name, email, company, fields, archived_at from contacts where id = ${id}`)[0];
const mails = () => db.admin`select 1 from email_drafts where team_id = ${mail.scope.teamId} and contact_id <> ${mail.contactId}`;

test("whom an answer names becomes a contact that says by whom, and gets no mail", async () => {
  const added = await add();
  expect(added).toEqual({
    contactId: added.contactId,
    name: "Albina",
    known: false,
    archived: false,
    suppressed: false,
  });
  expect(await contact(added.contactId)).toMatchObject({
    name: "Albina",
    email: "Albina@x.example",
    company: "Kuvera",
    fields: { named_by: writer },
  });
  const { happened } = await openContact(mail.scope, added.contactId, now);
  expect(happened.map(({ kind, title, by }) => [kind, title, by])).toContainEqual(["added who was named", writer, "Anna Keller"]);
  expect(await mails()).toEqual([]);
});

test("who is a contact already stays as they are, by whichever address", async () => {
  const { contactIds } = await seedContacts(db.admin, mail.scope.teamId, inventPeople(1, 5));
  const id = contactIds[0] ?? "";
  const before = await contact(id);
  expect(await add({ email: String(before?.email), firstName: "Other" })).toMatchObject({
    contactId: id,
    known: true,
    archived: false,
  });
  expect(await contact(id)).toEqual(before);
  await db.admin`update contacts set archived_at = ${now} where id = ${id}`;
  expect(await add({ email: String(before?.email) })).toMatchObject({ contactId: id, known: true, archived: true });
  await expect(takeBackNamed(mail.scope, { threadId, contactId: id }, soon)).rejects.toMatchObject({ code: "not_found" });
});

test("an address that the list names says so, and is added all the same", async () => {
  await db.admin`insert into suppressions (team_id, domain, reason) values (${mail.scope.teamId}, 'x.example', 'by hand')`;
  expect(await add()).toMatchObject({ known: false, suppressed: true });
});

test("two who add the same at once make one contact", async () => {
  const both = await Promise.all([add(), add()]);
  expect(new Set(both.map(({ contactId }) => contactId)).size).toBe(1);
  expect(both.map(({ known }) => known).sort()).toEqual([false, true]);
});

test("what is no address adds nobody, and another team finds nothing", async () => {
  await expect(add({ email: "albina" })).rejects.toMatchObject({ code: "invalid", fields: { email: expect.any(String) } });
  const { scope } = await seedTeam(db.admin, { name: "Other" });
  await expect(add({}, scope)).rejects.toMatchObject({ code: "not_found" });
  const { contactId } = await add();
  await expect(takeBackNamed(scope, { threadId, contactId }, soon)).rejects.toMatchObject({ code: "not_found" });
});

test("taken back, an untouched contact is gone from every list", async () => {
  const { contactId } = await add();
  await takeBackNamed(mail.scope, { threadId, contactId }, soon);
  expect(await contact(contactId)).toMatchObject({ archived_at: soon });
  await expect(takeBackNamed(mail.scope, { threadId, contactId }, soon)).rejects.toMatchObject({ code: "conflict" });
});

test.each([
  ["was edited", (id: string) => db.admin`update contacts set company = 'K', updated_at = ${soon} where id = ${id}`],
  [
    "stands in a list",
    (id: string) =>
      db.admin`insert into contact_list_members (team_id, list_id, contact_id) select team_id, id, ${id} from contact_lists where team_id = ${mail.scope.teamId} limit 1`,
  ],
  [
    "is in a campaign",
    (id: string) =>
      db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email) values (${mail.scope.teamId}, ${mail.campaignId}, ${id}, ${mail.senderAccountId}, 'a')`,
  ],
])("a contact who %s stays", async (_, touch) => {
  const { contactId } = await add();
  await touch(contactId);
  await expect(takeBackNamed(mail.scope, { threadId, contactId }, soon)).rejects.toMatchObject({ code: "conflict" });
  expect(await contact(contactId)).toMatchObject({ archived_at: null });
});
