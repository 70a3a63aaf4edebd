import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { type SeededTeam, seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { beHere } from "./be-here";

let db: TestDatabase;
let team: SeededTeam;
let threadId: string;
const now = new Date("2026-11-26T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ team, threadId } = await seedOne());
});

async function seedOne() {
  const members = [
    { name: "Anna", email: "anna@c.example" },
    { name: "Ben", email: "ben@c.example" },
    { name: "Vera", email: "vera@c.example", role: "viewer" as const },
  ];
  const seeded = await seedTeam(db.admin, { members });
  const { teamId } = seeded;
  const senderAccountId = await seedMailbox(db.admin, teamId);
  const { contactIds } = await seedContacts(db.admin, teamId, inventPeople(1));
  const thread = await seedThread(db.admin, { teamId, senderAccountId, contactId: contactIds[0] ?? "" }, { at: now });
  return { team: seeded, threadId: thread.threadId };
}
const as = (name: string) => ({ teamId: team.teamId, memberId: team.members.find((one) => one.name === name)?.id ?? "" });
const be = (name: string, seconds: number, typing = false) => beHere(as(name), { threadId, typing }, later(seconds));

describe("who has a thread open", () => {
  test("hears of the others, what they do and since when, and never of themselves", async () => {
    expect(await be("Anna", 0)).toEqual([]);
    expect(await be("Ben", 2)).toMatchObject([{ name: "Anna", typing: false, secondsAgo: 2 }]);
    await be("Anna", 5, true);
    expect(await be("Ben", 8)).toMatchObject([{ memberId: as("Anna").memberId, name: "Anna", typing: true, secondsAgo: 3 }]);
  });

  test("types on between two keys, and reads again ten seconds after the last", async () => {
    await be("Anna", 0, true);
    await be("Anna", 5);
    await be("Anna", 9);
    expect(await be("Ben", 9)).toMatchObject([{ typing: true, secondsAgo: 9 }]);
    expect(await be("Ben", 11)).toMatchObject([{ typing: false, secondsAgo: 2 }]);
  });

  test("is gone fifteen seconds after they were last seen", async () => {
    await be("Anna", 0);
    expect(await be("Ben", 14)).toHaveLength(1);
    expect(await be("Ben", 15)).toEqual([]);
  });

  test("may be a viewer, who is seen reading", async () => {
    await be("Vera", 0);
    expect(await be("Anna", 1)).toMatchObject([{ name: "Vera", typing: false }]);
  });

  test("is told first who answers", async () => {
    await be("Anna", 0);
    await be("Vera", 1, true);
    expect((await be("Ben", 2)).map(({ name }) => name)).toEqual(["Vera", "Anna"]);
  });
});

describe("what is kept of it", () => {
  const rows = async () => (await db.admin`select member_id from thread_presences where team_id = ${team.teamId}`).length;

  test("goes when it says nothing any more, whoever comes next", async () => {
    await be("Anna", 0);
    await be("Vera", 1);
    await be("Ben", 90);
    expect(await rows()).toBe(1);
  });

  test("is one row a person and thread, however often they say it, and both when two say it at once", async () => {
    await Promise.all([...Array(8)].map((_, n) => be(n % 2 ? "Anna" : "Ben", 100 + n)));
    expect(await rows()).toBe(2);
  });

  test("tells no page: each asks by itself", async () => {
    const heard: string[] = [];
    const listening = await db.admin.listen("countersign_changes", (payload) => heard.push(payload));
    await be("Anna", 0, true);
    await db.admin`select pg_notify('countersign_changes', 'the end')`;
    await expect.poll(() => heard).toEqual(["the end"]);
    await listening.unlisten();
  });

  test("is nothing for a thread of another team, which neither sees nor is seen", async () => {
    await be("Anna", 0);
    const other = await seedOne();
    await expect(beHere({ ...other.team.scope }, { threadId, typing: true }, later(1))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await be("Ben", 2)).toHaveLength(1);
    expect(await rows()).toBe(2);
  });
});

test("nobody says it for somebody else: the database itself refuses", async () => {
  const { memberId } = as("Ben");
  const forged = withTeam(as("Anna"), (tx) =>
    tx.execute(sql`insert into thread_presences (thread_id, member_id, seen_at) values (${threadId}, ${memberId}, now())`),
  );
  await expect(forged).rejects.toThrow();
});
