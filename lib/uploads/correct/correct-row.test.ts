import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { confirmUpload } from "../confirm-upload";
import { processRows } from "../import/process-rows";
import { openUpload } from "../open-upload";
import { previewUpload } from "../preview-upload";
import { readResult } from "../read-result";
import { beginBringing, beginTaking } from "../taking/begin-taking";
import { bringNext } from "../taking/bring-next";
import { readPlan } from "../taking/read-plan";
import { takeNext } from "../taking/take-next";
import { correctRow } from "./correct-row";

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

async function* inOne(text: string) {
  yield new TextEncoder().encode(text);
}
type More = { knownPolicy?: "fill" | "overwrite" | "leave"; listName?: string | null; targets?: string[] };
async function bring(text: string, more: More = {}): Promise<string> {
  const id = await openUpload(scope, "people.csv", inOne(text), now);
  const targets = more.targets ?? (await previewUpload(scope, id)).upload.mapping.map((one) => one.target);
  const { knownPolicy = "fill", listName = "People" } = more;
  await confirmUpload(scope, id, { targets, knownPolicy, listName }, now);
  while (!(await processRows(scope, id, now)).done);
  return id;
}
const counts = async (id: string) => {
  const { upload } = await readResult(scope, id, 1);
  const { createdCount, updatedCount, unchangedCount, refusedCount, processedContacts } = upload;
  expect(createdCount + updatedCount + unchangedCount + refusedCount).toBe(processedContacts);
  return [createdCount, updatedCount, unchangedCount, refusedCount];
};
const person = async (email: string) => {
  const [row] = await db.admin`select c.name, c.company, c.fields, c.raw_data, c.upload_line as line, c.archived_at as archived,
    array(select l.name from contact_list_members m join contact_lists l on l.id = m.list_id where m.contact_id = c.id) as lists
    from contacts c where c.team_id = ${scope.teamId} and c.email_norm = ${email}`;
  return row;
};
const address = (text: string) => [{ column: 1, text }];
const rims = "Name,email,City,Own\nOmar Ray,omar@ray.example,Bonn,1\nGladys Rim,gladys.rim,Ulm,2\nYuki,,Ulm,3\n";

test("a corrected row becomes the person it would have been, in the list, and the counts move with it", async () => {
  const id = await bring(rims, { targets: ["name", "email", "field:city", "skip"] });
  expect(await counts(id)).toEqual([1, 0, 0, 2]);
  const cells = [...address(" Gladys@Rim.example "), { column: 2, text: "Köln" }];
  expect(await correctRow(scope, id, { line: 3, cells }, now)).toEqual({
    name: "Gladys Rim",
    line: 3,
    became: "created",
    isSuppressed: false,
  });
  expect(await counts(id)).toEqual([2, 0, 0, 1]);
  expect(await person("gladys@rim.example")).toEqual({
    name: "Gladys Rim",
    company: null,
    fields: { city: "Köln" },
    raw_data: { Name: "Gladys Rim", email: "Gladys@Rim.example", City: "Köln", Own: "2" },
    line: 3,
    archived: null,
    lists: ["People"],
  });
  const [row] =
    await db.admin`select state, reason, contact_id, cells from upload_rows where upload_batch_id = ${id} and line = 3`;
  expect(row).toEqual({ state: "created", reason: null, contact_id: null, cells: [] });
  expect((await readResult(scope, id, 1)).refused.map(({ line }) => line)).toEqual([4]);
});

describe("what is still wrong is said at its cell, and nothing is written", () => {
  test.each([
    ["no address", address("gladys@rim"), { "cell.1": "The domain has no ending" }],
    ["an address of this file", address("OMAR@ray.example"), { "cell.1": "The same address as line 2" }],
    [
      "a name that is too long",
      [...address("g@rim.example"), { column: 0, text: "x".repeat(501) }],
      { "cell.0": "The name is longer than 500 characters" },
    ],
  ])("%s", async (_, cells, fields) => {
    const id = await bring(rims);
    await expect(correctRow(scope, id, { line: 3, cells }, now)).rejects.toMatchObject({ code: "invalid", fields });
    expect(await counts(id)).toEqual([1, 0, 0, 2]);
    expect(await person("g@rim.example")).toBeUndefined();
  });
  test("a column that is not imported", async () => {
    const id = await bring(rims, { targets: ["name", "email", "field:city", "skip"] });
    const cells = [...address("g@rim.example"), { column: 3, text: "x" }];
    await expect(correctRow(scope, id, { line: 3, cells }, now)).rejects.toMatchObject({ code: "invalid" });
    await expect(correctRow(scope, id, { line: 3, cells: [{ column: 9, text: "x" }] }, now)).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("where the address is somebody's the team knows", () => {
  const file = "Name,email,Company\nOmar Ray,omar@ray.example,Ray\nLea Other,lea@,Hale\n";
  beforeEach(async () => {
    await bring("Name,email\nLea Hale,lea@hale.example\n", { listName: null });
  });
  test.each([
    ["fill", [1, 1, 0, 0], { name: "Lea Hale", company: "Hale" }, "updated"],
    ["overwrite", [1, 1, 0, 0], { name: "Lea Other", company: "Hale" }, "updated"],
    ["leave", [1, 0, 1, 0], { name: "Lea Hale", company: null }, "unchanged"],
  ] as const)("the policy of the import holds: %s", async (knownPolicy, numbers, is, became) => {
    const id = await bring(file, { knownPolicy });
    const done = await correctRow(scope, id, { line: 3, cells: address("lea@hale.example") }, now);
    expect(done).toMatchObject({ became, name: is.name });
    expect(await counts(id)).toEqual(numbers);
    expect(await person("lea@hale.example")).toMatchObject({ ...is, lists: ["People"] });
    // Another line of the file cannot be them any more.
    await takeBack(id);
    expect(await person("lea@hale.example")).toMatchObject({ name: "Lea Hale", company: null, lists: [] });
  });
  test("they are one person with another line of the file", async () => {
    const id = await bring("Name,email,Company\nLea,lea@hale.example,Hale\nLea Other,lea@,Hale\n");
    await expect(correctRow(scope, id, { line: 3, cells: address("lea@hale.example") }, now)).rejects.toMatchObject({
      fields: { "cell.1": "The same address as line 2" },
    });
  });
});

test("somebody who is suppressed comes in, and stays so", async () => {
  const id = await bring(rims);
  await db.admin`insert into suppressions (team_id, email_norm, reason) values (${scope.teamId}, 'gladys@rim.example', 'unsubscribed')`;
  const done = await correctRow(scope, id, { line: 3, cells: address("gladys@rim.example") }, now);
  expect(done).toMatchObject({ became: "created", isSuppressed: true });
  expect((await readResult(scope, id, 1)).suppressed).toBe(1);
});

test("of two who correct one row at once, the second is told who came of it", async () => {
  const id = await bring(rims);
  const both = await Promise.allSettled(
    ["gladys@rim.example", "gladys@rim.test"].map((text) => correctRow(scope, id, { line: 3, cells: address(text) }, now)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({
    code: "conflict",
    message: "Somebody corrected line 3 meanwhile: Gladys Rim is in. Nothing was changed.",
  });
  expect(await counts(id)).toEqual([2, 0, 0, 1]);
  const [row] = await db.admin`select count(*)::int as n from contacts where team_id = ${scope.teamId}`;
  expect(row?.n).toBe(2);
});

test("of two rows corrected at once to one address, one comes in", async () => {
  const id = await bring(rims);
  const both = await Promise.allSettled(
    [3, 4].map((line) => correctRow(scope, id, { line, cells: address("g@rim.example") }, now)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await counts(id)).toEqual([2, 0, 0, 1]);
});

test("what asked elsewhere not to be mailed, or is another line's person, cannot be corrected", async () => {
  const id = await bring(
    "email,Status\nlea@hale.example,Active\nkim@hale.example,Unsubscribed\nLEA@hale.example,Active\nnobody,Active\n",
  );
  for (const line of [3, 4])
    await expect(correctRow(scope, id, { line, cells: [{ column: 0, text: "x@y.example" }] }, now)).rejects.toMatchObject({
      code: "blocked",
    });
  const { refused } = await readResult(scope, id, 1);
  expect(refused.map(({ cells }) => cells !== null)).toEqual([false, false, true]);
  // That they said no stands in the row that is corrected, too.
  const cells = [
    { column: 0, text: "no@hale.example" },
    { column: 1, text: "Unsubscribed" },
  ];
  await expect(correctRow(scope, id, { line: 5, cells }, now)).rejects.toMatchObject({ code: "invalid" });
});

test("nothing is corrected while the import runs, after it was taken back, of a line that was never refused, or of another team", async () => {
  const id = await bring(rims);
  const correct = { line: 3, cells: address("g@rim.example") };
  await db.admin`update upload_batches set status = 'processing' where id = ${id}`;
  await expect(correctRow(scope, id, correct, now)).rejects.toMatchObject({ code: "conflict" });
  await db.admin`update upload_batches set status = 'completed' where id = ${id}`;
  const other = await seedTeam(db.admin);
  await expect(correctRow(other.scope, id, correct, now)).rejects.toMatchObject({ code: "not_found" });
  await expect(correctRow(scope, id, { ...correct, line: 2 }, now)).rejects.toMatchObject({ code: "not_found" });
  await takeBack(id);
  await expect(correctRow(scope, id, correct, now)).rejects.toMatchObject({ code: "conflict" });
});

test("taking the import back takes whom a correction made too, counted once, and brings them back", async () => {
  const id = await bring(rims);
  await correctRow(scope, id, { line: 3, cells: address("gladys@rim.example") }, now);
  expect((await readPlan(scope, id, now))?.taken.went).toBe(2);
  await takeBack(id);
  expect((await person("gladys@rim.example"))?.archived).not.toBeNull();
  const [row] = await db.admin`select taken from upload_batches where id = ${id}`;
  expect(row?.taken).toMatchObject({ went: 2, setBack: 0, kept: 0, same: 0 });
  await beginBringing(scope, id, now);
  while (!(await bringNext(scope, id, now)).done);
  expect(await person("gladys@rim.example")).toMatchObject({ archived: null, lists: ["People"] });
  await correctRow(scope, id, { line: 4, cells: address("yuki@rim.example") }, now);
  expect(await counts(id)).toEqual([3, 0, 0, 0]);
});

async function takeBack(id: string) {
  await beginTaking(scope, id, now);
  while (!(await takeNext(scope, id, now)).done);
}
