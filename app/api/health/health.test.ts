import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { forgetEngine } from "@/lib/engine/read-engine";
import { stubSettings } from "@/lib/env/testing/stub-settings";

let db: TestDatabase;
let live: () => Promise<Response>;
let ready: () => Promise<Response>;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
beforeEach(async () => {
  // What was read a moment ago is not read again: each test begins as a process does.
  vi.resetModules();
  forgetEngine();
  ({ GET: live } = await import("./live/route"));
  ({ GET: ready } = await import("./ready/route"));
  await db.admin`update app_private.engine_beats set at = now(), woken_at = null, refused = null, refused_since = null`;
});

const both = async () => [await live(), await ready()] as const;
const statuses = async () => (await both()).map((answer) => answer.status);
const told = async () => (await ready()).json();

describe("the health addresses", () => {
  test("answer without a session: live, ready, and how the engine stands", async () => {
    const [one, two] = await both();
    expect([one.status, two.status]).toEqual([200, 200]);
    expect([one.headers.get("cache-control"), two.headers.get("cache-control")]).toEqual(["no-store", "no-store"]);
    const rest = {
      database: "answers",
      migrations: "current",
      engine: {
        state: "beats",
        sweepSecondsAgo: 0,
        pollSecondsAgo: 0,
        eventsWaiting: 0,
        oldestEventSeconds: null,
        refused: null,
      },
    };
    expect(await one.json()).toMatchObject({ status: "live", ...rest });
    expect(await two.json()).toMatchObject({ status: "ready", ...rest });
  });

  test("tell of an engine that refuses our events, and stay 200", async () => {
    await db.admin`update app_private.engine_beats set refused = 'wrong key', refused_since = now() - interval '2 minutes' where kind = 'events'`;
    expect(await statuses()).toEqual([200, 200]);
    expect(await told()).toMatchObject({ engine: { state: "refused", refused: "wrong key" } });
  });

  test("count the mailboxes of all teams, and name nobody", async () => {
    const { teamId } = await seedTeam(db.admin, {
      name: "Hushed & Sons",
      members: [{ name: "Quiet Anna", email: "anna@hush.example" }],
    });
    const [, broken] = [
      await seedMailbox(db.admin, teamId),
      await seedMailbox(db.admin, teamId, { email: "b@hush.example", displayName: "B" }),
    ];
    await db.admin`update sender_accounts set tid = 'x' where team_id = ${teamId}`;
    await db.admin`update sender_accounts set status = 'signed_out' where id = ${broken}`;
    const text = JSON.stringify(await told());
    expect(JSON.parse(text).mailboxes).toEqual({ working: 1, inTrouble: 1 });
    expect(text).not.toMatch(/hush|anna|@|postgres:|127\.0\.0\.1/i);
  });

  test("are asked once a second, however many ask", async () => {
    await told();
    await db.admin`update app_private.engine_beats set refused = 'failing', refused_since = now() - interval '2 minutes' where kind = 'events'`;
    expect(await told()).toMatchObject({ engine: { state: "beats" } });
    await new Promise((resolve) => setTimeout(resolve, 1050));
    expect(await told()).toMatchObject({ engine: { state: "refused" } });
  });
});

describe("a process whose code is ahead of the database", () => {
  afterEach(() => db.admin`grant select on drizzle.__drizzle_migrations to countersign_system`);

  test("is not ready, and lives", async () => {
    const [row] = await db.admin`select max(created_at) as at from drizzle.__drizzle_migrations`;
    await db.admin`update drizzle.__drizzle_migrations set created_at = created_at - 1 where created_at = ${row?.at}`;
    expect(await statuses()).toEqual([200, 503]);
    expect(await told()).toMatchObject({ status: "not ready", migrations: "behind", engine: null });
    await db.admin`update drizzle.__drizzle_migrations set created_at = created_at + 1 where created_at = ${Number(row?.at) - 1}`;
  });

  test("knows it also where it may not even look", async () => {
    await db.admin`revoke select on drizzle.__drizzle_migrations from countersign_system`;
    expect(await statuses()).toEqual([200, 503]);
  });

  test("is ready in front of a newer database: that is how versions change", async () => {
    await db.admin`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`;
    expect(await statuses()).toEqual([200, 200]);
    await db.admin`delete from drizzle.__drizzle_migrations where hash = 'newer'`;
  });
});

test("a process without its database lives and is not ready", async () => {
  await db.close();
  expect(await statuses()).toEqual([200, 503]);
  expect(await told()).toMatchObject({ status: "not ready", database: "does not answer", migrations: "unknown" });
});
