import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { createList } from "../lists/create-list";
import { deleteList } from "../lists/delete-list";
import { findSameName } from "../lists/find-same-name";
import { readLists } from "../lists/read-lists";
import { type Confirmation } from "./confirm-upload";
import { previewUpload } from "./preview-upload";
import { beginTaking } from "./taking/begin-taking";
import { takeNext } from "./taking/take-next";
import { openText, runUpload } from "./testing/run-upload";

type Scope = { teamId: string; memberId: string };
let db: TestDatabase;
let scope: Scope;
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-25T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
});

const open = (text: string) => openText(scope, text);
const run = (id: string, given?: Partial<Confirmation>, who = scope, at?: Date) => runUpload(who, id, given, at);

describe("a list that is called so already", () => {
  const text = "email\nlea@x.example\nkim@x.example\n";
  const lists = () => readLists(scope).then((all) => all.map(({ name, people }) => [name, people]));
  const given = { targets: ["email"] };

  test("is found however it is written, with its people, and only in its team", async () => {
    await run(await open(text), { ...given, list: { name: "Leads, Köln" } });
    const other = await seedTeam(db.admin);
    expect(await findSameName(scope, "  leads, KÖLN ")).toMatchObject({ name: "Leads, Köln", people: 2 });
    expect(await findSameName(scope, "leads")).toBeNull();
    expect(await findSameName(other.scope, "Leads, Köln")).toBeNull();
  });

  test("takes them, or a second one is made, but neither unasked", async () => {
    await run(await open(text), { ...given, list: { name: "Leads" } });
    const id = await open("email\nlea@x.example\nnew@x.example\n");
    await expect(run(id, { ...given, list: { name: "leads " } })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("There is a list “leads”"),
    });
    const same = await findSameName(scope, "leads");
    const upload = await run(id, { ...given, list: { id: same?.id ?? "" } });
    expect(upload.listId).toBe(same?.id);
    expect(await lists()).toEqual([["Leads", 3]]);
    await run(await open(text), { ...given, list: { name: "Leads", isSecond: true } }, scope, later);
    expect(await lists()).toEqual([
      ["Leads", 2],
      ["Leads", 3],
    ]);
  });

  test("and was deleted meanwhile, or is another team's, is told of, and nothing is begun", async () => {
    const listId = await createList(scope, "Leads", now);
    const other = await seedTeam(db.admin);
    const theirs = await createList(other.scope, "Leads", now);
    await deleteList(scope, listId, now);
    const id = await open(text);
    for (const gone of [listId, theirs])
      await expect(run(id, { ...given, list: { id: gone } })).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("deleted meanwhile"),
      });
    expect((await previewUpload(scope, id)).upload).toMatchObject({ status: "pending", listId: null });
  });

  test("loses whom the import brought when that is taken back, and stays", async () => {
    await createList(scope, "By hand", now);
    const same = await findSameName(scope, "by hand");
    const id = await open(text);
    await run(id, { ...given, list: { id: same?.id ?? "" } }, scope, later);
    expect(await lists()).toEqual([["By hand", 2]]);
    await beginTaking(scope, id, later);
    while (!(await takeNext(scope, id, later)).done);
    expect(await lists()).toEqual([["By hand", 0]]);
  });
});
