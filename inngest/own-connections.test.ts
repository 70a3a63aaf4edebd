import { sql } from "drizzle-orm";
import { Inngest } from "inngest";
import { serve } from "inngest/next";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePools, openPools } from "../db/access/connections";
import { readRows } from "../db/access/read-rows";
import { withTeam } from "../db/access/with-team";
import { type TestDatabase, testDatabase } from "../db/testing/test-database";
import { forEngine } from "../lib/engine/for-engine";

let db: TestDatabase;
const names: string[] = [];
const look = async (when: string) => {
  const scope = { teamId: crypto.randomUUID(), memberId: null };
  const [row] = await withTeam(scope, (tx) =>
    readRows<{ name: string }>(tx, sql`select current_setting('application_name') as name`),
  );
  names.push(`${when}: ${row?.name}`);
};

const inngest = new Inngest({ id: "test", isDev: true, checkpointing: false });
const one = inngest.createFunction({ id: "one", triggers: [{ event: "test/one" }] }, async ({ step }) => {
  await look("before a step");
  await step.run("look", () => look("in a step"));
});
const { POST } = serve({ client: inngest, functions: [one] });

beforeAll(async () => {
  db = await testDatabase();
  await closePools();
  const sizes = { app: 2, system: 1 };
  openPools({ app: db.appUrl, system: db.systemUrl }, { pages: sizes, sending: sizes });
});
afterAll(() => db.close());

test("what a function reads and writes, within its steps and outside of them, goes over the job runner's connections", async () => {
  const event = { id: "01", name: "test/one", data: {}, ts: Date.now(), user: {} };
  const body = JSON.stringify({
    ctx: {
      attempt: 0,
      disable_immediate_execution: false,
      fn_id: "00000000-0000-4000-8000-000000000001",
      qi_id: "",
      run_id: "01RUN",
      stack: { stack: [], current: 0 },
      use_api: false,
    },
    event,
    events: [event],
    steps: {},
    use_api: false,
    version: 1,
  });
  const call = new NextRequest("http://127.0.0.1:3000/api/inngest?fnId=test-one&stepId=step", {
    method: "POST",
    headers: { "content-type": "application/json", "content-length": String(body.length) },
    body,
  });
  const answer = await forEngine(() => POST(call, { params: Promise.resolve({}) } as never));
  expect(answer.status).toBe(206);
  expect(names).toEqual(["before a step: countersign sending", "in a step: countersign sending"]);
  await look("beside it");
  expect(names.at(-1)).toBe("beside it: countersign pages");
});
