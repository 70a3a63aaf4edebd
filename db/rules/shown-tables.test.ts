import { afterAll, beforeAll, expect, test } from "vitest";
import { seedTeam } from "../seed/seed-team";
import { seedEveryTable } from "../testing/seed-every-table";
import { type TestDatabase, testDatabase } from "../testing/test-database";

/** Tables whose changes no page waits for, each with the reason. */
const silent: Record<string, string> = {
  activities: "Written with what it tells of, which tells.",
  acts: "Asked for by its id, by whoever waits for the answer.",
  campaign_launches: "Written with its campaign.",
  delivery_intents: "Written with its delivery.",
  draft_attempts: "Written with its draft's wait, which is the contact's.",
  email_analytics: "Counted from drafts and deliveries, which tell.",
  email_analytics_deltas: "As email_analytics, to which it is added.",
  explain_due: "What is to be told anew; what is told stands in campaign_contacts.",
  graph_subscriptions: "How a mailbox is listened to; what changes for people is in sender_accounts.",
  kept_letters: "Written with the message it belongs to.",
  launch_views: "What one person looked at before a launch.",
  mailbox_leases: "Who works a mailbox in this moment.",
  mailbox_set_asides: "Counted in mailbox_syncs, and shown when the page is opened.",
  mailbox_syncs: "Moves with every reading of a mailbox; what it brings tells.",
  mailbox_tokens: "Never shown.",
  mailbox_watches: "How a mailbox is listened to.",
  notices: "Leave by mail or in Teams.",
  outbox: "Work, on its own channel.",
  removals: "Written with what was removed, which tells.",
  review_counts: "Counted from drafts, which tell.",
  review_moves: "As review_counts, which it corrects.",
  sent_emails: "Written with its delivery.",
  sessions: "Watched by the stream itself (lib/auth/watch).",
  sign_job_drafts: "Written with its order, which tells.",
  suppression_file_entries: "Written with its file, which tells.",
  thread_presences: "Asked for every few seconds by whoever has the thread open.",
  upload_parts: "Written with its upload, which tells.",
  upload_rows: "Written with its upload, which tells.",
};

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const told = async (): Promise<Set<string>> => {
  const rows = await db.admin<{ name: string }[]>`
    select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where p.proname in ('notify_change', 'notify_team_change') and not t.tgisinternal`;
  return new Set(rows.map(({ name }) => name));
};

test("each table tells the open pages of its changes, or says why nobody waits for them", async () => {
  const all = await db.admin<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`;
  const tells = await told();
  const neither = all.map(({ name }) => name).filter((name) => !tells.has(name) && !(name in silent));
  expect(neither).toEqual([]);
  expect(Object.keys(silent).filter((name) => tells.has(name) || !all.some((one) => one.name === name))).toEqual([]);
});

test("a template, a list and a rule of the team are told to its pages, and to no other team's", async () => {
  const { teamId } = await seedTeam(db.admin);
  await seedEveryTable(db.admin, teamId);
  const heard = new Set<string>();
  const listening = await db.admin.listen("countersign_changes", (payload) => heard.add(payload));
  await db.admin`update email_templates set name = 'Another' where team_id = ${teamId}`;
  await db.admin`update contact_lists set name = 'Another' where team_id = ${teamId}`;
  await db.admin`update teams set hours_start = '08:00' where id = ${teamId}`;
  await expect.poll(() => [...heard].sort()).toEqual([`${teamId} contacts`, `${teamId} everything`, `${teamId} templates`]);
  heard.clear();
  // What stays as it is tells nobody.
  await db.admin`update teams set hours_start = '08:00' where id = ${teamId}`;
  await db.admin`update email_templates set name = 'Once more' where team_id = ${teamId}`;
  await expect.poll(() => [...heard]).toEqual([`${teamId} templates`]);
  await listening.unlisten();
});
