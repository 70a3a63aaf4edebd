import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventPeople } from "../seed/invent-people";
import { seedContacts } from "../seed/seed-contacts";
import { seedTeam } from "../seed/seed-team";
import { type TestDatabase, testDatabase } from "../testing/test-database";
import { refreshStatistics } from "./refresh-statistics";
import { withSystem } from "./with-system";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("the planner knows what a large write brought as soon as it is counted", async () => {
  const { teamId } = await seedTeam(db.admin);
  await seedContacts(db.admin, teamId, inventPeople(300, 0), { listName: "All" });
  const counted = async () => Number((await db.admin`select reltuples from pg_class where relname = 'contacts'`)[0]?.reltuples);
  expect(await counted()).toBeLessThan(300);
  await refreshStatistics({ teamId, memberId: null }, ["contact_list_members", "contacts"]);
  expect(await counted()).toBe(300);
});

test("only the app's role may have tables counted", async () => {
  const asSystem = withSystem("check session", (tx) => tx.execute(sql`select refresh_statistics('{contacts}')`));
  await expect(asSystem).rejects.toMatchObject({ cause: { code: "42501" } });
});
