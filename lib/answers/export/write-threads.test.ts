import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type SeededTeam, seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { ThreadFilter } from "../../threads/thread";
import { writeThreads } from "./write-threads";

let db: TestDatabase;
let team: SeededTeam;
let mailbox: string;
const now = new Date("2026-11-26T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  team = await seedTeam(db.admin);
  mailbox = await seedMailbox(db.admin, team.teamId);
});

async function wrote(name: string, message: Partial<Parameters<typeof seedThread>[2]> = {}) {
  const [upload] =
    await db.admin`insert into upload_batches (team_id, file_name, headers) values (${team.teamId}, 'a.csv', '{}') returning id`;
  const email = `${name.replace(/\W/g, "")}@x.example`.toLowerCase();
  const [contact] = await db.admin`insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm, company)
    values (${team.teamId}, ${upload?.id}, '{}', ${name}, ${email}, ${email}, 'Morasca, Ltd') returning id`;
  const place = { teamId: team.teamId, senderAccountId: mailbox, contactId: String(contact?.id) };
  return { ...(await seedThread(db.admin, place, { at: now, graphId: "g", ...message })), ...place };
}
async function read(filter: ThreadFilter, scope = team.scope, mailboxId: string | null = null) {
  let text = "";
  for await (const piece of writeThreads(scope, { filter, mailboxId })) text += piece;
  return { text, rows: parse(text, { bom: true, columns: true }) as Record<string, string>[] };
}

test("a thread stands in it with its label and by whom, how it stands, and when and by whom it was answered", async () => {
  const { threadId, contactId } = await wrote("Simona Morasca", { text: 'She said "yes",\nand more', state: "waiting" });
  const member = team.scope.memberId;
  await db.admin`update reply_threads set label = 'interested', label_by = 'person', labelled_by = ${member}, assigned_to = ${member} where id = ${threadId}`;
  const later = new Date("2026-11-26T13:00:00Z");
  await db.admin`insert into sent_emails (team_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at)
    values (${team.teamId}, ${contactId}, ${mailbox}, 'second_followup', 's', 'b', 's@x.example', ${later})`;
  const { rows, text } = await read("waiting");
  expect(rows).toEqual([
    {
      person: "Simona Morasca",
      address: "simonamorasca@x.example",
      company: "Morasca, Ltd",
      mailbox: "anna@contoso.com",
      received: now.toISOString(),
      subject: "Re: Hello",
      "first words": 'She said "yes",\nand more',
      label: "interested",
      "label by": "Anna Keller",
      state: "waiting for them",
      "snoozed until": "",
      "assigned to": "Anna Keller",
      "answered at": later.toISOString(),
      "answered by": "",
      letter: "not kept",
      "why no letter": "not kept by this team",
    },
  ]);
  expect(text.startsWith("\ufeffperson,")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
});

test("what a spreadsheet would run stands as text", async () => {
  await wrote("=HYPERLINK(1)", { text: "@SUM(1)", subject: "+1" });
  expect((await read("todo")).rows[0]).toMatchObject({ person: "'=HYPERLINK(1)", subject: "'+1", "first words": "'@SUM(1)" });
});

test("a proposal is called one, and a text that is missing says why", async () => {
  const { threadId } = await wrote("A");
  await db.admin`update reply_threads set label = 'later', label_by = 'words' where id = ${threadId}`;
  await wrote("B", { graphId: null, at: new Date(now.getTime() - 1000) });
  const why = async () => (await read("todo")).rows.map((row) => row["why no letter"]);
  expect((await read("todo")).rows[0]).toMatchObject({ label: "later", "label by": "proposed from the words" });
  expect(await why()).toEqual(["not kept by this team", "no longer in the mailbox"]);
  await db.admin`update sender_accounts set status = 'signed_out' where id = ${mailbox}`;
  expect(await why()).toEqual(["mailbox signed out", "no longer in the mailbox"]);
});

test("other mail stands in it by its address", async () => {
  await db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, from_email, subject, received_at)
    values (${team.teamId}, ${mailbox}, '<a@x>', 'reply', 'who@x.example', 'Hi', ${now})`;
  expect((await read("other")).rows).toMatchObject([
    { person: "", address: "who@x.example", state: "nobody’s", letter: "not kept" },
  ]);
});

test("each thread stands in it once, the newest first, though one is written in while it is read", async () => {
  await db.admin`insert into upload_batches (team_id, file_name, headers) values (${team.teamId}, 'many.csv', '{}')`;
  await db.admin`insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm)
    select ${team.teamId}, (select id from upload_batches where team_id = ${team.teamId}), '{}', 'P' || n, 'p' || n || '@x.example', 'p' || n || '@x.example' from generate_series(1, 1200) n`;
  await db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, contact_id, received_at)
    select team_id, ${mailbox}, '<' || id || '@x>', 'reply', id, ${now}::timestamptz - substr(name, 2)::int * interval '1 minute' from contacts where team_id = ${team.teamId}`;
  await db.admin`insert into reply_threads (team_id, sender_account_id, contact_id, last_message_id, last_in_at)
    select team_id, sender_account_id, contact_id, id, received_at from mailbox_messages where team_id = ${team.teamId}`;
  const pieces = writeThreads(team.scope, { filter: "todo", mailboxId: null });
  await pieces.next();
  let text = String((await pieces.next()).value);
  await db.admin`update reply_threads set last_in_at = now(), state = 'done' where contact_id = (select id from contacts where name = 'P1100' and team_id = ${team.teamId})`;
  for await (const piece of pieces) text += piece;
  const names = text.match(/^P\d+/gm) ?? [];
  expect(names).toEqual([...Array(1200)].map((_, n) => `P${n + 1}`));
});

test("another team gets none of it, and nothing of a mailbox that is not theirs", async () => {
  await wrote("A");
  const other = await seedTeam(db.admin);
  expect((await read("todo", other.scope, mailbox)).rows).toEqual([]);
});
