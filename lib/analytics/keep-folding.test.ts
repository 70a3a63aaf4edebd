import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedTeam } from "@/db/seed/seed-team";
import { seedEveryTable } from "@/db/testing/seed-every-table";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { foldAnalytics, keepFolding } from "./keep-folding";
import { readWeeks } from "./read-weeks";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
const now = new Date("2026-11-24T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
  await seedEveryTable(db.admin, scope.teamId);
  await foldAnalytics();
  await db.admin`delete from email_analytics where team_id = ${scope.teamId}`;
});

type Connection = TestDatabase["admin"];
const send = (on: Connection, count = 1) =>
  on`insert into sent_emails (team_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at)
    select ${scope.teamId}, (select id from contacts where team_id = ${scope.teamId} limit 1), (select id from sender_accounts where team_id = ${scope.teamId} limit 1),
      'first_outreach', 's', 'b', 'a@x.example', ${now}::timestamptz from generate_series(1, ${count}::int)`;
const write = (on: Connection) =>
  on`insert into email_drafts (team_id, contact_id, draft_type, subject, body, created_at)
    select team_id, id, 'first_outreach', 's', 'b', ${now}::timestamptz from contacts where team_id = ${scope.teamId} limit 1`;
const ofTheDay = async () =>
  (
    await db.admin`select coalesce(sum(total_emails_sent), 0)::int as sent from email_analytics where team_id = ${scope.teamId}`
  )[0]?.sent;
const read = async () => (await withTeam(scope, (tx) => readWeeks(tx, "UTC", now))).sent;

test("a mail that left waits for nobody who writes many drafts on the same day", async () => {
  const writeAndSign = async (tx: Connection) => {
    await write(tx);
    await tx`update email_drafts set status = 'approved', approved_at = ${now} where team_id = ${scope.teamId} and subject = 's' and status = 'draft'`;
  };
  await db.admin`update email_drafts set status = 'approved' where team_id = ${scope.teamId}`;
  await db.admin.begin(async (held) => {
    await writeAndSign(held as unknown as Connection);
    // Another connection, while what the first one counted is not committed.
    await db.admin.begin(async (tx) => {
      await tx`set local lock_timeout = '200ms'`;
      await writeAndSign(tx as unknown as Connection);
      await send(tx as unknown as Connection);
    });
  });
  expect(await read()).toBe(1);
});

test("what is read is right at every moment, before it is added to its day and after, each count once", async () => {
  await send(db.admin, 3);
  expect([await ofTheDay(), await read()]).toEqual([0, 3]);
  await foldAnalytics();
  expect([await ofTheDay(), await read()]).toEqual([3, 3]);
  await foldAnalytics();
  await send(db.admin);
  expect([await ofTheDay(), await read()]).toEqual([3, 4]);
});

test("several processes that add at once, while others count, lose nothing and add nothing twice", async () => {
  const writers = Array.from({ length: 40 }, () => send(db.admin, 2));
  const folders = Array.from({ length: 40 }, () => foldAnalytics());
  const readings = Array.from({ length: 10 }, () => read());
  await Promise.all([...writers, ...folders]);
  const seen = await Promise.all(readings);
  expect(Math.max(...seen)).toBeLessThanOrEqual(80);
  expect(await read()).toBe(80);
  await foldAnalytics();
  expect(await ofTheDay()).toBe(80);
  expect(await db.admin`select 1 from email_analytics_deltas`).toHaveLength(0);
});

test("the row of a day is right within five seconds, by itself", async () => {
  const stop = keepFolding();
  await send(db.admin);
  await expect.poll(ofTheDay, { timeout: 5000 }).toBe(1);
  stop();
});
