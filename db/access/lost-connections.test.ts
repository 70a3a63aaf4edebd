import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/test-database";
import { withTeam } from "./with-team";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const kills = process.env.PROVE ? 300 : 30;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const cut = () =>
  db.admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'countersign_app'`;

// patches/postgres+*.patch: without it a lost connection left callers waiting for ever, ended the process, or let what was left of a
// transaction run inside somebody else's.
test(`every caller gets an answer while connections are cut ${kills} times`, { timeout: 30_000 + kills * 400 }, async () => {
  let asked = 0;
  let answered = 0;
  let stopping = false;
  const strangers: string[] = [];
  const ask = async () => {
    const teamId = crypto.randomUUID();
    asked += 1;
    await withTeam({ teamId, memberId: null }, async (tx) => {
      for (const ms of [0, 3, 60]) {
        await pause(Math.random() * ms);
        const [row] = await tx.execute<{ team: string }>(sql`select current_setting('app.team_id', true) as team`);
        if (row?.team !== teamId) strangers.push(String(row?.team));
      }
    }).catch(() => {});
    answered += 1;
  };
  const callers = Array.from({ length: 12 }, async () => {
    while (!stopping) await ask();
  });
  for (let kill = 0; kill < kills; kill++) {
    await pause(30 + Math.random() * 120);
    await cut();
  }
  stopping = true;
  await Promise.race([Promise.all(callers), pause(15_000)]);
  expect(answered).toBe(asked);
  expect(asked).toBeGreaterThan(kills);
  expect(strangers).toEqual([]);
});
