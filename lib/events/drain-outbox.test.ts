import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { drainOutbox, type OutboxEvent } from "./drain-outbox";
import { emit } from "./emit";
import { tidyOutbox } from "./tidy-outbox";

let db: TestDatabase;
let teamId: string;
/** The campaign of the nth event: one each, as events that say the same are joined. */
const campaignOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.admin`delete from outbox`;
  teamId = (await seedTeam(db.admin)).teamId;
});

const write = (from: number, count: number, team = teamId) =>
  withTeam({ teamId: team, memberId: null }, (tx) =>
    emit(
      tx,
      "campaign/feed",
      Array.from({ length: count }, (_, n) => ({
        eventId: `e${from + n}`,
        data: { teamId: team, campaignId: campaignOf(from + n) },
      })),
    ),
  );
const waiting = async () => Number((await db.admin`select count(*)::int as n from outbox where sent_at is null`)[0]?.n);
const collect = () => {
  const requests: OutboxEvent[][] = [];
  return { requests, send: async (events: OutboxEvent[]) => void requests.push(events) };
};

test("sends what waits, oldest first, with its id, at most 500 a request", async () => {
  await write(0, 1200);
  const { requests, send } = collect();
  expect(await drainOutbox(send)).toBe(1200);
  expect(requests.map((request) => request.length)).toEqual([500, 500, 200]);
  expect(requests.flat().map((event) => event.id)).toEqual(Array.from({ length: 1200 }, (_, n) => `e${n}`));
  expect(requests[0]?.[0]).toEqual({ id: "e0", name: "campaign/feed", data: { teamId, campaignId: campaignOf(0) } });
  expect(await waiting()).toBe(0);
  expect(await drainOutbox(send)).toBe(0);
  expect(requests).toHaveLength(3);
});

test("sends the events of every team", async () => {
  await write(0, 1);
  await write(0, 1, (await seedTeam(db.admin)).teamId);
  expect(await drainOutbox(collect().send)).toBe(2);
});

test("an event written twice under one id is sent once", async () => {
  await write(0, 1);
  await write(0, 1);
  expect(await drainOutbox(collect().send)).toBe(1);
});

test("events that say the same and wait together are sent once, in the place of the last", async () => {
  const say = (eventId: string, n: number) => ({ eventId, data: { teamId, campaignId: campaignOf(n) } });
  await withTeam({ teamId, memberId: null }, (tx) => emit(tx, "campaign/feed", [say("a", 1), say("b", 2), say("c", 1)]));
  const { requests, send } = collect();
  expect(await drainOutbox(send)).toBe(3);
  expect(requests.flat().map((event) => event.id)).toEqual(["b", "c"]);
  await withTeam({ teamId, memberId: null }, (tx) => emit(tx, "campaign/feed", [say("d", 1)]));
  await drainOutbox(send);
  expect(requests.flat().map((event) => event.id)).toEqual(["b", "c", "d"]);
  expect(await waiting()).toBe(0);
});

test("an event of a transaction that failed is never sent", async () => {
  const failing = withTeam({ teamId, memberId: null }, async (tx) => {
    await emit(tx, "campaign/feed", [{ eventId: "x", data: { teamId, campaignId: campaignOf(0) } }]);
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(await drainOutbox(collect().send)).toBe(0);
});

test("what could not be sent waits and keeps its id", async () => {
  await write(0, 2);
  await expect(drainOutbox(() => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await waiting()).toBe(2);
  const { requests, send } = collect();
  await drainOutbox(send);
  expect(requests.flat().map((event) => event.id)).toEqual(["e0", "e1"]);
});

test("a failure midway keeps what was sent before it", async () => {
  await write(0, 700);
  let calls = 0;
  const failing = drainOutbox(async () => {
    calls += 1;
    if (calls === 2) throw new Error("away");
  });
  await expect(failing).rejects.toThrow("away");
  expect(await waiting()).toBe(200);
});

test("two drainers at once send no row twice", async () => {
  await write(0, 900);
  const { requests, send } = collect();
  // The first request of either ends only when the other one has begun its own.
  const together = async (events: OutboxEvent[]) => {
    await send(events);
    await vi.waitFor(() => expect(requests.length).toBeGreaterThanOrEqual(2));
  };
  await Promise.all([drainOutbox(together), drainOutbox(together)]);
  expect(requests.map((request) => request.length)).toEqual([500, 400]);
  const ids = requests.flat().map((event) => event.id);
  expect(ids).toHaveLength(900);
  expect(new Set(ids).size).toBe(900);
});

test("events sent over a week ago are tidied away, and those that wait are not", async () => {
  await write(0, 3);
  await drainOutbox(collect().send);
  await write(3, 1);
  const now = new Date();
  await db.admin`update outbox set sent_at = ${new Date(now.getTime() - 8 * 86_400_000)} where event_id in ('e0', 'e1')`;
  await db.admin`update outbox set created_at = ${new Date(0)} where event_id = 'e3'`;
  expect(await tidyOutbox(now)).toBe(2);
  expect((await db.admin`select event_id from outbox order by id`).map((row) => row.event_id)).toEqual(["e2", "e3"]);
});
