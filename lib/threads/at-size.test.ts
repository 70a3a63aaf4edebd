import { loadavg } from "node:os";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, type TestContext, test, vi } from "vitest";
import type { TeamTransaction } from "@/db/access/with-team";
import { type ManyThreads, seedManyThreads } from "@/db/seed/seed-many-threads";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { openThread } from "../answers/open-thread";
import type { Member } from "../auth/member";
import { stubSettings } from "../env/testing/stub-settings";
import { readShell } from "../shell/read-shell";
import { listThreads } from "./list-threads";
import { beHere } from "./presence/be-here";
import { mostCounted, type ThreadFilter, threadFilters } from "./thread";

/**
 * What the list costs a team with so many threads, beside another with as many. PROVE=1 for the full size, with times; else what Postgres reads is
 * counted all the same. Times are those of lib: of the pages, see app/api/threads/at-size.test.ts.
 */
const full = Boolean(process.env.PROVE);
const threads = full ? 100_000 : 6_000;

type Explained = { "Node Type": string; "Relation Name"?: string; Plans?: Explained[] } & Record<string, unknown>;
const watch = vi.hoisted(() => ({ on: false, plans: [] as unknown[] }));
// Each statement of the list is explained before it is asked: every row of threads that Postgres takes into its hands is counted.
vi.mock("@/db/access/with-team", async (original) => {
  const real = await original<typeof import("@/db/access/with-team")>();
  const withTeam: typeof real.withTeam = (scope, fn) =>
    real.withTeam(scope, (tx) => {
      const execute = async (query: Parameters<TeamTransaction["execute"]>[0]) => {
        if (watch.on) watch.plans.push((await tx.execute(sql`explain (analyze, format json) ${query}`))[0]);
        return tx.execute(query);
      };
      return fn(new Proxy(tx, { get: (of, name) => (name === "execute" ? execute : Reflect.get(of, name)) }));
    });
  return { ...real, withTeam };
});

let db: TestDatabase;
let team: ManyThreads;
let member: Member;
const now = new Date("2026-11-26T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  await seedManyThreads(db.admin, threads, now);
  team = await seedManyThreads(db.admin, threads, now);
  const person = {
    sessionId: "",
    role: "member" as const,
    name: "Anna",
    email: "a@c.example",
    teamName: "C",
    timezone: "UTC",
    teamTimezone: "UTC",
  };
  member = { ...team.scope, ...person };
}, 900_000);
afterAll(() => db.close());

const list = (filter: ThreadFilter, mailboxId: string | null = null, after: string | null = null) =>
  listThreads(member, { filter, mailboxId, after }, now);
const second = async (filter: ThreadFilter, mailboxId: string | null = null) =>
  list(filter, mailboxId, (await list(filter, mailboxId)).next);
const reads: [string, () => Promise<unknown>][] = threadFilters.flatMap((filter): [string, () => Promise<unknown>][] => [
  [filter, () => list(filter)],
  [`${filter}, page 2`, () => second(filter)],
  [`${filter} of one mailbox`, () => list(filter, team.mailboxIds[1])],
  [`${filter} of one mailbox, page 2`, () => second(filter, team.mailboxIds[1])],
]);

function nodesOf(plan: Explained): Explained[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

type Told = { Plan: Explained } & Record<string, unknown>;
async function explained(read: () => Promise<unknown>): Promise<Told[]> {
  watch.plans = [];
  watch.on = true;
  await read();
  watch.on = false;
  return (watch.plans as { "QUERY PLAN": Told[] }[]).flatMap((row) => row["QUERY PLAN"]);
}

test.for(reads)("%s: no statement reads all threads, nor goes through the table", async ([, read]) => {
  const plans = await explained(read);
  expect(plans.length).toBeGreaterThan(0);
  for (const nodes of plans.map(({ Plan }) => nodesOf(Plan).filter((node) => node["Relation Name"] === "reply_threads"))) {
    const took = (node: Explained) =>
      (Number(node["Actual Rows"]) + Number(node["Rows Removed by Filter"] ?? 0)) * Number(node["Actual Loops"]);
    expect(nodes.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
    // A page, or for each of the five counts as many as are counted at most; where two indexes share a filter, some more.
    expect(nodes.reduce((sum, node) => sum + took(node), 0)).toBeLessThan(Math.min(8 * mostCounted, threads));
  }
});

const say = (context: TestContext, measured: string) => {
  (context.task.meta as { measured?: string }).measured = `${measured}, load ${loadavg()[0]?.toFixed(1)}`;
};

const times = full ? 20 : 3;
/** At the small size only what grows with the square of the size is caught: other work may share the machine. */
const slack = full ? 1 : 10;

/** The fastest of some: what others do on this machine only ever adds. */
async function holds(context: TestContext, limitMs: number, work: () => Promise<unknown>) {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  say(context, `${took[0]?.toFixed(1)} ms, p50 ${took[Math.floor(times / 2)]?.toFixed(1)} ms`);
  expect(took[0]).toBeLessThan(limitMs * slack);
}

test.for(reads)("%s is read within 100 ms", ([, read], context) => holds(context, 100, read));
test("a thread is read within 300 ms", (context) => holds(context, 300, () => openThread(member, team.open, now)));
test("the frame of every page is read within 100 ms", (context) => holds(context, 100, () => readShell(member, now)));
test("being there costs Postgres less than 5 ms, with a hundred people about", async (context) => {
  await db.admin`insert into members (team_id, tid, oid, name, email, role, status)
    select ${team.teamId}, 'tid', 'p' || n, 'P' || n, 'p' || n || '@c.example', 'member', 'active' from generate_series(1, 100) n`;
  await db.admin`insert into thread_presences (team_id, thread_id, member_id, seen_at) select team_id, ${team.open}, id, ${now} from members where team_id = ${team.teamId}`;
  const spent: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const [plan] = await explained(() => beHere(member, { threadId: team.open, typing: true }, now));
    spent.push(Number(plan?.["Planning Time"]) + Number(plan?.["Execution Time"]));
  }
  say(context, `${Math.min(...spent).toFixed(1)} ms`);
  expect(Math.min(...spent)).toBeLessThan(5 * slack);
});
