import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withTeam } from "../access/with-team";
import { seedTeam } from "../seed/seed-team";
import { seedEveryTable } from "../testing/seed-every-table";
import { type TestDatabase, testDatabase } from "../testing/test-database";

let db: TestDatabase;
let teamId: string;
let draftId: string;
const people: Record<"viewer" | "member" | "administrator" | "removed" | "nobody", string | null> = {
  viewer: null,
  member: null,
  administrator: null,
  removed: null,
  nobody: null,
};

beforeAll(async () => {
  db = await testDatabase();
  const team = await seedTeam(db.admin, {
    members: [
      ...(["administrator", "member", "viewer"] as const).map((role) => ({ name: role, email: `${role}@c.example`, role })),
      { name: "removed", email: "gone@c.example", role: "administrator", status: "removed" },
    ],
  });
  teamId = team.teamId;
  for (const member of team.members) people[member.name as keyof typeof people] = member.id;
  await seedEveryTable(db.admin, teamId);
  const [draft] = await db.admin`select id from email_drafts where team_id = ${teamId}`;
  draftId = draft?.id;
  await db.admin`delete from signatures where team_id = ${teamId}`;
});
afterAll(() => db.close());

const undone = new Error("undone");
/** What the database says to a statement of somebody's: undone afterwards, so that the next one meets the same rows. */
async function tried(memberId: string | null, statement: SQL): Promise<string> {
  return withTeam({ teamId, memberId }, async (tx) => {
    const rows = (await tx.execute(statement)) as unknown as { count: number };
    throw Object.assign(undone, { rows: rows.count });
  }).catch((error: Error & { rows?: number; cause?: { code?: string } }) =>
    error === undone ? `${error.rows} row` : (error.cause?.code ?? String(error)),
  );
}

const may = "1 row";
const no = "42501";
type Who = keyof typeof people;
const table: [string, (who: Who) => SQL, Record<Who, string>][] = [
  [
    "signing in one's own name",
    (who) => sql`insert into signatures (draft_id, hash, kind, signed_by) values (${draftId}, 'h', 'person', ${people[who]})`,
    { administrator: may, member: may, viewer: no, removed: no, nobody: no },
  ],
  [
    "launching",
    (who) =>
      sql`insert into campaign_launches (campaign_id, signs_templates, launched_by) select id, true, ${people[who]}::uuid from new_campaign`,
    { administrator: may, member: may, viewer: no, removed: no, nobody: no },
  ],
  [
    "lifting Stop all",
    () => sql`update team_stops set lifted_at = now() where lifted_at is null`,
    { administrator: may, member: may, viewer: no, removed: no, nobody: no },
  ],
  [
    "lifting a suppression",
    () =>
      sql`update suppressions set lifted_at = now(), lifted_by = nullif(current_setting('app.member_id', true), '')::uuid, lift_reason = 'asked' where lifted_at is null`,
    { administrator: may, member: no, viewer: no, removed: no, nobody: no },
  ],
  [
    "writing a letter in one's own name",
    (who) =>
      sql`insert into letters (written_by, sender_account_id, subject, body) select ${people[who]}::uuid, id, 's', 'b' from sender_accounts limit 1`,
    { administrator: may, member: may, viewer: no, removed: no, nobody: no },
  ],
  [
    "changing a letter, or discarding it",
    () => sql`update letters set subject = 'Other', discarded_at = now()`,
    { administrator: may, member: may, viewer: no, removed: no, nobody: no },
  ],
  [
    // What the product does by itself names nobody.
    "writing a mail of a letter",
    () =>
      sql`insert into single_mails (draft_id, contact_id, recipient_email) select new_draft.id, contact_id, 'lena@x.example' from new_draft`,
    { administrator: may, member: may, viewer: no, removed: no, nobody: may },
  ],
  [
    "giving a mail of a letter another place, time or end",
    () => sql`update single_mails set new_thread = true, leave_at = now(), ended_reason = 'cancelled'`,
    { administrator: may, member: may, viewer: no, removed: no, nobody: may },
  ],
  [
    "changing a role",
    () => sql`update members set role = 'administrator' where id = ${people.viewer}`,
    { administrator: may, member: no, viewer: no, removed: no, nobody: no },
  ],
  [
    "changing the team's rules",
    () => sql`update teams set join_policy = 'automatic'`,
    { administrator: may, member: no, viewer: no, removed: no, nobody: no },
  ],
  [
    "connecting a mailbox",
    () =>
      sql`insert into mailbox_tokens (sender_account_id, key_id, nonce, ciphertext, tag) select id, 'k', '', '', '' from new_mailbox`,
    { administrator: may, member: no, viewer: no, removed: no, nobody: no },
  ],
];

describe.each(table)("%s", (_name, statement, expected) => {
  test.each(Object.entries(expected))("as %s: %s", async (who, answer) => {
    // What is still missing for the statement, made inside its own transaction.
    const before = sql`with new_campaign as (insert into campaigns (name) values ('New') returning id),
      new_mailbox as (insert into sender_accounts (email, email_norm) values ('n@c.example', 'n@c.example') returning id),
      new_draft as (insert into email_drafts (contact_id, draft_type, subject, body, sender_account_id)
        select contact_id, 'first_outreach', 's', 'b', sender_account_id from email_drafts limit 1 returning id, contact_id) `;
    const text = statement(who as Who);
    expect(await tried(people[who as Who], /from new_/.test(JSON.stringify(text)) ? sql`${before}${text}` : text)).toBe(answer);
  });
});

test("a letter is written in nobody else's name", async () => {
  const letter = sql`insert into letters (written_by, sender_account_id) select ${people.administrator}::uuid, id from sender_accounts limit 1`;
  expect(await tried(people.member, letter)).toBe(no);
});

describe("a signature", () => {
  const insert = (kind: string, by: string | null) =>
    sql`insert into signatures (draft_id, hash, kind, signed_by) values (${draftId}, 'h', ${kind}, ${by})`;

  test("is nobody else's", async () => {
    expect(await tried(people.member, insert("person", people.administrator))).toBe(no);
  });

  test("of the launch stands only where launching was the signature, in the name of who launched", async () => {
    expect(await tried(null, insert("launch", people.member))).toBe(no);
    await db.admin`update campaign_launches set signs_templates = true, launched_by = ${people.member} where team_id = ${teamId}`;
    expect(await tried(null, insert("launch", people.member))).toBe(may);
    expect(await tried(null, insert("launch", people.administrator))).toBe(no);
  });
});

/** What the app's role may do with each table beside reading it; columns where it may change only some. */
const rights: Record<string, string> = {
  acts: "insert delete update(outcome, refusal)",
  activities: "insert",
  campaign_contacts: "insert update",
  campaign_launches: "insert",
  campaign_pauses: "insert update(resumed_at, resumed_by)",
  campaign_sequences: "insert update delete",
  campaign_settings: "insert update delete",
  campaigns: "insert update delete",
  contact_addresses: "insert update delete",
  contact_holds: "insert update(ended, ended_at, ended_by)",
  contact_list_members: "insert delete",
  contact_lists: "insert update delete",
  contacts: "insert update",
  deliveries: "insert update",
  explain_due: "insert update delete",
  delivery_intents: "insert update(answer, answered_at)",
  domain_checks: "insert update",
  draft_attempts: "insert delete",
  email_analytics: "",
  email_analytics_deltas: "",
  email_drafts:
    "insert delete update(approved_at, body, draft_type, edited_at, edited_body, edited_by, edited_subject, failure, first_approved_at, missing_fields, reject_reason, rejected_at, rejected_by, request, request_hash, sender_account_id, status, subject, updated_at, written_by)",
  email_replies: "insert delete update(seen_at, seen_by)",
  email_templates: "insert update delete",
  graph_subscriptions: "insert update delete",
  ignored_senders: "insert delete",
  kept_letters: "insert delete",
  launch_views: "insert delete",
  letters:
    "insert update(body, discarded_at, discarded_by, leave, leave_day, leave_time, leave_zone, sender_account_id, signed_at, signed_by, subject, template_id, updated_at, version)",
  limit_lessons: "insert",
  mail_differences: "insert update(settled_as, settled_at, settled_by)",
  mailbox_guards: "insert update(ended_at, ended_by)",
  mailbox_leases: "insert update delete",
  mailbox_messages:
    "insert update(campaign_contact_id, contact_id, graph_id, guesses, hidden_at, hidden_by, kind, matched_by, placed_at, placed_by, stopped, wish, wish_by, wish_sentence)",
  mailbox_set_asides: "insert update delete",
  mailbox_syncs: "insert update",
  mailbox_tests: "insert update",
  mailbox_tokens: "insert update delete",
  mailbox_watches: "insert update",
  members: "update(role, status)",
  notice_targets:
    "insert update(about, ciphertext, digest_at, key_id, nonce, sender_account_id, tag, updated_at, way, webhook_host, when_told)",
  member_settings: "insert update(timezone, updated_at)",
  notices: "insert update(due_at, failure, told_at, tries)",
  outbox: "insert",
  removals: "insert delete",
  review_counts: "",
  review_moves: "",
  reply_threads:
    "insert update(assigned_at, assigned_by, assigned_to, done_at, done_by, label, label_by, labelled_at, labelled_by, last_in_at, last_message_id, last_out_at, later_on, snoozed_by, snoozed_until, state, unread, version)",
  scheduled_emails: "insert update",
  sender_accounts: "insert update",
  sent_emails: "insert update(status)",
  sessions: "update(ended_at, ended_by)",
  sign_job_drafts: "insert delete update(state)",
  sign_jobs: "insert delete update(finished_at, passed_over, refused, signed, started_at, state, total)",
  signatures: "insert update(void_cause, voided_at, voided_by)",
  single_mails:
    "insert delete update(admission, admitted_at, answers_message_id, ended_at, ended_by, ended_reason, is_plain, leave, leave_at, leave_zone, new_thread, next_at, quoted, recipient_email, run_id, thread_delivery_id, wait_reason)",
  suppression_file_entries: "insert delete",
  suppression_files: "insert update",
  suppressions: "insert update(campaign_contact_id, lift_reason, lifted_at, lifted_by, reason, single_mail_id)",
  team_stops: "insert update(lifted_at, lifted_by)",
  teams:
    "update(budget_reserve_percent, guard_dead_percent, guard_opt_out_percent, hand_footer, hours_days, hours_end, hours_start, idle_days, join_policy, join_role, keep_letters, licences, name, postal_address, timezone, zone_told)",
  test_copies: "insert update",
  thread_presences: "insert update delete",
  upload_batches: "insert update delete",
  upload_parts: "insert update delete",
  upload_rows: "insert update",
};
const systemRights: Record<string, string> = {
  campaign_contacts: "",
  campaigns: "",
  explain_due: "delete",
  graph_subscriptions: "",
  launch_views: "delete",
  member_settings: "",
  members: "insert update",
  notices: "",
  outbox: "update delete",
  removals: "delete",
  reply_threads: "",
  sender_accounts: "",
  sessions: "insert update",
  single_mails: "",
  teams: "insert",
  upload_parts: "delete",
};

test.each([
  ["countersign_app", rights],
  ["countersign_system", systemRights],
])("%s may do with each table what it needs and no more", async (role, expected) => {
  const rows = await db.admin<{ name: string; whole: string[]; columns: string[] }[]>`
    select c.relname as name,
      array(select lower(p) from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
            where has_table_privilege(${role}, c.oid, p)) as whole,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and has_column_privilege(${role}, c.oid, a.attnum, 'UPDATE') order by 1) as columns
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_any_column_privilege(${role}, c.oid, 'SELECT')`;
  const found = rows.map(({ name, whole, columns }) => {
    const some = whole.includes("update") || columns.length === 0 ? [] : [`update(${columns.join(", ")})`];
    return [name, [...whole, ...some].join(" ")];
  });
  expect(Object.fromEntries(found)).toEqual(expected);
});

test("what runs as the owner cannot be called, and looks into no temporary table", async () => {
  const rows = await db.admin<{ name: string; path: string[] | null; called: boolean }[]>`
    select p.proname as name, p.proconfig as path,
      p.prorettype <> 'trigger'::regtype and has_function_privilege('countersign_app', p.oid, 'execute') as called
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname in ('public', 'app_private') order by 1`;
  expect(rows.map((row) => row.name)).toContain("person_is");
  for (const row of rows) {
    expect(row.path?.join(), row.name).toMatch(/^search_path=(pg_catalog, )?public, pg_temp(,|$)/);
    // Policies ask for one's own role; whoever wrote much has tables counted; the last check asks the list of its team, and an administrator has
    // an address there forgotten; a page asks whom the list names; who knocks is counted.
    const open = "person_is refresh_statistics is_suppressed forget_suppressed suppressed_contacts knock".split(" ");
    expect({ name: row.name, called: row.called }).toEqual({ name: row.name, called: open.includes(row.name) });
  }
});
