import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePools, openPools } from "@/db/access/connections";
import { withTeam } from "@/db/access/with-team";
import { adoptDatabase, contractTables, type Moved } from "@/db/adopt/adopt-database";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { connectAs } from "@/db/testing/connect-as";
import { buildContractDatabase } from "@/db/testing/contract-database";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readToday } from "../analytics/read-today";
import { admitPerson } from "../auth/admit-person";
import type { Member } from "../auth/member";
import { checkLaunch } from "../campaigns/launch/check-launch";
import { readCampaign } from "../campaigns/read/read-campaign";
import { readSetup } from "../campaigns/setup/read-setup";
import { openContact } from "../contacts/open-contact";
import { readContacts } from "../contacts/read-contacts";
import { readReviewQueue } from "../drafts/review/read-review-queue";
import { stubSettings } from "../env/testing/stub-settings";

let db: TestDatabase;
let old: ReturnType<typeof connectAs>;
let urls: { ownerUrl: string; appUrl: string; systemUrl: string };
let moved: Moved[] | null;
let member: Member;
const name = `cs_before_${randomBytes(4).toString("hex")}`;
const tenantId = randomUUID();
const now = new Date("2026-11-26T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  await db.admin.unsafe(`create database ${name} owner countersign_owner`);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  urls = { ownerUrl: at(db.ownerUrl), appUrl: at(db.appUrl), systemUrl: at(db.systemUrl) };
  old = connectAs(urls.ownerUrl);
  await buildContractDatabase(old);
  await old.unsafe(rows);
  moved = await adoptDatabase(urls, { tenantId, name: "Northwind", timezone: "Europe/Berlin" });
  await closePools();
  openPools({ app: urls.appUrl, system: urls.systemUrl }, { pages: { app: 2, system: 1 } });
  const admitted = await admitPerson({ tid: tenantId, oid: "first", name: "Anna", email: "anna@northwind.example" });
  if ("refused" in admitted) throw new Error(admitted.refused);
  member = {
    ...admitted,
    sessionId: "",
    role: "administrator",
    name: "Anna",
    email: "",
    teamName: "Northwind",
    timezone: "Europe/Berlin",
    teamTimezone: "Europe/Berlin",
  };
});
afterAll(async () => {
  await old.end();
  await closePools();
  await db.admin.unsafe(`drop database ${name} with (force)`);
  await db.close();
});

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
/** People 1 and 2 share an address; 3 wrote back, 4 wants no more, 5 is on the way, 6 has no sound address, 7 waits for a campaign. */
const rows = `
insert into upload_batches (id, file_name, status, total_contacts, processed_contacts) values ('${id(90)}', 'fair.csv', 'completed', 7, 7), ('${id(91)}', 'half.csv', 'processing', 9, 3);
insert into contacts (id, upload_batch_id, raw_data, name, email, company, created_at) values
  ('${id(1)}', '${id(90)}', '{"E-Mail": "Lena@Hale.example", "Town": "Ulm", "Job title": "Buyer"}', 'Lena van Hale', 'Lena@Hale.example', 'Hale', '2026-01-01'),
  ('${id(2)}', '${id(90)}', '{}', 'L. Hale', 'lena@hale.example ', null, '2026-01-02'),
  ('${id(3)}', '${id(90)}', '[]', 'Omar', 'omar@x.example', null, '2026-01-01'), ('${id(4)}', '${id(90)}', '{}', null, 'gone@x.example', null, '2026-01-01'),
  ('${id(5)}', '${id(90)}', '{}', 'Way', 'way@x.example', null, '2026-01-01'), ('${id(6)}', '${id(90)}', '{}', 'Odd', 'no address', null, '2026-01-01'),
  ('${id(7)}', '${id(91)}', '{}', 'Next', 'next@x.example', null, '2026-01-01');
insert into contact_lists (id, name) values ('${id(80)}', 'Fair');
insert into contact_list_members (contact_id, list_id) select id, '${id(80)}' from contacts;
insert into sender_accounts (id, email) values ('${id(70)}', 'Anna@northwind.example'), ('${id(71)}', 'anna@northwind.example');
insert into email_templates (name, template_content) values ('Plain', E'Hi {{ name }},\\n\\nA & B\\nbye');
insert into campaigns (id, name, status, list_id, sender_account_id) values ('${id(60)}', 'Done', 'completed', '${id(80)}', '${id(70)}'),
  ('${id(61)}', 'Going', 'active', '${id(80)}', '${id(71)}'), ('${id(62)}', 'Planned', 'draft', null, null), ('${id(63)}', 'Odd', 'strange', null, null);
update campaign_settings set timezone = 'Mars/Base', send_days = '{Monday,someday}', daily_limit = 0 where campaign_id = '${id(61)}';
insert into campaign_sequences (campaign_id, sequence_order, name, subject_template, body_template, delay_days, created_at) values
  ('${id(61)}', 1, 'One', 'Hello', 'Hi', 0, '2026-01-01'), ('${id(61)}', 1, 'Again', '', '<p>Again</p>', 900, '2026-01-02');
insert into campaign_contacts (campaign_id, contact_id, status, current_sequence_step) values
  ('${id(60)}', '${id(1)}', 'completed', 1), ('${id(60)}', '${id(2)}', 'pending', 0), ('${id(60)}', '${id(3)}', 'in_progress', 1),
  ('${id(61)}', '${id(4)}', 'unsubscribed', 1), ('${id(61)}', '${id(5)}', 'in_progress', 1), ('${id(62)}', '${id(7)}', 'pending', 0);
insert into email_drafts (id, contact_id, draft_type, subject, body, status, approved_at) values
  ('${id(50)}', '${id(2)}', 'first_outreach', 'Hello', 'Hi', 'sent', now()), ('${id(51)}', '${id(5)}', 'second_followup', 'Again', 'Hi', 'approved', now()),
  ('${id(52)}', '${id(5)}', 'second_followup', 'Later', 'Hi', 'scheduled', now()), ('${id(53)}', '${id(7)}', 'first_outreach', 'New', 'Hi', null, null);
insert into scheduled_emails (draft_id, contact_id, sender_account_id, scheduled_for) values ('${id(52)}', '${id(5)}', '${id(71)}', now());
insert into sent_emails (id, draft_id, contact_id, sender_account_id, campaign_id, draft_type, subject, body, recipient_email, sent_at) values
  ('${id(40)}', '${id(50)}', '${id(2)}', '${id(71)}', '${id(60)}', 'first_outreach', 'Hello', 'Hi', 'lena@hale.example', '2026-02-01');
insert into email_replies (sent_email_id, campaign_id, contact_id, subject) values ('${id(40)}', '${id(60)}', '${id(3)}', 'Re: Hello');
`;

test("every row is accounted for: only people and mailboxes with the same address become one, and a draft campaign enrols nobody", async () => {
  const counts = Object.fromEntries((moved ?? []).map(({ table, ...two }) => [table, `${two.before} → ${two.now}`]));
  expect(counts).toEqual({
    contacts: "7 → 6",
    upload_batches: "2 → 2",
    email_drafts: "4 → 4",
    sent_emails: "1 → 1",
    scheduled_emails: "1 → 1",
    sender_accounts: "2 → 2", // one, and the one that stands for mailboxes nobody knows
    email_templates: "1 → 1",
    email_analytics: "1 → 1",
    contact_lists: "1 → 3",
    contact_list_members: "7 → 8",
    campaigns: "4 → 4",
    campaign_sequences: "2 → 2",
    campaign_settings: "4 → 4",
    campaign_contacts: "6 → 4",
    email_replies: "1 → 1",
  });
  const [kept] = await old`select count(*)::int as contacts from before_countersign.contacts`;
  expect(kept).toEqual({ contacts: 7 });
});

test("doing it again changes nothing", async () => {
  const shape = () =>
    Promise.all(
      contractTables.map(
        async (table) =>
          (await old`select count(*)::int as n, md5(string_agg(t::text, ',' order by id)) from public.${old(table)} t`)[0],
      ),
    );
  const before = await shape();
  expect(await adoptDatabase(urls, { tenantId, name: "Northwind", timezone: "UTC" })).toBeNull();
  expect(await shape()).toEqual(before);
});

test("the first person of the tenant administers the team, the next one asks", async () => {
  const [row] = await old`select role, status from members where oid = 'first'`;
  expect(row).toEqual({ role: "administrator", status: "active" });
  expect(await admitPerson({ tid: tenantId, oid: "second", name: "Ben", email: "ben@northwind.example" })).toEqual({
    refused: "asked",
  });
});

describe("what came along", () => {
  test("a person keeps their fields and what was sent to either of their rows", async () => {
    const [row] = await old`select first_name, last_name, email, email_norm, fields from contacts where id = ${id(1)}`;
    expect(row).toEqual({
      first_name: "Lena",
      last_name: "van Hale",
      email: "Lena@Hale.example",
      email_norm: "lena@hale.example",
      fields: { town: "Ulm", job_title: "Buyer" },
    });
    const [sent] = await old`select contact_id, campaign_id, sender_account_id from sent_emails`;
    expect(sent).toEqual({ contact_id: id(1), campaign_id: id(60), sender_account_id: id(70) });
  });
  test("nothing that was not signed here can leave, nobody who wanted no more is written to, and nothing is under way", async () => {
    expect([...(await old`select status, count(*)::int as n from email_drafts where rejected_at is null group by 1`)]).toEqual([
      { status: "sent", n: 1 },
    ]);
    expect([...(await old`select status from scheduled_emails`)]).toEqual([{ status: "cancelled" }]);
    expect([...(await old`select email_norm, reason from suppressions`)]).toEqual([
      { email_norm: "gone@x.example", reason: "unsubscribed" },
    ]);
    expect([...(await old`select name, status from campaigns order by name`)]).toEqual([
      { name: "Done", status: "completed" },
      { name: "Going", status: "completed" },
      { name: "Odd", status: "completed" },
      { name: "Planned", status: "draft" },
    ]);
    expect([...(await old`select status, ended_reason from campaign_contacts order by 1, 2`)]).toEqual([
      { status: "completed", ended_reason: "campaign ended" },
      { status: "completed", ended_reason: "got every mail" },
      { status: "replied", ended_reason: "replied" },
      { status: "unsubscribed", ended_reason: "unsubscribed" },
    ]);
  });
  test("who was not through stands in a list, and so do the people of a campaign that never began", async () => {
    const lists =
      await old`select l.name, string_agg(p.email, ' ') as people from contact_lists l join contact_list_members m on m.list_id = l.id
      join contacts p on p.id = m.contact_id where l.description is not null group by 1 order by 1`;
    expect([...lists]).toEqual([
      { name: "Chosen for: Planned", people: "next@x.example" },
      { name: "Not finished: Going", people: "way@x.example" },
    ]);
  });
  test("rules that cannot hold become ones that can, and plain texts paragraphs", async () => {
    const [rules] = await old`select timezone, send_days, daily_limit from campaign_settings where campaign_id = ${id(61)}`;
    expect(rules).toEqual({ timezone: "UTC", send_days: ["monday"], daily_limit: 1 });
    expect(
      (await old`select sequence_order, delay_days, body_template from campaign_sequences order by 1`).map((row) => ({ ...row })),
    ).toEqual([
      { sequence_order: 1, delay_days: 0, body_template: "<p>Hi</p>" },
      { sequence_order: 2, delay_days: 365, body_template: "<p>Again</p>" },
    ]);
    expect((await old`select template_content from email_templates`)[0]?.template_content).toBe(
      "<p>Hi {{ name }},</p><p>A &amp; B<br>bye</p>",
    );
  });
});

test("every page reads it", async () => {
  expect((await readContacts(member, {}, 1)).total).toBe(5);
  const names = [1, 3, 4, 5, 6].map(async (n) => (await openContact(member, id(n), now)).contact.name);
  expect(await Promise.all(names)).toEqual(["Lena van Hale", "Omar", null, "Way", "Odd"]);
  const campaigns = [60, 61, 63].map(async (n) => (await readCampaign(member, id(n), now)).head.name);
  expect(await Promise.all(campaigns)).toEqual(["Done", "Going", "Odd"]);
  expect((await readReviewQueue(member, null, now)).waiting).toBe(0);
  // What was never signed waits nowhere, and is not lost: its text stands at its person.
  expect((await openContact(member, id(5), now)).happened.filter(({ kind }) => kind === "rejected")).toMatchObject([
    { title: expect.stringContaining("before the move"), by: null, text: "Hi" },
    { title: expect.stringContaining("before the move"), by: null, text: "Hi" },
  ]);
  expect(await readToday(member, now)).toMatchObject({ weeks: { sent: 0 } });
  expect((await readSetup(member, id(62))).lists).toHaveLength(3);
  expect((await checkLaunch(member, id(62), now)).blockers.map((one) => one.part)).toEqual(["mailbox", "steps", "team"]);
});

test("another database is refused with a sentence and left as it is", async () => {
  const team = { tenantId: randomUUID(), name: "X", timezone: "UTC" };
  await expect(adoptDatabase({ ownerUrl: db.ownerUrl }, team)).rejects.toThrow("Countersign's already");
});

test("who wanted no more mail before is refused by the database, and by the address they were imported under again", async () => {
  const [gone] = await old`select id, team_id, campaign_id, contact_id from campaign_contacts where contact_id = ${id(4)}`;
  const [team] = [String(gone?.team_id)];
  await old`insert into campaign_sequences (team_id, campaign_id, sequence_order, name, subject_template, body_template)
    values (${team}, ${gone?.campaign_id}, 9, 'More', 'Hello', 'Hi')`;
  await old`update campaign_contacts set status = 'pending', ended_reason = null where id = ${gone?.id}`;
  const [more] =
    await old`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id,
      sequence_step, sender_account_id) select team_id, contact_id, 'first_outreach', 's', 'b', 'scheduled', campaign_id, id,
      (select id from campaign_sequences where sequence_order = 9), 9, sender_account_id from campaign_contacts where id = ${gone?.id} returning id`;
  const delivery = await seedDelivery(old, String(more?.id), { state: "drafted", at: now });
  const intent = () =>
    withTeam({ teamId: team, memberId: null }, (tx) =>
      tx.execute(sql`insert into delivery_intents (delivery_id, attempt) values (${delivery}, 1)`),
    );
  await expect(intent()).rejects.toMatchObject({ cause: { code: "CS001" } });
  await old`update contacts set email = 'new@x.example', email_norm = 'new@x.example' where id = ${id(4)}`;
  await expect(intent()).rejects.toMatchObject({ cause: { code: "CS001" } });
  // Only the list says no.
  await old`update suppressions set lifted_at = now(), lift_reason = 'x'`;
  expect(await intent()).toHaveLength(0);
});
