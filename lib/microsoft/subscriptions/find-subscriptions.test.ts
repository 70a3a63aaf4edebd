import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pools } from "@/db/access/connections";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { findSubscriptions } from "./find-subscriptions";

let db: TestDatabase;
let lookUps = 0;
beforeAll(async () => {
  db = await testDatabase();
  const system = pools().system;
  const transaction = system.transaction.bind(system);
  system.transaction = ((...given: Parameters<typeof transaction>) => {
    lookUps += 1;
    return transaction(...given);
  }) as typeof system.transaction;
});
afterAll(() => db.close());

async function subscription() {
  const { teamId } = await seedTeam(db.admin);
  const senderAccountId = await seedMailbox(db.admin, teamId, { email: "a@c.example", displayName: "A" });
  const id = randomUUID();
  await db.admin`insert into graph_subscriptions (id, team_id, sender_account_id, folder, client_state_hash, expires_at)
    values (${id}, ${teamId}, ${senderAccountId}, 'inbox', 'h', now())`;
  return { id, teamId, senderAccountId, clientStateHash: "h" };
}

test("of any team, and it is known the next time", async () => {
  const [one, other] = [await subscription(), await subscription()];
  lookUps = 0;
  const found = await findSubscriptions([one.id, other.id, randomUUID()]);
  expect([...found.values()].sort((a, b) => a.id.localeCompare(b.id))).toEqual(
    [one, other].sort((a, b) => a.id.localeCompare(b.id)),
  );
  await findSubscriptions([one.id]);
  expect(lookUps).toBe(1);
});

test("a flood of ids that nobody knows costs a look-up a second, and hides none that is known", async () => {
  const one = await subscription();
  await findSubscriptions([one.id]);
  lookUps = 0;
  const flood = Array.from({ length: 3000 }, () => findSubscriptions([randomUUID()]));
  expect([...(await findSubscriptions([one.id])).keys()]).toEqual([one.id]);
  expect((await Promise.all(flood)).every((found) => found.size === 0)).toBe(true);
  expect(lookUps).toBe(1);
});

test("one that nobody knows is not looked up again for a while", async () => {
  const id = randomUUID();
  await findSubscriptions([id]);
  lookUps = 0;
  await Promise.all(Array.from({ length: 50 }, () => findSubscriptions([id])));
  expect(lookUps).toBe(0);
});
