import { afterAll, beforeAll, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { type Named, readName } from "./read-name";

let db: TestDatabase;
let mail: ReadyMail;
let other: { teamId: string; memberId: string };

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  mail = await seedReadyMail(db.admin, new Date("2026-11-24T22:00:00Z"));
  other = (await seedTeam(db.admin)).scope;
  const team = mail.scope.teamId;
  await db.admin`update contacts set name = 'Lena Hale' where id = ${mail.contactId}`;
  await db.admin`insert into email_templates (team_id, name, template_content) values (${team}, 'Hello', 'Hi')`;
  await db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, contact_id, subject, snippet, received_at)
    select team_id, id, '<r@x>', 'reply', ${mail.contactId}, 'Re: Hello', 'Call me', now() from sender_accounts where team_id = ${team}`;
  await db.admin`insert into reply_threads (team_id, sender_account_id, contact_id, last_message_id, last_in_at)
    select team_id, sender_account_id, contact_id, id, received_at from mailbox_messages where team_id = ${team} on conflict do nothing`;
});
afterAll(() => db.close());

const tables: [Named, string, string][] = [
  ["campaign", "campaigns", "C"],
  ["contact", "contacts", "Lena Hale"],
  ["draft", "email_drafts", "Lena Hale"],
  ["thread", "reply_threads", "Lena Hale"],
  ["list", "contact_lists", "One"],
  ["mailbox", "sender_accounts", "anna@contoso.com"],
  ["template", "email_templates", "Hello"],
  ["upload", "upload_batches", "contacts.csv"],
];

test.each(tables)("a %s is called as its own team calls it, and has no name for another", async (kind, table, name) => {
  const [row] = await db.admin.unsafe(`select id from ${table} where team_id = '${mail.scope.teamId}' limit 1`);
  const id = String(row?.id);
  expect(await readName(mail.scope, kind, id)).toBe(name);
  expect(await readName(other, kind, id)).toBeNull();
});
