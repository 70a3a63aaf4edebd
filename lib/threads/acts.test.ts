import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedThread } from "@/db/seed/seed-thread";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { assignThread } from "./assign-thread";
import { reopenThread } from "./reopen-thread";
import { restoreThread } from "./restore-thread";
import { seeThread } from "./see-thread";
import { settleThread } from "./settle-thread";
import { snoozeThread } from "./snooze-thread";
import type { Stand } from "./stand";
import { seedWorked } from "./testing/seed-worked";

let db: TestDatabase;
let w: Awaited<ReturnType<typeof seedWorked>>;
const wrote = new Date("2026-11-24T12:29:00Z");
const now = new Date("2026-11-24T15:00:00Z");
const monday = new Date("2026-11-30T09:00:00Z");
const fresh: Stand = { state: "open", assignedTo: null, snoozedUntil: null, version: 1 };

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  w = await seedWorked(db, wrote);
});

const row = async () => {
  const [thread] =
    await db.admin`select state, unread, assigned_to, assigned_by, snoozed_until, snoozed_by, done_at, done_by, version from reply_threads where id = ${w.threadId}`;
  return thread;
};
const log = async () => db.admin`select verb, member_id, detail from activities where team_id = ${w.teamId} order by at, id`;
const says = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  );

describe("a thread", () => {
  test("is given to somebody and to nobody, and the record says who did it", async () => {
    await assignThread(w.anna, w.threadId, w.ben.memberId, now);
    expect(await row()).toMatchObject({ assigned_to: w.ben.memberId, assigned_by: w.anna.memberId, state: "open", unread: true });
    await assignThread(w.ben, w.threadId, null, monday);
    expect(await row()).toMatchObject({ assigned_to: null, assigned_by: w.ben.memberId });
    expect((await log()).map(({ verb, detail }) => [verb, detail.to])).toEqual([
      ["assigned a thread", w.ben.memberId],
      ["assigned a thread", null],
    ]);
  });
  test("that somebody has already is not given to them, nor told, once more", async () => {
    await Promise.all([1, 2].map(() => assignThread(w.anna, w.threadId, w.ben.memberId, now)));
    expect(await log()).toHaveLength(1);
  });
  test("is given to nobody who only reads along, nor to somebody of another team", async () => {
    const other = await seedWorked(db, wrote);
    for (const to of [w.viewer.memberId, other.anna.memberId])
      expect(await says(assignThread(w.anna, w.threadId, to, now))).toMatch(/^not_found: There is nobody like that/);
    expect(await row()).toMatchObject({ assigned_to: null });
  });
  test("is done, and open again", async () => {
    await settleThread(w.anna, w.threadId, now);
    expect(await row()).toMatchObject({ state: "done", done_by: w.anna.memberId, done_at: now, unread: false });
    await reopenThread(w.ben, w.threadId, now);
    expect(await row()).toMatchObject({ state: "open", done_by: null, done_at: null });
  });
  test("is snoozed to a time to come within five years", async () => {
    expect(await says(snoozeThread(w.anna, w.threadId, now, now))).toMatch(/^invalid: This time has passed/);
    expect(await says(snoozeThread(w.anna, w.threadId, new Date("2032-01-01"), now))).toMatch(/^invalid: .*more than five years/);
    await snoozeThread(w.anna, w.threadId, monday, now);
    expect(await row()).toMatchObject({ state: "snoozed", snoozed_until: monday, snoozed_by: w.anna.memberId });
  });
  test("that was looked at is read, and so is what they wrote to this mailbox alone", async () => {
    await seeThread(w.anna, w.threadId, now);
    expect(await row()).toMatchObject({ unread: false, state: "open" });
    const seen = await db.admin`select seen_at, seen_by from email_replies where contact_id = ${w.contactId}`;
    expect(seen).toMatchObject([{ seen_at: now, seen_by: w.anna.memberId }]);
    await seeThread(w.ben, w.threadId, monday);
    expect(await db.admin`select seen_by from email_replies where contact_id = ${w.contactId}`).toMatchObject([
      { seen_by: w.anna.memberId },
    ]);
  });
});

describe("of two people at once", () => {
  test("the second is told to whom the first gave it", async () => {
    const said = await Promise.all([
      says(assignThread(w.anna, w.threadId, w.anna.memberId, now, fresh)),
      says(assignThread(w.ben, w.threadId, w.ben.memberId, now, fresh)),
    ]);
    expect(said.sort()).toEqual([
      expect.stringMatching(
        /^conflict: (Anna Keller gave this to Anna Keller|Ben Ortiz gave this to Ben Ortiz) meanwhile\. Nothing was changed/,
      ),
      "done",
    ]);
    expect(await log()).toHaveLength(1);
  });
  test("the second is told that the first has done it, until when it was snoozed, and that it was opened", async () => {
    await settleThread(w.ben, w.threadId, now, fresh);
    expect(await says(settleThread(w.anna, w.threadId, now, fresh))).toMatch(/^conflict: Ben Ortiz set this done meanwhile\./);
    const done: Stand = { ...fresh, state: "done" };
    await snoozeThread(w.ben, w.threadId, monday, now, done);
    expect(await says(settleThread(w.anna, w.threadId, now, done))).toBe(
      "conflict: Ben Ortiz snoozed this meanwhile, until Mon 30 Nov 9:00. Nothing was changed; look at it again.",
    );
    await reopenThread(w.ben, w.threadId, now);
    expect(await says(snoozeThread(w.anna, w.threadId, monday, now, done))).toMatch(/^conflict: This is to do again meanwhile/);
  });
  test("one settles and one snoozes: one of them alone", async () => {
    const said = await Promise.all([
      says(settleThread(w.anna, w.threadId, now, fresh)),
      says(snoozeThread(w.ben, w.threadId, monday, now, fresh)),
    ]);
    expect(said.filter((one) => one === "done")).toHaveLength(1);
    expect(said.filter((one) => one.startsWith("conflict"))).toHaveLength(1);
  });
  test("whoever assigns does not mind that it was settled, nor the other way round", async () => {
    await settleThread(w.ben, w.threadId, now, fresh);
    await assignThread(w.anna, w.threadId, w.anna.memberId, now, fresh);
    expect(await row()).toMatchObject({ state: "done", assigned_to: w.anna.memberId });
  });
  test("who settles what was written to meanwhile reads it first", async () => {
    await seedThread(db.admin, w.place, { at: now, text: "One more thing." });
    expect(await says(settleThread(w.anna, w.threadId, now, fresh))).toMatch(
      /^conflict: .+ wrote again meanwhile\. .*read it first/,
    );
    expect(await row()).toMatchObject({ state: "open", version: 2 });
  });
});

describe("taking back", () => {
  test("gives a thread the place it had, whatever was done", async () => {
    await assignThread(w.anna, w.threadId, w.ben.memberId, now);
    const done = await settleThread(w.anna, w.threadId, now);
    await restoreThread(w.anna, w.threadId, done.before, now);
    expect(await row()).toMatchObject({ state: "open", done_by: null, assigned_to: w.ben.memberId });
    const snoozed = await snoozeThread(w.anna, w.threadId, monday, now);
    const given = await assignThread(w.anna, w.threadId, null, now);
    await restoreThread(w.anna, w.threadId, given.before, now);
    expect(await row()).toMatchObject({ state: "snoozed", snoozed_until: monday, assigned_to: w.ben.memberId });
    await restoreThread(w.anna, w.threadId, snoozed.before, now);
    expect(await row()).toMatchObject({ state: "open", snoozed_until: null, snoozed_by: null });
  });
  test("is refused where it changed since, and says what came", async () => {
    const { before } = await settleThread(w.anna, w.threadId, now);
    await snoozeThread(w.ben, w.threadId, monday, now);
    expect(await says(restoreThread(w.anna, w.threadId, before, now))).toMatch(/^conflict: Ben Ortiz snoozed this meanwhile/);
    await reopenThread(w.ben, w.threadId, now);
    const again = await settleThread(w.anna, w.threadId, now);
    await seedThread(db.admin, w.place, { at: now, text: "One more thing." });
    expect(await says(restoreThread(w.anna, w.threadId, again.before, now))).toMatch(/^conflict: .+ wrote again meanwhile/);
    expect(await row()).toMatchObject({ state: "open", version: 2 });
  });
  test("twice is once", async () => {
    const { before } = await settleThread(w.anna, w.threadId, now);
    const said = await Promise.all([1, 2].map(() => says(restoreThread(w.anna, w.threadId, before, now))));
    expect(said.sort()).toEqual([expect.stringMatching(/^conflict/), "done"]);
  });
  test("makes to do what waited for them, where no answer of ours stands any more", async () => {
    await db.admin`update reply_threads set state = 'waiting' where id = ${w.threadId}`;
    const { before } = await settleThread(w.anna, w.threadId, now);
    await restoreThread(w.anna, w.threadId, before, now);
    expect(await row()).toMatchObject({ state: "open" });
    await db.admin`update reply_threads set state = 'waiting', last_out_at = ${now} where id = ${w.threadId}`;
    const answered = await settleThread(w.anna, w.threadId, now);
    await restoreThread(w.anna, w.threadId, answered.before, now);
    expect(await row()).toMatchObject({ state: "waiting" });
  });
});

test("nothing that is taken back puts a thread out of sight for ever", async () => {
  const { before } = await settleThread(w.anna, w.threadId, now);
  const was = { ...before.was, state: "snoozed" as const, snoozedUntil: "9999-12-31T00:00:00.000Z" };
  expect(await says(restoreThread(w.anna, w.threadId, { was, made: before.made }, now))).toMatch(/^invalid/);
});

describe("who may not", () => {
  const acts = (who: typeof w.anna) => [
    assignThread(who, w.threadId, null, now),
    snoozeThread(who, w.threadId, monday, now),
    settleThread(who, w.threadId, now),
    reopenThread(who, w.threadId, now),
    seeThread(who, w.threadId, now),
    restoreThread(who, w.threadId, { was: fresh, made: fresh }, now),
  ];
  test("another team finds no such thread, and changes nothing", async () => {
    const before = await row();
    const other = await seedWorked(db, wrote);
    for (const said of await Promise.all(acts(other.anna).map(says))) expect(said).toMatch(/^not_found/);
    expect(await row()).toEqual(before);
  });
  test("the database itself refuses whoever only reads along", async () => {
    const before = await row();
    for (const act of [settleThread, seeThread]) expect(await says(act(w.viewer, w.threadId, now))).not.toBe("done");
    expect(await row()).toEqual(before);
  });
});
