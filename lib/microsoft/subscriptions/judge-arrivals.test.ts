import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { type Arrival, judgeArrivals, noteArrival } from "./judge-arrivals";

let db: TestDatabase;
let scope: { teamId: string; memberId: null };
let mailbox: string;
const start = new Date("2026-11-29T10:00:00Z").getTime();
const at = (seconds: number) => new Date(start + seconds * 1000);

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  scope = { teamId: (await seedTeam(db.admin)).teamId, memberId: null };
  mailbox = await seedMailbox(db.admin, scope.teamId, { email: "a@c.example", displayName: "A" });
  await db.admin`insert into graph_subscriptions (id, team_id, sender_account_id, folder, client_state_hash, expires_at, created_at)
    values (${crypto.randomUUID()}, ${scope.teamId}, ${mailbox}, 'inbox', 'h', ${at(86_400)}, ${at(-60)})`;
});

const arrives = (seconds: number, found: number, more: Partial<Arrival> = {}) =>
  noteArrival(mailbox, { graphId: `m${seconds}`, folder: "inbox", receivedAt: at(seconds), ...more }, at(found));
const isNotified = (seconds: number) => db.admin`insert into mailbox_watches (sender_account_id, team_id, notified_at)
  values (${mailbox}, ${scope.teamId}, ${at(seconds)}) on conflict (sender_account_id) do update set notified_at = excluded.notified_at`;
async function missed(seconds: number) {
  await judgeArrivals(scope, mailbox, at(seconds));
  const [row] = await db.admin`select notifications_missed as n from mailbox_watches where sender_account_id = ${mailbox}`;
  return Number(row?.n ?? 0);
}

test("what nobody told of within three minutes counts once, and has the subscriptions looked after", async () => {
  arrives(0, 30);
  expect(await missed(30)).toBe(0);
  arrives(0, 90);
  expect(await missed(170)).toBe(0);
  expect(await missed(181)).toBe(1);
  arrives(0, 200);
  expect(await missed(400)).toBe(1);
  expect(await db.admin`select name from outbox where team_id = ${scope.teamId}`).toEqual([{ name: "mailbox/watch" }]);
});

test("what was told of in time does not count, whether before the look or after", async () => {
  await isNotified(1);
  arrives(0, 2);
  expect(await missed(2)).toBe(0);
  arrives(10, 30);
  expect(await missed(30)).toBe(0);
  await isNotified(150);
  expect(await missed(160)).toBe(0);
  expect(await missed(600)).toBe(0);
});

test("a notification of long after does not make up for it", async () => {
  arrives(0, 30);
  await isNotified(500);
  expect(await missed(501)).toBe(1);
});

test.each<[string, number, Partial<Arrival>]>([
  ["in a folder that nobody is told of", 30, { folder: "everywhere" }],
  ["before there was a subscription", 30, { receivedAt: at(-120) }],
  ["after it ran out", 90_010, { receivedAt: at(90_000) }],
  ["long before the look that found it", 1000, {}],
  ["at a time that is not known", 30, { receivedAt: null }],
])("what came %s does not count", async (_, found, more) => {
  arrives(0, found, more);
  expect(await missed(found)).toBe(0);
  expect(await missed(found + 600)).toBe(0);
});
