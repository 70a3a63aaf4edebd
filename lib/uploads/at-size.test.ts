import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refreshStatistics } from "@/db/access/refresh-statistics";
import { seedTeam } from "@/db/seed/seed-team";
import { copyContacts } from "@/db/testing/copy-contacts";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { mapperOf } from "../columns/map-row";
import type { Target } from "../columns/mapping";
import { confirmUpload } from "./confirm-upload";
import { keepCounts } from "./count/keep-counts";
import { processRows } from "./import/process-rows";
import { openUpload } from "./open-upload";
import { previewUpload } from "./preview-upload";
import { beginBringing, beginTaking } from "./taking/begin-taking";
import { bringNext } from "./taking/bring-next";
import { readPlan } from "./taking/read-plan";
import { takeNext } from "./taking/take-next";

/** PROVE=1 for the full size: half a million rows of ten columns, 80 MB. */
const full = Boolean(process.env.PROVE);
const size = full ? 500_000 : 6_000;
const copies = full ? 5 : 3;
const now = new Date("2026-11-24T15:00:00Z");
const day = 86_400_000;
const headers = ["Email", "First name", "Last name", "Company", "City", "Country", "Phone", "Website", "Role", "Note"];

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let base = 0;

beforeAll(async () => {
  db = await testDatabase();
  ({ scope } = await seedTeam(db.admin));
}, 60_000);
afterAll(() => db.close());

const cells = (n: number, domain: string) => [
  `person.${n}@company${n % 40_000}.${domain}`,
  `First${n % 5000}`,
  `Last${n % 9000}`,
  `Company ${n % 40_000} & Sons`,
  `Town ${n % 800}`,
  "Germany",
  `+49 30 ${100_000 + n}`,
  `https://www.company${n % 40_000}.example`,
  "Head of purchasing",
  `Met at the fair in hall ${n % 20}, wants a call`,
];

async function* file(rows: number, domain: string) {
  let text = `${headers.join(",")}\r\n`;
  for (let n = 0; n < rows; n += 1) {
    // The note has a comma.
    text += `${cells(n, domain).slice(0, 9).join(",")},"${cells(n, domain)[9]}"\r\n`;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

/** Seconds of the same rows by COPY, split and mapped before. */
async function copy(): Promise<number> {
  const map = mapperOf(headers.map((header, n) => ({ header, target: targets[n] as Target })));
  const batch = randomUUID();
  const rows = Array.from({ length: size }, (_, n) => {
    const mapped = map(cells(n, "copy.example"));
    if (!("row" in mapped)) throw new Error(mapped.refused);
    const { raw, name, email, company, emailNorm, firstName, lastName, fields } = mapped.row;
    const line = [name, email, company, emailNorm, firstName, lastName, JSON.stringify(fields)];
    return [scope.teamId, batch, String(n + 2), JSON.stringify(raw), ...line];
  });
  const columns =
    "team_id, upload_batch_id, upload_line, raw_data, name, email, company, email_norm, first_name, last_name, fields";
  return copyContacts(db.ownerUrl, columns.split(", "), rows);
}

const targets = [
  "email",
  "first_name",
  "last_name",
  "company",
  "field:city",
  "field:country",
  "field:phone",
  "field:website",
  "field:role",
  "field:note",
];
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

type Task = { meta: object };
function tell(task: Task, words: string) {
  Object.assign(task.meta, { measured: words });
}

/** From the first byte to the last contact, with the list; how far it is is looked at meanwhile. */
async function bringIn(domain: string, more: { processes?: number; crashes?: boolean } = {}) {
  const began = performance.now();
  const id = await openUpload(scope, `${domain}.csv`, file(size, domain), now);
  while (!(await previewUpload(scope, id)).upload.counted) await keepCounts(scope, id);
  await confirmUpload(scope, id, { targets, knownPolicy: "fill", listName: domain }, now);
  const seen = new Set<number>();
  const look = setInterval(async () => {
    const [row] = await db.admin`select processed_contacts as n from upload_batches where id = ${id}`;
    seen.add(Number(row?.n));
  }, 200);
  let failed = 0;
  const run = async (crashes: boolean) => {
    for (let turn = 0; ; turn += 1) {
      // A process that ends in the middle: what it had begun is rolled back with its connection.
      const taking = processRows(scope, id, now, { longest: crashes ? 0 : 5000 });
      if (crashes && turn === 2)
        await db.admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${db.name} and usename = 'countersign_app' and state <> 'idle' limit 1`.catch(
          () => {},
        );
      const { done } = await taking.catch(async (error) => {
        // A step that is cut off is repeated, as the job runner does, whosever connection it was; what fails again and again is a fault.
        failed += 1;
        if (!more.crashes || failed > 10) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
        return { done: false };
      });
      if (turn === 0) await refreshStatistics(scope, ["contact_list_members", "contacts", "upload_rows"]);
      if (done) return;
    }
  };
  await Promise.all(Array.from({ length: more.processes ?? 1 }, (_, n) => run(Boolean(more.crashes) && n === 0)));
  clearInterval(look);
  return { id, seconds: (performance.now() - began) / 1000, steps: seen.size };
}

const inTeam = async () => {
  const [row] = await db.admin`select count(*)::int as people, count(distinct c.email_norm)::int as addresses,
      (select count(*)::int from contact_list_members m join contact_lists l on l.id = m.list_id where l.team_id = ${scope.teamId}) as members,
      (select count(*)::int from contact_addresses a where a.team_id = ${scope.teamId}) as known
    from contacts c where c.team_id = ${scope.teamId} and c.archived_at is null`;
  return { ...row };
};

test("a file becomes contacts, beside COPY of the same rows into the same table and indexes", async ({ task }) => {
  const before: number[] = [];
  for (let n = 0; n < Math.ceil(copies / 2); n += 1) before.push(await copy());
  let most = 0;
  const idle = process.memoryUsage().rss;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const { seconds, steps } = await bringIn("first.example");
  clearInterval(watch);
  for (let n = before.length; n < copies; n += 1) before.push(await copy());
  base = median(before);
  expect(await inTeam()).toEqual({ people: size, addresses: size, members: size, known: size });
  tell(
    task,
    `${size.toLocaleString("en")} rows in ${seconds.toFixed(1)} s, ${(seconds / base).toFixed(1)} × COPY (${base.toFixed(1)} s, median of ${copies}); ${Math.round(size / seconds).toLocaleString("en")} rows a second; the process grew by ${((most - idle) / 1e6).toFixed(0)} MB; ${steps} different numbers were seen on the way`,
  );
}, 1_800_000);

test("the same file again changes nothing, and says so of each row", async ({ task }) => {
  const { id, seconds } = await bringIn("first.example");
  const { upload } = await previewUpload(scope, id);
  expect([upload.createdCount, upload.updatedCount, upload.unchangedCount, upload.refusedCount]).toEqual([0, 0, size, 0]);
  tell(task, `${seconds.toFixed(1)} s, ${(seconds / base).toFixed(1)} × COPY`);
}, 1_800_000);

test("two processes at once, of which one is cut off in the middle, come to the same", async ({ task }) => {
  const { id, seconds } = await bringIn("second.example", { processes: 2, crashes: true });
  const { upload } = await previewUpload(scope, id);
  expect([upload.createdCount, upload.refusedCount, upload.status]).toEqual([size, 0, "completed"]);
  expect(await inTeam()).toMatchObject({ people: 2 * size, addresses: 2 * size });
  tell(task, `${seconds.toFixed(1)} s`);
}, 1_800_000);

test("it is taken back as planned, and brought back", async ({ task }) => {
  const [row] =
    await db.admin`select id from upload_batches where team_id = ${scope.teamId} and file_name = 'second.example.csv'`;
  const id = String(row?.id);
  const later = new Date(now.getTime() + day);
  let began = performance.now();
  const took = () => ((performance.now() - began) / 1000).toFixed(1);
  const plan = await readPlan(scope, id, later);
  expect(plan?.taken.went).toBe(size);
  const planned = took();
  began = performance.now();
  await beginTaking(scope, id, later);
  while (!(await takeNext(scope, id, later)).done);
  const taken = took();
  expect(await inTeam()).toMatchObject({ people: size });
  began = performance.now();
  await beginBringing(scope, id, later);
  while (!(await bringNext(scope, id, later)).done);
  expect(await inTeam()).toMatchObject({ people: 2 * size });
  tell(task, `the plan ${planned} s, taken back in ${taken} s, brought back in ${took()} s`);
}, 1_800_000);
