import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/test-database";
import { closePools, openPools } from "./connections";
import { forSending } from "./for-sending";
import { withSystem } from "./with-system";
import { withTeam } from "./with-team";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await closePools();
  const sizes = { app: 2, system: 1 };
  openPools({ app: db.appUrl, system: db.systemUrl }, { pages: sizes, sending: sizes });
});
afterAll(() => db.close());

const scope = { teamId: crypto.randomUUID(), memberId: null };
const waitIn = (seconds: number) => withTeam(scope, (tx) => tx.execute(sql`select pg_sleep(${seconds})`));
const nameIn = async () => {
  const named = sql`select current_setting('application_name') as name`;
  const [team] = await withTeam(scope, (tx) => tx.execute<{ name: string }>(named));
  const [system] = await withSystem("check session", (tx) => tx.execute<{ name: string }>(named));
  return [team?.name, system?.name];
};

test("the job runner goes on at once while pages hold every connection of theirs and more wait", async () => {
  let pagesDone = 0;
  const pages = Array.from({ length: 6 }, () => waitIn(1).then(() => (pagesDone += 1)));
  await forSending(() => Promise.all([waitIn(0), nameIn()]));
  expect(pagesDone).toBe(0);
  await Promise.all(pages);
});

test("what the job runner begins is its own however far down, and nothing else is", async () => {
  const later = forSending(async () => {
    await new Promise((done) => setTimeout(done, 20));
    return nameIn();
  });
  expect(await nameIn()).toEqual(["countersign pages", "countersign pages"]);
  expect(await later).toEqual(["countersign sending", "countersign sending"]);
});
