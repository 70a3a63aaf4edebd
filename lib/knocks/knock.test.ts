import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectAs } from "@/db/testing/connect-as";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { knock } from "./knock";
import { letThrough } from "./let-through";
import { limits } from "./limits";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const now = new Date("2026-11-23T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const { most, seconds } = limits["unknown link"];
const someone = () => crypto.randomUUID();
const passed = (waits: number[]) => waits.filter((wait) => wait === 0).length;
const times = <T>(n: number, fn: () => Promise<T>) => Promise.all(Array.from({ length: n }, fn));

test("a thousand knocks at once never pass more often than the limit, through the pools of two processes", async () => {
  const who = someone();
  // The other process has connections of its own, as either role.
  const [system, app] = [connectAs(db.systemUrl), connectAs(db.appUrl)];
  let turn = 0;
  const elsewhere = async () => {
    const sql = turn++ % 2 ? system : app;
    const [row] = await sql`select app_private.knock('unknown link', ${who}, ${most}, ${seconds}, ${now}) as wait`;
    return row?.wait as number;
  };
  const waits = await Promise.all([times(500, () => knock("unknown link", who, now)), times(500, elsewhere)]);
  expect(waits.map((one) => one.length)).toEqual([500, 500]);
  expect(passed(waits.flat())).toBe(most);
  expect(Math.min(...waits.flat().filter((wait) => wait > 0))).toBe(seconds);
  await Promise.all([system.end(), app.end()]);
});

test("a window ends and another begins, which tells how long is left", async () => {
  const who = someone();
  expect(passed(await times(most, () => knock("unknown link", who, now)))).toBe(most);
  expect(await knock("unknown link", who, later(20))).toBe(seconds - 20);
  expect(await knock("unknown link", who, later(seconds - 0.4))).toBe(1);
  // Whoever kept on knocking waits no longer for it.
  expect(passed(await times(most + 5, () => knock("unknown link", who, later(seconds))))).toBe(most);
  expect(await knock("unknown link", who, later(seconds + 1))).toBe(seconds - 1);
});

test("neither somebody else nor another kind is counted along", async () => {
  const who = someone();
  await times(most + 1, () => knock("unknown link", who, now));
  expect(await knock("unknown link", someone(), now)).toBe(0);
  expect(await knock("sign-in", who, now)).toBe(0);
});

test("a clock that was put back makes nobody wait longer than a window", async () => {
  const who = someone();
  await times(most, () => knock("unknown link", who, later(7200)));
  expect(await knock("unknown link", who, now)).toBe(seconds);
});

test("two hundred colleagues behind one address sign in at nine, twice each", async () => {
  const office = someone();
  expect(passed(await times(400, () => knock("sign-in", office, now)))).toBe(400);
});

test("a person is told when to try again", async () => {
  const who = { teamId: someone(), memberId: someone() };
  for (let n = 0; n < limits["test notice"].most; n++) await letThrough("test notice", who, now);
  const refused = { code: "limited", message: "That is many at once. Nothing was changed; try again in 40 s.", waitSeconds: 40 };
  await expect(letThrough("test notice", who, later(260))).rejects.toMatchObject(refused);
  await expect(letThrough("test notice", { ...who, memberId: someone() }, later(260))).resolves.toBeUndefined();
});

test("a team's self-tests count together, whoever asks", async () => {
  const team = someone();
  const asks = () => letThrough("self-test", { teamId: team, memberId: someone() }, now);
  for (let n = 0; n < limits["self-test"].most; n++) await asks();
  await expect(asks()).rejects.toMatchObject({ code: "limited" });
});

describe("the table", () => {
  test("holds no address, only its hash", async () => {
    await knock("sign-in", "203.0.113.77", now);
    const [row] =
      await db.admin`select convert_from(who, 'LATIN1') as who from app_private.knocks where who = sha256('203.0.113.77')`;
    expect(row?.who).not.toContain("203.0.113");
    expect(row?.who).toHaveLength(32);
  });

  test("is open to no role", async () => {
    for (const url of [db.appUrl, db.systemUrl]) {
      const sql = connectAs(url);
      await expect(sql`select 1 from app_private.knocks`).rejects.toMatchObject({ code: "42501" });
      await expect(sql`delete from app_private.knocks`).rejects.toMatchObject({ code: "42501" });
      await sql.end();
    }
  });

  test("loses what is over as others come", async () => {
    const old = Array.from({ length: 30 }, someone);
    for (const who of old) await knock("self-test", who, later(-90_000));
    for (let n = 0; n < 3; n++) await knock("self-test", someone(), later(-80_000));
    const [left] =
      await db.admin`select count(*)::int as n from app_private.knocks where ends_at < ${later(-80_000).toISOString()}`;
    expect(left?.n).toBe(0);
  });
});
