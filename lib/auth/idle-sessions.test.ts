import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { env } from "../env/env";
import { stubSettings } from "../env/testing/stub-settings";
import { changeTeam } from "../team/change-team";
import { readMembers } from "../team/read-members";
import { isIdleSession } from "./is-idle-session";
import { requireMember } from "./require-member";
import { describeNotice } from "./sign-in-notice";
import { startSession } from "./start-session";
import { touchSession } from "./touch-session";

let cookie = "";
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: cookie }) }),
  headers: async () => new Headers({ "x-countersign-path": "/campaigns?show=all" }),
}));

let db: TestDatabase;
let who: { teamId: string; memberId: string };
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  const team = await seedTeam(db.admin);
  who = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
});

const day = 24 * 3_600_000;
const start = new Date("2026-11-02T09:00:00Z");
const after = (days: number, ms = 0) => new Date(start.getTime() + days * day + ms);

test("a session ends once nobody used it for fourteen days, and only then", async () => {
  const id = await startSession(who, null, start);
  expect(await touchSession(id, after(14))).toMatchObject({ memberId: who.memberId });
  // Used once more: the days begin anew.
  expect(await touchSession(id, after(28))).toMatchObject({ memberId: who.memberId });
  const unused = await startSession(who, null, start);
  expect(await touchSession(unused, after(14, 1))).toBeNull();
  expect(await isIdleSession(unused, after(14, 1))).toBe(true);
});

test("each team says after how many days", async () => {
  const id = await startSession(who, null, start);
  await changeTeam(who, { idleDays: 2 }, start);
  expect(await touchSession(id, after(2))).not.toBeNull();
  expect(await touchSession(id, after(4, 1))).toBeNull();
  const other = await seedTeam(db.admin);
  const theirs = await startSession({ teamId: other.teamId, memberId: other.members[0]?.id ?? "" }, null, start);
  expect(await touchSession(theirs, after(4))).not.toBeNull();
});

test.each([
  ["was ended by hand", "ended_at = now()"],
  ["is thirty days old", "expires_at = '2026-11-03'"],
])("a session that %s is not called idle", async (_name, change) => {
  const id = await startSession(who, null, start);
  await db.admin.unsafe(`update sessions set ${change} where id = '${id}'`);
  expect([await touchSession(id, after(20)), await isIdleSession(id, after(20))]).toEqual([null, false]);
});

test("whoever is led to sign in reads why, and comes back to where they were", async () => {
  const id = await startSession(who, null, new Date(Date.now() - 15 * day));
  cookie = await encode({ token: { sessionId: id }, secret: env().SESSION_SECRET });
  const led = async () => String(((await requireMember().catch((error: unknown) => error)) as { digest?: string }).digest);
  expect(await led()).toContain("/sign-in?notice=idle&return=%2Fcampaigns%3Fshow%3Dall");
  expect(describeNotice("idle")?.text).toContain("as many days as your team allows");
  await db.admin`update sessions set ended_at = now() where id = ${id}`;
  expect(await led()).toContain("/sign-in?return=%2Fcampaigns");
});

test("an administrator sees how many sign-ins a choice would end, and an idle one is no open session any more", async () => {
  await startSession(who, null, after(0));
  await startSession(who, null, after(10));
  await startSession(who, null, after(15));
  const { team, people } = await readMembers(who, after(15));
  expect(people.find((person) => person.id === who.memberId)?.sessions).toHaveLength(2);
  const ends = Object.fromEntries(team.idleChoices.map((choice) => [choice.days, choice.ends]));
  expect(ends).toEqual({ 1: 1, 2: 1, 3: 1, 5: 0, 7: 0, 14: 0, 21: 0, 30: 0 });
});
