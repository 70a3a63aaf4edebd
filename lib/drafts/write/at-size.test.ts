import { existsSync, readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refreshStatistics } from "@/db/access/refresh-statistics";
import { withTeam } from "@/db/access/with-team";
import { seedLaunched } from "@/db/seed/seed-launched";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { feedCampaign } from "../../sending/queue/feed-campaign";
import { readShown } from "../../shown/read-shown";
import { hashSigned } from "../../shown/signed-by-launch";
import { askToSign } from "../sign-all/ask-to-sign";
import { signNext } from "../sign-all/sign-next";
import { startSigning } from "../sign-all/start-signing";
import { readQueue, shownBy } from "../sign-all/testing/sign-all-shown";
import { writeDrafts } from "./write-drafts";

/** PROVE=1 for the full size, SIZE for any other; then the times are printed. Limits are wide: they catch what grows with the square of the size. */
const people = Number(process.env.SIZE ?? (process.env.PROVE ? 100_000 : 2_000));
const now = new Date("2026-11-24T12:00:00Z");
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const say = (line: string) => {
  if (process.env.PROVE || process.env.SIZE) process.stdout.write(`${line}\n`);
};

/** Milliseconds of a processor that this process, and the database's for it, have used: on a machine that others use, too, they say more than the clock. */
async function usedCpu() {
  const { user, system } = process.cpuUsage();
  const backends = await db.admin<{ pid: number }[]>`select pid from pg_stat_activity where datname = current_database()`;
  const ticks = backends.map(({ pid }) => {
    // Where the database runs elsewhere, or on another system, nothing is known of it.
    const file = `/proc/${pid}/stat`;
    const rest = existsSync(file) ? (readFileSync(file, "utf8").split(") ")[1] ?? "") : "";
    return Number(rest.split(" ")[11] ?? 0) + Number(rest.split(" ")[12] ?? 0);
  });
  return { node: (user + system) / 1000, postgres: ticks.reduce((sum, one) => sum + one * 10, 0) };
}

async function timed<T>(name: string, run: () => Promise<T>): Promise<T> {
  const [start, cpu] = [performance.now(), await usedCpu()];
  const result = await run();
  const used = await usedCpu();
  say(
    `${ms(performance.now() - start)}, cpu ${ms(used.node - cpu.node)} node ${ms(used.postgres - cpu.postgres)} postgres  ${name}`,
  );
  return result;
}
const ms = (time: number) => `${String(Math.round(time)).padStart(6)} ms`;

async function batches(name: string, run: (batch: number) => Promise<{ more: boolean }>) {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const times: number[] = [];
  const began = performance.now();
  await timed(name, async () => {
    for (let more = true; more; ) {
      const start = performance.now();
      ({ more } = await run(times.length));
      times.push(Math.round(performance.now() - start));
      expect(times.at(-1), name).toBeLessThan(120_000);
      if (times.length === 1)
        await refreshStatistics({ teamId, memberId: null }, ["campaign_contacts", "email_drafts", "signatures"]);
    }
  });
  loop.disable();
  const seconds = (performance.now() - began) / 1000;
  say(
    `  ${Math.round(people / seconds)} a second, batches ${times.slice(0, 3)} ... ${times.slice(-3)} ms, others waited ${(loop.max / 1e6).toFixed(0)} ms at most, p99 ${(loop.percentile(99) / 1e6).toFixed(0)} ms`,
  );
}

let teamId: string;
async function seed(reviewMode: "each" | "launch") {
  const made = await timed(`seeded ${people}`, () => seedLaunched(db.admin, people, { reviewMode, now }));
  teamId = made.teamId;
  const shown = await withTeam(made.scope, (tx) => readShown(tx, made.campaignId));
  await db.admin`update campaign_launches set templates_hash = ${hashSigned(shown)}, launched_by = ${made.scope.memberId} where campaign_id = ${made.campaignId}`;
  return made;
}

test("everybody gets a draft from the template, and all of them are signed at once", async () => {
  const { scope, campaignId } = await seed("each");
  await batches("drafts by template", (from) =>
    writeDrafts({ ...scope, memberId: null }, { campaignId }, now, from === 0 ? undefined : 5000),
  );
  await timed("fed", () => feedCampaign(scope, campaignId, now));
  const queue = await timed("queue read", () => readQueue(scope, campaignId, now));
  const { jobId, passing } = await timed("asked", () => askToSign(scope, shownBy(queue, campaignId), now));
  expect(passing).toBe(people);
  await startSigning(scope, jobId, now);
  await batches("sign all", () => signNext(scope, jobId, now));
  await timed("fed first", () => feedCampaign(scope, campaignId, now));
  await timed("fed again", () => feedCampaign(scope, campaignId, now));
}, 1_800_000);

test("everybody gets a draft that the launch signs", async () => {
  const { scope, campaignId } = await seed("launch");
  await batches("drafts by launch", (from) =>
    writeDrafts({ ...scope, memberId: null }, { campaignId }, now, from === 0 ? undefined : 5000),
  );
  const [row] =
    await db.admin`select count(*)::int as n from signatures g join email_drafts d on d.id = g.draft_id where d.campaign_id = ${campaignId}`;
  expect(row?.n).toBe(people);
  await timed("fed", () => feedCampaign(scope, campaignId, now));
}, 1_800_000);
