import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { addMembers } from "../contacts/add-members";
import { archiveContacts } from "../contacts/archive-contacts";
import { readContacts } from "../contacts/read-contacts";
import { removeMembers } from "../contacts/remove-members";
import type { Removal } from "../removals/keep-removal";
import { takeBackRemoval } from "../removals/take-back-removal";
import { confirmUpload } from "../uploads/confirm-upload";
import { processRows } from "../uploads/import/process-rows";
import { openUpload } from "../uploads/open-upload";
import { createList } from "./create-list";
import { deleteList } from "./delete-list";
import { findList } from "./find-list";
import { readLists } from "./read-lists";
import { renameList } from "./rename-list";

type World = { scope: { teamId: string; memberId: string }; contactIds: string[]; listId: string };
let db: TestDatabase;
let mine: World;
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T12:01:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  mine = await world();
});

async function world(): Promise<World> {
  const { scope } = await seedTeam(db.admin);
  const { contactIds } = await seedContacts(db.admin, scope.teamId, inventPeople(4));
  return { scope, contactIds, listId: await createList(scope, "  Fair ", now) };
}
const members = async (of = mine) =>
  (await readContacts(of.scope, { listId: of.listId, sort: "name" }, 1)).rows.map((row) => row.id).sort();
const readList = (scope: typeof mine.scope, listId: string) => withTeam(scope, (tx) => findList(tx, listId));
const some = (count: number, of = mine) => of.contactIds.slice(0, count).sort();
const add = (contactIds: string[], of = mine, by = mine) => addMembers(by.scope, of.listId, contactIds, later);
const remove = (contactIds: string[], of = mine, by = mine) => removeMembers(by.scope, of.listId, contactIds, later);
const takeBack = (removal: Removal | null, by = mine) => takeBackRemoval(by.scope, ["people of a list"], removal as Removal);

describe("a list", () => {
  test("begins empty and gets another name", async () => {
    expect(await readList(mine.scope, mine.listId)).toMatchObject({ name: "Fair", createdAt: now });
    expect(await members()).toEqual([]);
    await renameList(mine.scope, mine.listId, " Autumn fair ", later);
    expect(await readLists(mine.scope)).toEqual([{ id: mine.listId, name: "Autumn fair", people: 0 }]);
  });
  test("takes people once, and says how many are new in it", async () => {
    expect(await add(some(2))).toBe(2);
    expect(await add([...some(3), ...some(3)])).toBe(1);
    expect(await members()).toEqual(some(3));
    expect(await add([])).toBe(0);
    expect(await add([crypto.randomUUID()])).toBe(0);
  });
  test("takes people of ten requests at once", async () => {
    const counts = await Promise.all(Array.from({ length: 10 }, () => add(some(4))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(await members()).toEqual(some(4));
  });
  test("lets people go, who stay contacts and stay in other lists", async () => {
    const other = { ...mine, listId: await createList(mine.scope, "Other", now) };
    await add(some(3));
    await add(some(3), other);
    expect((await remove(some(1))).count).toBe(1);
    expect((await remove(some(4))).count).toBe(2);
    expect(await remove([])).toEqual({ count: 0, removal: null });
    expect(await members()).toEqual([]);
    expect(await members(other)).toEqual(some(3));
    expect(await readContacts(mine.scope, {}, 1)).toMatchObject({ total: 4 });
  });
  test("gets back those whom it let go, once, but whom somebody archived or added again since as they are", async () => {
    await add(some(3));
    const { removal } = await remove(some(3));
    const [again, gone] = some(3);
    await add([again ?? ""]);
    await archiveContacts(mine.scope, [gone ?? ""], later);
    await expect(takeBack(removal, await world())).rejects.toMatchObject({ code: "not_found" });
    await takeBack(removal);
    expect(await readLists(mine.scope)).toMatchObject([{ people: 2 }]);
    expect(await members()).toHaveLength(2);
    await expect(takeBack(removal)).rejects.toMatchObject({ code: "conflict" });
  });
  test("that is deleted since gets nobody back", async () => {
    await add(some(2));
    const { removal } = await remove(some(2));
    await deleteList(mine.scope, mine.listId, later);
    await expect(takeBack(removal)).rejects.toMatchObject({ code: "conflict" });
  });
  test("counts nobody who is archived", async () => {
    await add(some(3));
    await archiveContacts(mine.scope, some(1), later);
    expect(await readLists(mine.scope)).toMatchObject([{ people: 2 }]);
  });
});

test("a list made from an upload holds everybody of the file, also who was known", async () => {
  const known = inventPeople(1)[0]?.email ?? "";
  async function* file() {
    yield new TextEncoder().encode(
      `Name,email\nLea,lea@hale.example\nKnown,${known.toUpperCase()}\nLea,LEA@hale.example\nBad,no address\n`,
    );
  }
  const upload = (at: Date) => openUpload(mine.scope, "people.csv", file(), at);
  const run = async (id: string, at: Date) => {
    await confirmUpload(mine.scope, id, { targets: ["name", "email"], knownPolicy: "leave", listName: " File " }, at);
    while (!(await processRows(mine.scope, id, at, { longest: 0, atOnce: 2 })).done);
  };
  const first = await upload(now);
  await run(first, later);
  const [list] = await readLists(mine.scope);
  expect(list).toMatchObject({ name: "File", people: 2 });
  const page = await readContacts(mine.scope, { listId: list?.id }, 1);
  expect(page.rows.map((row) => row.email).sort()).toEqual([known, "lea@hale.example"].sort());
  await expect(run(first, later)).rejects.toMatchObject({ code: "conflict" });
  expect(await readLists(mine.scope)).toHaveLength(2);
});

describe("another team's list", () => {
  let theirs: World;
  beforeEach(async () => {
    theirs = await world();
    await add(some(2, theirs), theirs, theirs);
  });
  const verbs: [string, () => Promise<unknown>][] = [
    ["read", () => readList(mine.scope, theirs.listId)],
    ["renamed", () => renameList(mine.scope, theirs.listId, "Taken", later)],
    ["added to", () => add(some(2), theirs)],
    ["added to with its own people", () => add(some(4, theirs), theirs)],
    ["taken from", () => remove(some(2, theirs), theirs)],
  ];
  test.each(verbs)("is not found to be %s", async (_, verb) => {
    await expect(verb()).rejects.toMatchObject({ code: "not_found" });
    expect(await readList(theirs.scope, theirs.listId)).toMatchObject({ name: "Fair" });
    expect(await members(theirs)).toEqual(some(2, theirs));
  });
  test("is not among ours, and its people do not come into ours", async () => {
    expect((await readLists(mine.scope)).map((list) => list.id)).toEqual([mine.listId]);
    expect(await add([...some(4, theirs), ...some(1)])).toBe(1);
    expect(await members()).toEqual(some(1));
    expect(await remove(some(4, theirs))).toEqual({ count: 0, removal: null });
    expect(await members(theirs)).toEqual(some(2, theirs));
  });
});
