import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { writeList } from "./out/write-list";
import { showFile } from "./show-file";
import { stageFile } from "./stage-file";
import { takeFile } from "./take-file";
import { takeNext } from "./take-next";

/** PROVE=1 for the full size: a million lines, beside twenty thousand contacts who are under way and of whom a tenth is named. */
const full = Boolean(process.env.PROVE);
const size = full ? { lines: 1_000_000, contacts: 20_000 } : { lines: 6_000, contacts: 600 };
const now = new Date("2026-11-24T15:00:00Z");

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let fileId = "";

beforeAll(async () => {
  db = await testDatabase();
  ({ scope } = await seedTeam(db.admin));
  const team = scope.teamId;
  const senderAccountId = await seedMailbox(db.admin, team);
  await db.admin`insert into upload_batches (team_id, file_name) values (${team}, 'all.csv')`;
  // Every tenth contact stands in the file.
  await db.admin`insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm)
    select ${team}, b.id, '{}', 'Person ' || n, a, a from upload_batches b cross join generate_series(1, ${size.contacts}) n
      cross join lateral (select case when n % 10 = 0 then 'person.' || n || '@company' || n % 90000 || '.example' else 'other.' || n || '@x.example' end as a) x
    where b.team_id = ${team}`;
  const { campaignId } = await seedCampaign(db.admin, team, {
    name: "Autumn",
    status: "active",
    senderAccountId,
    steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }],
    settings: anyHour,
  });
  await db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, status)
    select ${team}, ${campaignId}, id, ${senderAccountId}, email, 'pending' from contacts where team_id = ${team}`;
  await db.admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id)
    select c.team_id, c.contact_id, 'first_outreach', 's', 'b', 'approved', c.campaign_id, c.id, s.id, 1, c.sender_account_id
    from campaign_contacts c join campaign_sequences s on s.campaign_id = c.campaign_id where c.team_id = ${team}`;
  await db.admin`analyze`;
}, 1_800_000);
afterAll(() => db.close());

async function* lines(count: number) {
  let text = "E-Mail-Adresse;Grund;Datum\r\n";
  for (let at = 0; at < count; at += 1) {
    text += `person.${at}@company${at % 90_000}.example;${at % 3 === 0 ? "unsubscribed" : "bounced"};2026-01-01 12:00\r\n`;
    if (text.length > 65_536) {
      yield Buffer.from(text);
      text = "";
    }
  }
  yield Buffer.from(text);
}

type Measured<T> = { result: T; seconds: number; computing: number; megabytes: number };

/** How long it took, how long this process and its database computed for it, and by how many MB the process grew at most meanwhile. */
async function measure<T>(run: () => Promise<T>): Promise<Measured<T>> {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const [began, computed] = [performance.now(), computedSeconds()];
  const result = await run().finally(() => clearInterval(watch));
  const seconds = (performance.now() - began) / 1000;
  return { result, seconds, computing: Math.min(seconds, computedSeconds() - computed), megabytes: (most - before) / 1e6 };
}

/** Of this process and of the connections to its database, as Linux counts it in hundredths; a machine that others use tells more by it than by a clock. */
function computedSeconds(): number {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1e6;
  if (process.platform !== "linux") return own;
  const connections = readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && textOf(`/proc/${name}/cmdline`).includes(db.name),
  );
  const ticks = connections.map((name) => {
    const fields = textOf(`/proc/${name}/stat`).split(") ")[1]?.split(" ") ?? [];
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return own + ticks.reduce((sum, one) => sum + one, 0) / 100;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // It ended while it was looked at.
  }
}

test("the lines are read while they come, in little memory", async ({ task }) => {
  const read = await measure(() => stageFile(scope, { name: "list.csv", column: null }, lines(size.lines), now));
  fileId = read.result;
  tell(task, read);
  if (full) expect([read.computing < 40, read.megabytes < 250]).toEqual([true, true]);
}, 1_800_000);

test("what they would do is shown", async ({ task }) => {
  const shown = await measure(() => showFile(scope, fileId));
  const { file, stopped } = shown.result;
  expect([file.entries, file.refused, stopped?.people, stopped?.signed]).toEqual([
    size.lines,
    0,
    size.contacts / 10,
    size.contacts / 10,
  ]);
  tell(task, shown);
  if (full) expect(shown.computing).toBeLessThan(3);
}, 1_800_000);

test("they are taken over", async ({ task }) => {
  await takeFile(scope, fileId);
  const taken = await measure(async () => {
    while (!(await takeNext(scope, fileId, now)).done);
  });
  const [row] = await db.admin`select count(*)::int as n from suppressions where team_id = ${scope.teamId}`;
  const [ended] =
    await db.admin`select count(*)::int as n from campaign_contacts where team_id = ${scope.teamId} and ended_reason = 'suppressed'`;
  expect([row?.n, ended?.n]).toEqual([size.lines, size.contacts / 10]);
  tell(task, taken);
  if (full) expect(taken.computing).toBeLessThan(60);
}, 1_800_000);

test("the list goes out again, in little memory", async ({ task }) => {
  let count = 0;
  const out = await measure(async () => {
    for await (const piece of writeList(scope)) count += piece.split("\r\n").length - 1;
  });
  expect(count).toBe(size.lines + 1);
  tell(task, out);
  if (full) expect([out.computing < 20, out.megabytes < 250]).toEqual([true, true]);
}, 1_800_000);

function tell(task: { meta: object }, { seconds, computing, megabytes }: Measured<unknown>) {
  Object.assign(task.meta, {
    measured: `${size.lines.toLocaleString("en")} in ${seconds.toFixed(1)} s, of which ${computing.toFixed(1)} s computing on a machine that others used, ${Math.max(0, Math.round(megabytes))} MB more`,
  });
  process.stdout.write(`${(task.meta as { measured: string }).measured}\n`);
}
