import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/test-database";
import { withTeam } from "./with-team";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const kills = process.env.PROVE ? 300 : 30;
const cut = () =>
  db.admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'countersign_app'`;
/** How a lost connection is told: by Postgres on its way out, by the driver, or by the system. */
const lost = ["57P01", "CONNECTION_CLOSED", "ECONNRESET"];

// patches/postgres+*.patch: without it a lost connection left callers waiting for ever, ended the process, or let what was left of a
// transaction run inside somebody else's.
test(`every caller gets an answer while connections are cut ${kills} times`, { timeout: 30_000 + kills * 400 }, async () => {
  let asked = 0;
  let answered = 0;
  let stopping = false;
  const strangers: string[] = [];
  const failures: unknown[] = [];
  const ask = async () => {
    const teamId = crypto.randomUUID();
    asked += 1;
    await withTeam({ teamId, memberId: null }, async (tx) => {
      for (const ms of [0, 3, 60]) {
        // Work between two statements: the cut must also meet connections that wait for their next one.
        await new Promise((done) => setTimeout(done, Math.random() * ms));
        const [row] = await tx.execute<{ team: string }>(sql`select current_setting('app.team_id', true) as team`);
        if (row?.team !== teamId) strangers.push(String(row?.team));
      }
    }).catch((error: unknown) => failures.push(error));
    answered += 1;
  };
  const callers = Array.from({ length: 12 }, async () => {
    while (!stopping) await ask();
  });
  for (let kill = 0; kill < kills; kill++) {
    const enough = answered + Math.ceil(Math.random() * 12);
    await vi.waitFor(() => expect(answered).toBeGreaterThanOrEqual(enough), { timeout: 15_000, interval: 5 });
    await cut();
  }
  stopping = true;
  await vi.waitFor(() => expect(answered).toBe(asked), { timeout: 15_000 });
  await Promise.all(callers);
  expect(strangers).toEqual([]);
  expect(failures.length).toBeGreaterThanOrEqual(kills);
  expect(failures.map(codeOf).filter((code) => !lost.includes(code))).toEqual([]);
});

/** The code beneath what a statement's failure is wrapped in. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code ?? (cause ? codeOf(cause) : String(error));
}
