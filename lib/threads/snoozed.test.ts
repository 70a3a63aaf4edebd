import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { listTeamsToWake } from "./list-teams-to-wake";
import { noteMessage } from "./note-message";
import { readNextAwake } from "./read-next-awake";
import { settleThread } from "./settle-thread";
import { snoozeThread } from "./snooze-thread";
import { seedWorked } from "./testing/seed-worked";
import { wakeThreads } from "./wake-threads";

let db: TestDatabase;
let w: Awaited<ReturnType<typeof seedWorked>>;
const wrote = new Date("2026-11-24T12:29:00Z");
const now = new Date("2026-11-24T15:00:00Z");
const monday = new Date("2026-11-30T09:00:00Z");
const early = new Date("2026-11-30T08:59:59Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  w = await seedWorked(db, wrote);
});

const team = () => ({ teamId: w.teamId, memberId: null });
const row = async () => {
  const [thread] =
    await db.admin`select state, unread, snoozed_until, snoozed_by, done_by, version from reply_threads where id = ${w.threadId}`;
  return thread;
};
/** They write again: what was read of it is kept, and noted in the thread. */
async function writesAgain(kind: "reply" | "automatic", at: Date, isOld = false) {
  const [message] = await db.admin`
    insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, matched_by, contact_id, from_email, snippet, received_at)
    values (${w.teamId}, ${w.senderAccountId}, gen_random_uuid()::text, ${kind}, 'headers', ${w.contactId}, 'x@x.example', 'Again', ${at}) returning id`;
  const noted = {
    id: String(message?.id),
    senderAccountId: w.senderAccountId,
    kind,
    receivedAt: at,
    isOld,
    wish: null,
    wishBy: null,
  };
  await withTeam(team(), (tx) => noteMessage(tx, noted, w.contactId));
  return noted.id;
}

describe("a snoozed thread", () => {
  test("is to do again at its time, once, however many look", async () => {
    await snoozeThread(w.anna, w.threadId, monday, now);
    expect(await wakeThreads(team(), early)).toBe(0);
    expect(await row()).toMatchObject({ state: "snoozed", unread: false });
    const woken = await Promise.all([1, 2, 3].map(() => wakeThreads(team(), monday)));
    expect(woken.sort()).toEqual([0, 0, 1]);
    expect(await row()).toMatchObject({ state: "open", unread: true, snoozed_until: null, snoozed_by: null });
    expect(await wakeThreads(team(), new Date("2026-12-01"))).toBe(0);
  });
  test("is woken by a new mail before, and then not a second time", async () => {
    await snoozeThread(w.anna, w.threadId, monday, now);
    await writesAgain("reply", early);
    expect(await row()).toMatchObject({ state: "open", unread: true, snoozed_until: null, version: 2 });
    await db.admin`update reply_threads set unread = false where id = ${w.threadId}`;
    expect(await wakeThreads(team(), monday)).toBe(0);
    expect(await row()).toMatchObject({ unread: false });
  });
  test("sleeps on where an automatic answer comes", async () => {
    await snoozeThread(w.anna, w.threadId, monday, now);
    await writesAgain("automatic", early);
    expect(await row()).toMatchObject({ state: "snoozed" });
  });
  test("is named as the next to come back, to its own team", async () => {
    expect(await readNextAwake(w.anna, null)).toBeNull();
    await snoozeThread(w.anna, w.threadId, monday, now);
    expect(await readNextAwake(w.anna, w.senderAccountId)).toMatchObject({ id: w.threadId, at: monday.toISOString() });
    expect(await readNextAwake((await seedWorked(db, wrote)).anna, null)).toBeNull();
  });
  test("names its team until it is woken, and its team alone wakes it", async () => {
    expect(await listTeamsToWake()).not.toContain(w.teamId);
    await snoozeThread(w.anna, w.threadId, monday, now);
    expect(await listTeamsToWake()).toContain(w.teamId);
    const other = await seedWorked(db, wrote);
    expect(await wakeThreads({ teamId: other.teamId, memberId: null }, monday)).toBe(0);
    expect(await wakeThreads(team(), monday)).toBe(1);
    expect(await listTeamsToWake()).not.toContain(w.teamId);
  });
});

test("a thread that is done is open again when they write", async () => {
  await settleThread(w.anna, w.threadId, now);
  await writesAgain("reply", monday);
  expect(await row()).toMatchObject({ state: "open", unread: true, done_by: null, version: 2 });
});

describe("the newest of a thread is what a person wrote last", () => {
  const newest = async () =>
    (
      await db.admin`select state, last_message_id as id, last_in_at as at from reply_threads where contact_id = ${w.contactId} and sender_account_id = ${w.senderAccountId}`
    )[0];
  beforeEach(async () => {
    w = { ...w, contactId: (await seedContacts(db.admin, w.teamId, inventPeople(1, 7))).contactIds[0] ?? "" };
  });
  test("also where it is found behind an automatic answer that came after it", async () => {
    await writesAgain("automatic", monday);
    expect(await newest()).toMatchObject({ state: "done", at: monday });
    const id = await writesAgain("reply", early);
    expect(await newest()).toEqual({ state: "open", id, at: early });
    await writesAgain("automatic", new Date("2026-12-01"));
    expect(await newest()).toEqual({ state: "open", id, at: early });
  });
  test("also of what came before the mailbox was connected, which opens nothing", async () => {
    await writesAgain("reply", wrote, true);
    const id = await writesAgain("reply", now, true);
    await writesAgain("reply", wrote, true);
    expect(await newest()).toEqual({ state: "done", id, at: now });
  });
});
