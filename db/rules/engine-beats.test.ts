import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectAs } from "../testing/connect-as";
import { type TestDatabase, testDatabase } from "../testing/test-database";

/** The beats of the engine belong to no team: no team's scope reaches them, and the system's role changes them and no more. */
let db: TestDatabase;
let app: postgres.Sql;
let system: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  app = connectAs(db.appUrl);
  system = connectAs(db.systemUrl);
});
afterAll(async () => {
  await Promise.all([app.end(), system.end()]);
  await db.close();
});

const refused = { code: "42501" };

test("lie behind forced row-level security", async () => {
  const [row] =
    await db.admin`select relrowsecurity and relforcerowsecurity as held from pg_class where relname = 'engine_beats'`;
  expect(row?.held).toBe(true);
});

describe("the app's role", () => {
  test("neither reads nor changes them, nor reads how far the migrations are", async () => {
    await expect(app`select * from app_private.engine_beats`).rejects.toMatchObject(refused);
    await expect(app`update app_private.engine_beats set at = now()`).rejects.toMatchObject(refused);
    await expect(app`select * from drizzle.__drizzle_migrations`).rejects.toMatchObject(refused);
  });
});

describe("the system's role", () => {
  test("reads and changes each of the three", async () => {
    const rows = await system`update app_private.engine_beats set at = now() returning kind`;
    expect(rows.map((row) => row.kind).sort()).toEqual(["events", "poll", "sweep"]);
  });

  test("adds and removes none, and changes nothing of the migrations it reads", async () => {
    await expect(system`insert into app_private.engine_beats (kind) values ('sweep')`).rejects.toMatchObject(refused);
    await expect(system`delete from app_private.engine_beats`).rejects.toMatchObject(refused);
    expect(await system`select created_at from drizzle.__drizzle_migrations`).not.toHaveLength(0);
    await expect(system`update drizzle.__drizzle_migrations set hash = ''`).rejects.toMatchObject(refused);
  });
});

test("are of the known kinds, and a refusal has its time", async () => {
  await expect(db.admin`insert into app_private.engine_beats (kind) values ('cron')`).rejects.toMatchObject({ code: "23514" });
  await expect(db.admin`update app_private.engine_beats set refused = 'failing'`).rejects.toMatchObject({ code: "23514" });
});
