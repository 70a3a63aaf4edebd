import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { confirmUpload } from "../confirm-upload";
import { correctRow } from "../correct/correct-row";
import { keepCounts } from "../count/keep-counts";
import { processRows } from "../import/process-rows";
import { openUpload } from "../open-upload";
import { previewUpload } from "../preview-upload";
import { readUnusual } from "./read-unusual";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
const now = new Date("2026-11-24T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
});

async function* inPieces(text: string) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
async function bring(text: string): Promise<string> {
  const id = await openUpload(scope, "people.csv", inPieces(text), now);
  const { upload } = await previewUpload(scope, id);
  if (!upload.counted) await keepCounts(scope, id);
  const targets = upload.mapping.map((one) => one.target);
  await confirmUpload(scope, id, { targets, knownPolicy: "fill", listName: null }, now);
  while (!(await processRows(scope, id, now)).done);
  return id;
}

test("shared and throw-away addresses come in, are counted before and named behind, whoever was known among them", async () => {
  await bring("email,name\nsales@hale.example,Known Desk\n");
  const id = await bring(
    "email,name\nlea@hale.example,Lea\nNo-Reply+x@hale.example,Robot\nSALES@hale.example,Desk\nkim@mailinator.com,Kim\ninfo@yopmail.com,Both\ninfo@yopmail.com,Twice\ninfo@,Bad\n",
  );
  expect((await previewUpload(scope, id)).upload.counted).toMatchObject({ shared: 3, throwAway: 2, out: 0, fresh: 4, known: 1 });
  const unusual = await readUnusual(scope, id);
  expect(unusual).toMatchObject({ shared: 3, throwAway: 2, total: 4 });
  expect(
    unusual.people.map(({ line, name, address, isShared, isThrowAway }) => [line, name, address, isShared, isThrowAway]),
  ).toEqual([
    [3, "Robot", "no-reply+x@hale.example", true, false],
    [4, "Known Desk", "sales@hale.example", true, false],
    [5, "Kim", "kim@mailinator.com", false, true],
    [6, "Both", "info@yopmail.com", true, true],
  ]);
  await correctRow(scope, id, { line: 8, cells: [{ column: 0, text: "info@hale.example" }] }, now);
  expect(await readUnusual(scope, id, 1)).toMatchObject({ shared: 4, total: 5, people: [{ line: 3 }] });
  const other = await seedTeam(db.admin);
  await expect(readUnusual(other.scope, id)).rejects.toMatchObject({ code: "not_found" });
  const usual = await bring("email,name\nida@hale.example,Ida\nsales@,Desk\n");
  expect((await readUnusual(scope, usual)).total).toBe(0);
  await correctRow(scope, usual, { line: 3, cells: [{ column: 0, text: "sales@ida.example" }] }, now);
  expect((await readUnusual(scope, usual)).people.map(({ line }) => line)).toEqual([3]);
});

/** PROVE=1 for as many as a large file has. */
const [rows, countedMs, readMs] = process.env.PROVE ? [100_000, 8_000, 1_500] : [5_000, 3_000, 1_500];

test(`of ${rows} rows they are counted and named in time`, async ({ task }) => {
  const text = Array.from({ length: rows }, (_, n) => `${n % 10 === 0 ? "info" : `p${n}`}@firm${n}.example,P ${n}\n`).join("");
  const id = await openUpload(scope, "people.csv", inPieces(`email,name\n${text}`), now);
  await db.admin`update upload_batches set counted = null where id = ${id}`;
  const began = performance.now();
  await keepCounts(scope, id);
  const counted = performance.now() - began;
  const { upload } = await previewUpload(scope, id);
  expect(upload.counted).toMatchObject({ shared: rows / 10, throwAway: 0 });
  await confirmUpload(scope, id, { targets: ["email", "name"], knownPolicy: "fill", listName: null }, now);
  while (!(await processRows(scope, id, now)).done);
  const reading = performance.now();
  expect((await readUnusual(scope, id)).total).toBe(rows / 10);
  const read = performance.now() - reading;
  Object.assign(task.meta, { measured: `counted in ${Math.round(counted)} ms, named in ${Math.round(read)} ms` });
  process.stdout.write(`${rows} rows ${(task.meta as { measured?: string }).measured}\n`);
  expect([counted < countedMs, read < readMs]).toEqual([true, true]);
}, 300_000);
