import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, prepareStore, type Sql } from "./store/open-store";
import { tidy } from "./store/tidy";
import { createTestStore } from "./testing/test-store";

let sql: Sql;
let store: Awaited<ReturnType<typeof createTestStore>>;

beforeAll(async () => {
  store = await createTestStore();
  sql = openStore(store.url);
  await prepareStore(sql);
});
afterAll(async () => {
  await sql.end();
  await store.drop();
});

/** A run of that age with an event, a step and a line of history. */
async function run(id: string, status: string, daysOld: number) {
  await sql`insert into events (iid, ext_id, name, body, pending, received_at) values (${id}, ${id}, 'a/b', '{}', false, now() - ${daysOld} * interval '1 day')`;
  await sql`insert into runs (id, function_id, function_version, event_iid, event_seq, status, queue, ended_at)
    values (${id}, 'fn', 1, ${id}, 1, ${status}, 'q', case when ${status} = 'Running' then null else now() - ${daysOld} * interval '1 day' end)`;
  await sql`insert into steps (run_id, step_id, seq, value, name, op) values (${id}, 's', 0, '1', 's', 'StepRun')`;
  await sql`insert into history (run_id, kind, attempt, detail) values (${id}, 'error', 0, '')`;
}

test("what went well is kept for a week, what failed for a month, and a sleeping run for ever", async () => {
  await run("fresh", "Completed", 6);
  await run("old", "Completed", 8);
  await run("stopped", "Cancelled", 8);
  await run("failed", "Failed", 8);
  await run("failed-long-ago", "Failed", 31);
  await run("asleep", "Running", 90);
  await tidy(sql);
  const kept = ["asleep", "failed", "fresh"];
  for (const [table, column] of [
    ["runs", "id"],
    ["events", "iid"],
    ["steps", "run_id"],
    ["history", "run_id"],
  ] as const) {
    const rows = await sql<{ id: string }[]>`select ${sql(column)} as id from ${sql(table)} order by 1`;
    expect([table, rows.map((row) => row.id)]).toEqual([table, kept]);
  }
});
