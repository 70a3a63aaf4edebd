import { afterAll, beforeAll, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { giveBack } from "../live/giving-back";
import { leaseMailbox } from "./lease-mailbox";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("a process that is told to end gives the mailbox back, though its work with it is still under way", async () => {
  const team = await seedTeam(db.admin);
  const scope = { teamId: team.teamId, memberId: null };
  const mailbox = await seedMailbox(db.admin, team.teamId);
  const lease = { purpose: "send", seconds: 60, patienceMs: 0 } as const;
  let end: (() => void) | undefined;
  const work = () => new Promise<void>((done) => (end = done));
  const first = leaseMailbox(scope, mailbox, lease, work);
  await expect.poll(() => end, { interval: 10 }).toBeDefined();
  const other = () => leaseMailbox(scope, mailbox, lease, async () => "mine");
  expect(await other()).toBeNull();
  await giveBack(5000);
  expect(await other()).toEqual({ result: "mine" });
  end?.();
  await first;
  expect(await db.admin`select 1 from mailbox_leases`).toHaveLength(0);
});

test("what a killed process held is free when its time is over, and not before (postal 645)", async () => {
  const team = await seedTeam(db.admin);
  const scope = { teamId: team.teamId, memberId: null };
  const mailbox = await seedMailbox(db.admin, team.teamId);
  // As it lies there when nobody renews it any more, nor gives it back.
  const [left] = await db.admin<{ until: Date }[]>`insert into mailbox_leases (team_id, sender_account_id, purpose, holder, until)
    values (${team.teamId}, ${mailbox}, 'send', 'killed', clock_timestamp() + interval '1500 milliseconds') returning until`;
  const take = (patienceMs: number) =>
    leaseMailbox(scope, mailbox, { purpose: "send", seconds: 15, patienceMs }, async () => {
      const [row] = await db.admin<{ at: Date }[]>`select clock_timestamp() as at`;
      return row?.at.getTime() ?? 0;
    });
  expect(await take(0)).toBeNull();
  const both = await Promise.all([take(10_000), take(10_000)]);
  expect(both).not.toContain(null);
  for (const taken of both) expect(taken?.result).toBeGreaterThanOrEqual(left?.until.getTime() ?? Number.NaN);
});
