import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nextTick } from "./cron";
import { evaluate, findEquality, matchKeys, parseExpression } from "./expressions";
import { backoffMs, retryAfterMs } from "./protocol/backoff";
import { parseDuration, parseInstant } from "./protocol/duration";
import { readFunctionConfig } from "./protocol/function-config";
import { isAuthorized, isSigned, signBody } from "./protocol/sign";
import { makeUlid, seededUlid } from "./protocol/ulid";
import { saveFunctions } from "./store/functions";
import { openStore, prepareStore, type Sql } from "./store/open-store";
import { pickRuns } from "./store/pick-runs";
import { routeEvents } from "./store/route-events";
import { tickCrons } from "./store/tick-crons";
import { createTestStore } from "./testing/test-store";

const now = new Date("2026-11-23T12:00:00Z");
const register = (more: Record<string, unknown>) => ({
  id: "app-fn",
  name: "fn",
  triggers: [{ event: "a/b" }],
  steps: {
    step: { id: "step", name: "step", runtime: { type: "http", url: "http://127.0.0.1:1/api/inngest?fnId=app-fn&stepId=step" } },
  },
  ...more,
});

describe("expressions", () => {
  const holds = (text: string, event: unknown, async?: unknown) => Boolean(evaluate(parseExpression(text), { event, async }));

  it("compares fields, literals and two events", () => {
    expect(holds("event.data.x == 'a' && event.data.n == 1.0", { data: { x: "a", n: 1 } })).toBe(true);
    expect(holds("event.data.id == async.data.id", { data: { id: "1" } }, { data: { id: "2" } })).toBe(false);
    expect(holds("!(event.data.a == true) || event.data.b != null", { data: { a: true } })).toBe(false);
    expect(evaluate(parseExpression('event.data.a + "-" + event.data.b'), { event: { data: { a: "x", b: 2 } } })).toBe("x-2");
  });

  it("finds the equality that a later event is looked up by, among its own fields", () => {
    expect(findEquality(parseExpression("async.data.kind == 'x' && event.data.id == async.data.of.id"))).toEqual({
      eventPath: ["data", "id"],
      asyncPath: ["data", "of", "id"],
    });
    expect(matchKeys({ data: { of: { id: 7 } } })).toEqual(['["data","of","id",7]']);
  });

  it.each([
    "event.data.x === 1",
    "event.data.x > 1",
    "has(event.data.x)",
    "event.data.x == 'a",
    "(event.data.x",
    "user.id == 1",
    "",
  ])("refuses %s", (text) => {
    expect(() => parseExpression(text)).toThrow();
  });
});

describe("a function's configuration", () => {
  it.each(["throttle", "rateLimit", "debounce", "batchEvents", "singleton", "priority", "timeouts", "idempotency"])(
    "is refused with %s, naming function and field",
    (field) => {
      expect(() => readFunctionConfig(register({ [field]: {} }))).toThrow(`Function "app-fn": "${field}" is not supported`);
    },
  );

  it("is refused with a wildcard, a rule that would cancel everything, or a strange expression", () => {
    expect(() => readFunctionConfig(register({ triggers: [{ event: "a/*" }] }))).toThrow("wildcard");
    expect(() => readFunctionConfig(register({ cancel: [{ event: "stop" }] }))).toThrow("cancel every run");
    expect(() => readFunctionConfig(register({ triggers: [{ event: "a", expression: "event.data.n > 1" }] }))).toThrow(
      '"triggers.if"',
    );
    expect(() => readFunctionConfig(register({ concurrency: [1, 2, 3] }))).toThrow("more than two");
  });

  it("reads concurrency as a number, an object or two", () => {
    expect(readFunctionConfig(register({ concurrency: 3 })).slots).toEqual([{ limit: 3, key: undefined, scope: "fn" }]);
    expect(
      readFunctionConfig(register({ concurrency: [{ limit: 5, key: "event.data.m", scope: "env" }, { limit: 10 }] })).slots,
    ).toHaveLength(2);
    expect(readFunctionConfig(register({})).maxAttempts).toBe(5);
  });
});

describe("times, ids and signatures", () => {
  it("read durations and instants and never round them down", () => {
    expect(parseDuration("1d1h1m1s")).toBe(90_061_000);
    expect(parseDuration("4w2d")).toBe(30 * 86_400_000);
    expect(parseInstant("1s", now)?.getTime()).toBe(now.getTime() + 1001);
    expect(parseInstant("2026-11-23T12:00:00.123Z", now)?.toISOString()).toBe("2026-11-23T12:00:00.123Z");
    expect(parseInstant("soon", now)).toBeUndefined();
  });

  it("follow the server's retry table and what an app asks for", () => {
    expect([0, 1, 2, 8, 9, 30].map((attempt) => backoffMs(attempt, 0) / 1000)).toEqual([15, 30, 60, 3600, 7200, 7200]);
    expect(backoffMs(0, 0.999)).toBe(44_970);
    expect([
      retryAfterMs("2", now),
      retryAfterMs("0", now),
      retryAfterMs("2026-11-23T12:01:00Z", now),
      retryAfterMs(undefined, now),
    ]).toEqual([2000, 1000, 60_000, undefined]);
  });

  it("make rising ids and repeat seeded ones", () => {
    const ids = Array.from({ length: 500 }, () => makeUlid(now));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(500);
    // The real server's answer to this seed, from the recordings.
    expect(seededUlid("1795399914873,IWHIm/crjo0P3g==", 0)?.slice(0, 10)).toBe("01M832S5BS");
  });

  it("accept the key as it is and hashed, and refuse an old or foreign signature", () => {
    const key = `signkey-test-${"0123456789abcdef".repeat(2)}`;
    const signature = signBody("{}", key, now);
    expect(isSigned("{}", signature, key, now)).toBe(true);
    expect(isSigned("{ }", signature, key, now)).toBe(false);
    expect(isSigned("{}", signature, key, new Date(now.getTime() + 301_000))).toBe(false);
    // The real SDK's header, from the recordings.
    expect(isAuthorized("Bearer 223e0a160af9da0a03e6dd2c4719c56f5d66a633cbe84e78aaa9f3735865522a", key)).toBe(true);
    expect(isAuthorized("Bearer undefined", key)).toBe(false);
  });
});

describe("the queue", () => {
  let sql: Sql;
  let drop = async () => {};
  beforeAll(async () => {
    const store = await createTestStore();
    sql = openStore(store.url);
    await Promise.all([prepareStore(sql), prepareStore(sql)]);
    drop = async () => {
      await sql.end();
      await store.drop();
    };
  });
  afterAll(() => drop());

  it("hides no key behind a long one, and keeps to each limit", async () => {
    const config = readFunctionConfig(
      register({ id: "app-keyed", concurrency: [{ limit: 2, key: "event.data.box" }, { limit: 60 }] }),
    );
    await saveFunctions(sql, { appId: "app", url: "http://127.0.0.1:1", checksum: randomUUID(), functions: [config] });
    await sql`insert into events (iid, ext_id, name, body, pending) select 'iid' || n, 'ext' || n, 'x', '{"data":{}}', false from generate_series(1, 20050) n`;
    await sql`insert into runs (id, function_id, function_version, event_iid, event_seq, queue, slot1, slot2, run_at)
      select 'run' || lpad(n::text, 6, '0'), 'app-keyed', 1, 'iid' || n, n, box, box, 'all', now() - interval '1 hour' + n * interval '1 millisecond'
      from (select n, case when n <= 20000 then 'long' else 'box' || n end as box from generate_series(1, 20050) n) as made`;
    const started = performance.now();
    const picked = await pickRuns(sql, "me", 100, 30);
    expect(performance.now() - started).toBeLessThan(500);
    const ids = picked.map((run) => run.id);
    expect(ids.filter((id) => id <= "run020000").sort()).toEqual(["run000001", "run000002"]);
    expect(ids.filter((id) => id > "run020000")).toHaveLength(50);
    expect(await pickRuns(sql, "other", 100, 30)).toHaveLength(0);
    await sql`truncate runs, events`;
  });

  it("makes up for one missed cron tick, once, and follows a changed cron", async () => {
    const sync = (cron: string) =>
      saveFunctions(sql, {
        appId: "app",
        url: "http://127.0.0.1:1",
        checksum: randomUUID(),
        functions: [readFunctionConfig(register({ id: "app-cron", triggers: [{ cron }] }))],
      });
    const at = (time: string) => new Date(`2026-11-23T${time}Z`);
    await sync("TZ=Europe/Berlin */5 * * * *");
    await tickCrons(sql, at("12:01:00"));
    await tickCrons(sql, at("13:02:00"));
    await tickCrons(sql, at("13:02:01"));
    await routeEvents(sql, at("13:02:02"));
    const ticks = await sql`select e.ext_id, e.body::json -> 'data' as data from runs r join events e on e.iid = r.event_iid`;
    expect(ticks).toEqual([
      {
        ext_id: "2026-11-23T12:05:00Z",
        data: { cron: "TZ=Europe/Berlin */5 * * * *", fireAt: "2026-11-23T12:05:00Z", scheduledAt: "2026-11-23T12:05:00Z" },
      },
    ]);
    await sync("0 9 * * *");
    await tickCrons(sql, at("13:03:00"));
    expect((await sql<{ next: Date }[]>`select next_at as next from ticks`).map((row) => row.next.toISOString())).toEqual([
      "2026-11-24T09:00:00.000Z",
    ]);
    expect(nextTick("TZ=Europe/Berlin 0 9 * * *", at("12:00:00"))?.toISOString()).toBe("2026-11-24T08:00:00.000Z");
  });
});
