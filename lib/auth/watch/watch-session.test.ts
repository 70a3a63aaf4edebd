import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readStandings } from "./read-standings";
import { type Standing, sessionWatch } from "./watch-session";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

async function seedSessions(): Promise<{ session: string; member: string }[]> {
  const people = ["Anna", "Ben", "Cleo", "Dora", "Emil", "Fay"];
  const { teamId } = await seedTeam(db.admin, {
    members: people.map((name) => ({ name, email: `${name}@c.example`, role: "member" as const })),
  });
  return await db.admin`insert into sessions (team_id, member_id, expires_at)
    select team_id, id, now() + interval '1 day' from members where team_id = ${teamId} order by name
    returning id as session, member_id as member`;
}

test("who was removed, whose session was ended, ran out or was not used for long, and whose role changed: each is told, nobody else", async () => {
  const [removed, ended, old, raised, same, idle] = await seedSessions();
  const told: [string, Standing][] = [];
  const watch = sessionWatch(readStandings, 20);
  const names = { removed, ended, old, raised, same, idle };
  const ids = Object.values(names).map((one) => one?.session ?? "");
  expect((await readStandings(ids, new Date())).size).toBe(6);
  const stops = Object.entries(names).map(([name, one]) =>
    watch(one?.session ?? "", "member", (what) => told.push([name, what])),
  );
  await db.admin`update members set status = 'removed' where id = ${removed?.member ?? ""}`;
  await db.admin`update sessions set ended_at = now() where id = ${ended?.session ?? ""}`;
  await db.admin`update sessions set expires_at = now() - interval '1 minute', created_at = now() - interval '2 days' where id = ${old?.session ?? ""}`;
  await db.admin`update members set role = 'administrator' where id = ${raised?.member ?? ""}`;
  await db.admin`update sessions set last_seen_at = now() - interval '15 days' where id = ${idle?.session ?? ""}`;
  await vi.waitFor(() => expect(told).toHaveLength(5));
  expect(told.sort()).toEqual([
    ["ended", "over"],
    ["idle", "over"],
    ["old", "over"],
    ["raised", "other role"],
    ["removed", "over"],
  ]);
  await db.admin`update members set role = 'member' where id = ${raised?.member ?? ""}`;
  await vi.waitFor(() => expect(told.filter(([name]) => name === "raised")).toHaveLength(2));
  expect(told).toHaveLength(6);
  for (const stop of stops) stop();
});

test("two hundred streams are one query, a database that is away ends none, and nobody watching asks nothing", async () => {
  const asked: number[] = [];
  let isAway = true;
  const watch = sessionWatch(async (ids) => {
    asked.push(ids.length);
    if (isAway) throw new Error("away");
    return new Map(ids.map((id) => [id, "viewer" as const]));
  }, 10);
  const told: Standing[] = [];
  const stops = Array.from({ length: 200 }, (_, at) => watch(`session ${at % 150}`, "viewer", (what) => told.push(what)));
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(2));
  isAway = false;
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(5));
  expect(new Set(asked)).toEqual(new Set([150]));
  for (const stop of stops) stop();
  await vi.waitFor(async () => {
    const before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(asked.length).toBe(before);
  });
  expect(told).toEqual([]);
});

test("one that cannot be told keeps no other from hearing, and the watch goes on", async () => {
  let over: string[] = ["first", "second"];
  const watch = sessionWatch(
    async (ids) => new Map(ids.filter((id) => !over.includes(id)).map((id) => [id, "viewer" as const])),
    10,
  );
  const told: string[] = [];
  const tell = (id: string) => () => {
    if (id === "first") throw new TypeError("Invalid state: Controller is already closed");
    told.push(id);
  };
  const stops = ["first", "second", "third"].map((id) => watch(id, "viewer", tell(id)));
  await vi.waitFor(() => expect(told).toEqual(["second"]));
  over = ["third"];
  await vi.waitFor(() => expect(told).toEqual(["second", "third"]));
  for (const stop of stops) stop();
});
