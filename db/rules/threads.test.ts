import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "../access/with-team";
import { inventPeople } from "../seed/invent-people";
import { seedMailbox } from "../seed/seed-campaign";
import { seedContacts } from "../seed/seed-contacts";
import { type SeededSingle, seedSingle } from "../seed/seed-single";
import { seedTeam } from "../seed/seed-team";
import { seedThread } from "../seed/seed-thread";
import { type TestDatabase, testDatabase } from "../testing/test-database";
import { upgradedDatabase } from "../testing/upgraded-database";

/** What the database itself keeps of threads, asked as the app's role. */
let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let senderAccountId: string;
let contactId: string;
let threadId: string;
let answer: SeededSingle;
const wroteAt = new Date("2026-11-23T12:29:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
  const { teamId } = scope;
  senderAccountId = await seedMailbox(db.admin, teamId);
  contactId = (await seedContacts(db.admin, teamId, inventPeople(1))).contactIds[0] ?? "";
  ({ threadId } = await seedThread(db.admin, { teamId, senderAccountId, contactId }, { at: wroteAt }));
  answer = await seedSingle(db.admin, { ...scope, senderAccountId }, contactId);
  await db.admin`update letters set thread_id = ${threadId} where id = ${answer.letterId}`;
});

const run = (statement: SQL) => withTeam(scope, (tx) => tx.execute(statement));
const sign = () =>
  run(sql`insert into signatures (draft_id, hash, kind, signed_by, signed_at)
    values (${answer.draftId}, 'h', 'person', ${scope.memberId}, ${new Date(wroteAt.getTime() + 60_000).toISOString()}::timestamptz)`);
const state = async () => (await db.admin`select state from reply_threads where id = ${threadId}`)[0]?.state as string;

describe("a thread waits for them from the signature on an answer on", () => {
  test("and has nothing unread any more, also where it was snoozed", async () => {
    await db.admin`update reply_threads set state = 'snoozed', snoozed_until = now() + interval '1 day' where id = ${threadId}`;
    await sign();
    const [thread] = await db.admin`select state, unread, snoozed_until from reply_threads where id = ${threadId}`;
    expect(thread).toEqual({ state: "waiting", unread: false, snoozed_until: null });
  });

  test.each([
    ["its signature is taken back", sql`update signatures set voided_at = now(), void_cause = 'Taken back'`],
    ["it could not be sent", sql`update single_mails set ended_reason = 'could not be sent', ended_at = now()`],
    ["it is cancelled", sql`update single_mails set ended_reason = 'cancelled', ended_at = now()`],
    ["they are suppressed", sql`update single_mails set ended_reason = 'suppressed', ended_at = now()`],
  ])("is to do again when %s", async (_, undo) => {
    await sign();
    await run(undo);
    expect(await state()).toBe("open");
  });

  test("goes on waiting when it has left", async () => {
    await sign();
    await run(sql`update single_mails set ended_reason = 'sent', ended_at = now()`);
    expect(await state()).toBe("waiting");
  });

  test("stays done when somebody settled it meanwhile", async () => {
    await sign();
    await run(sql`update reply_threads set state = 'done'`);
    await run(sql`update signatures set voided_at = now()`);
    expect(await state()).toBe("done");
  });

  test("is to do again when a later answer is taken back, whatever left before they wrote last", async () => {
    await sign();
    await run(sql`update single_mails set ended_reason = 'sent', ended_at = now()`);
    const later = new Date(wroteAt.getTime() + 3_600_000);
    await seedThread(db.admin, { teamId: scope.teamId, senderAccountId, contactId }, { at: later });
    const second = await seedSingle(db.admin, { ...scope, senderAccountId }, contactId);
    await db.admin`update letters set thread_id = ${threadId} where id = ${second.letterId}`;
    await run(
      sql`insert into signatures (draft_id, hash, kind, signed_by, signed_at) values (${second.draftId}, 'h', 'person', ${scope.memberId}, now())`,
    );
    expect(await state()).toBe("waiting");
    await run(sql`update signatures set voided_at = now() where draft_id = ${second.draftId}`);
    expect(await state()).toBe("open");
  });

  test("is nothing to a thread of somebody else", async () => {
    const other = (await seedContacts(db.admin, scope.teamId, inventPeople(1, 5))).contactIds[0] ?? "";
    const theirs = await seedThread(db.admin, { teamId: scope.teamId, senderAccountId, contactId: other }, { at: wroteAt });
    await sign();
    expect((await db.admin`select state from reply_threads where id = ${theirs.threadId}`)[0]?.state).toBe("open");
  });
});

describe("our own mail", () => {
  const send = (at: Date, campaign: boolean) => db.admin`
    insert into sent_emails (team_id, contact_id, sender_account_id, campaign_id, draft_type, subject, body, recipient_email, sent_at, draft_id)
    values (${scope.teamId}, ${contactId}, ${senderAccountId}, ${campaign ? campaignOf : null}, 'second_followup', 's', 'b', 'x@x.example', ${at}, ${answer.draftId})`;
  let campaignOf = "";
  beforeEach(async () => {
    const [list] =
      await db.admin`insert into contact_lists (team_id, name) values (${scope.teamId}, ${randomUUID()}) returning id`;
    const [campaign] = await db.admin`insert into campaigns (team_id, name, list_id, sender_account_id)
      values (${scope.teamId}, 'C', ${list?.id}, ${senderAccountId}) returning id`;
    campaignOf = campaign?.id;
  });

  test.each([
    ["by hand, after they wrote, leaves nothing to do", 1, false, "waiting"],
    ["by hand, before they wrote, leaves it as it is", -1, false, "open"],
    ["of a campaign leaves it as it is", 1, true, "open"],
  ])("%s", async (_, minutes, campaign, expected) => {
    const at = new Date(wroteAt.getTime() + minutes * 60_000);
    await send(at, campaign);
    const [thread] = await db.admin`select state, last_out_at from reply_threads where id = ${threadId}`;
    expect(thread).toEqual({ state: expected, last_out_at: at });
  });

  test("that was on its way when they wrote again leaves that to do", async () => {
    await sign();
    const again = new Date(wroteAt.getTime() + 120_000);
    await seedThread(db.admin, { teamId: scope.teamId, senderAccountId, contactId }, { at: again });
    await send(new Date(again.getTime() + 1000), false);
    expect(await state()).toBe("open");
  });

  test("by hand answers them also where a second answer is taken back", async () => {
    const [other] = await db.admin`insert into email_drafts (team_id, contact_id, sender_account_id, draft_type, subject, body)
      values (${scope.teamId}, ${contactId}, ${senderAccountId}, 'second_followup', 's', 'b') returning id`;
    await db.admin`insert into sent_emails (team_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at, draft_id)
      values (${scope.teamId}, ${contactId}, ${senderAccountId}, 'second_followup', 's', 'b', 'x@x.example', ${new Date(wroteAt.getTime() + 1000)}, ${other?.id})`;
    await sign();
    await run(sql`update signatures set voided_at = now(), void_cause = 'Taken back'`);
    expect(await state()).toBe("waiting");
  });

  const followUps = async () => {
    await db.admin`select fold_email_analytics()`;
    const [row] =
      await db.admin`select coalesce(sum(total_followups_sent), 0) as n from email_analytics where team_id = ${scope.teamId}`;
    return Number(row?.n);
  };

  test("counts as a follow-up unless it answers what somebody wrote", async () => {
    await send(new Date(), false);
    expect(await followUps()).toBe(1);
    await db.admin`update single_mails set answers_message_id = (select last_message_id from reply_threads where id = ${threadId})
      where id = ${answer.singleMailId}`;
    await send(new Date(), false);
    expect(await followUps()).toBe(1);
  });
});

describe("in one's own name alone", () => {
  const other = async () =>
    (
      await db.admin`insert into members (team_id, tid, oid, email, name, role)
      values (${scope.teamId}, ${randomUUID()}, ${randomUUID()}, ${`${randomUUID()}@c.example`}, 'Ben', 'administrator') returning id`
    )[0]?.id as string;
  const failure = (statement: SQL) =>
    run(statement).then(
      () => "done",
      (error: { cause?: { code?: string } }) => error.cause?.code,
    );

  test("somebody is there, and is told of answers", async () => {
    const ben = await other();
    const present = (who: string) =>
      sql`insert into thread_presences (thread_id, member_id, seen_at) values (${threadId}, ${who}, now())`;
    const told = (who: string) => sql`insert into notice_targets (member_id) values (${who})`;
    expect([await failure(present(ben)), await failure(told(ben))]).toEqual(["42501", "42501"]);
    expect([await failure(present(scope.memberId)), await failure(told(scope.memberId))]).toEqual(["done", "done"]);
  });
});

test("a database of the release before has a thread for each person and mailbox, to do where nobody has opened an answer", async () => {
  const ids = Object.fromEntries(
    ["team", "upload", "anna", "read", "unread", "away", "nobody"].map((name) => [name, randomUUID()]),
  ) as Record<"team" | "upload" | "anna" | "read" | "unread" | "away" | "nobody", string>;
  const message = (contact: string | null, kind: string, at: string) => ({
    team_id: ids.team,
    sender_account_id: ids.anna,
    internet_message_id: `<${randomUUID()}@x.example>`,
    kind,
    contact_id: contact,
    received_at: at,
  });
  const moved = await upgradedDatabase("0018_single_mails", {
    teams: [{ id: ids.team, name: "Contoso", tenant_id: randomUUID() }],
    sender_accounts: [{ id: ids.anna, team_id: ids.team, email: "anna@c.example", email_norm: "anna@c.example" }],
    upload_batches: [{ id: ids.upload, team_id: ids.team, file_name: "people.csv" }],
    contacts: (["read", "unread", "away", "nobody"] as const).map((name) => ({
      id: ids[name],
      team_id: ids.team,
      upload_batch_id: ids.upload,
      raw_data: {},
      email: `${name}@x.example`,
      email_norm: `${name}@x.example`,
    })),
    mailbox_messages: [
      message(ids.read, "reply", "2026-11-02T10:00:00Z"),
      message(ids.unread, "reply", "2026-11-03T10:00:00Z"),
      message(ids.unread, "reply", "2026-11-04T10:00:00Z"),
      message(ids.unread, "automatic", "2026-11-05T10:00:00Z"),
      message(ids.away, "automatic", "2026-11-05T10:00:00Z"),
      message(ids.nobody, "bounce", "2026-11-05T10:00:00Z"),
      message(null, "reply", "2026-11-05T10:00:00Z"),
    ],
    email_replies: (
      [
        [ids.read, "2026-11-02T11:00:00Z"],
        [ids.unread, null],
      ] as const
    ).map(([contact, seen]) => ({
      team_id: ids.team,
      contact_id: contact,
      sender_account_id: ids.anna,
      message_id: randomUUID(),
      seen_at: seen,
    })),
  });
  try {
    const rows =
      await moved.admin`select p.email, t.state, t.unread, t.last_in_at as at from reply_threads t join contacts p on p.id = t.contact_id order by 1`;
    expect([...rows]).toEqual([
      { email: "away@x.example", state: "done", unread: false, at: new Date("2026-11-05T10:00:00Z") },
      { email: "read@x.example", state: "done", unread: false, at: new Date("2026-11-02T10:00:00Z") },
      { email: "unread@x.example", state: "open", unread: true, at: new Date("2026-11-04T10:00:00Z") },
    ]);
  } finally {
    await moved.close();
  }
});
