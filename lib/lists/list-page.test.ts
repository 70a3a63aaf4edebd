import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { addMembers } from "../contacts/add-members";
import { readContacts } from "../contacts/read-contacts";
import { removeMembers } from "../contacts/remove-members";
import type { Removal } from "../removals/keep-removal";
import { takeBackRemoval } from "../removals/take-back-removal";
import { suppressContact } from "../suppressions/suppress-contact";
import { confirmUpload } from "../uploads/confirm-upload";
import { processRows } from "../uploads/import/process-rows";
import { openUpload } from "../uploads/open-upload";
import { addUpload } from "./add-upload";
import { createList } from "./create-list";
import { deleteList } from "./delete-list";
import { readListPage } from "./read-list-page";

type Scope = { teamId: string; memberId: string };
let db: TestDatabase;
let scope: Scope;
const now = new Date("2026-11-24T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  scope = await newTeam();
});

const newTeam = async () => (await seedTeam(db.admin)).scope;
async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}
async function bringIn(name: string, addresses: string[], listName: string | null) {
  const id = await openUpload(scope, name, bytesOf(`email\n${addresses.join("\n")}\n`), now);
  await confirmUpload(scope, id, { targets: ["email"], knownPolicy: "fill", listName }, now);
  while (!(await processRows(scope, id, now)).done);
  return id;
}
const emails = async (listId: string) => (await readContacts(scope, { listId }, 1)).rows.map((row) => row.email).sort();

describe("a list's page", () => {
  test("says who can be mailed, where it comes from, what uses it and which files have more", async () => {
    await bringIn("fair.csv", ["a@a.example", "b@b.example", "c@c.example"], "Fair");
    await bringIn("shops.csv", ["c@c.example", "d@d.example"], null);
    const [list] = await db.admin`select id from contact_lists where team_id = ${scope.teamId}`;
    const [someone] = await db.admin`select id from contacts where email = 'a@a.example' and team_id = ${scope.teamId}`;
    await suppressContact(scope, String(someone?.id), now);
    const { campaignId } = await seedCampaign(db.admin, scope.teamId, { name: "Spring", steps: [], listId: String(list?.id) });
    const page = await readListPage(scope, String(list?.id));
    expect(page).toMatchObject({ name: "Fair", people: 3, suppressed: 1, madeFrom: { fileName: "fair.csv" } });
    expect(page.usedBy).toEqual([{ id: campaignId, name: "Spring" }]);
    expect(page.uploads.map((one) => [one.fileName, one.people, one.missing])).toEqual([
      ["shops.csv", 2, 1],
      ["fair.csv", 3, 0],
    ]);
    const { rows } = await readContacts(scope, { listId: String(list?.id), search: "b@b" }, 1);
    expect(rows[0]?.added).toEqual({ at: now, fileName: "fair.csv", line: 3 });
  });
  test("is not found for another team", async () => {
    const listId = await createList(scope, "Fair", now);
    await expect(readListPage(await newTeam(), listId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("everybody of a file", () => {
  test("comes into a list once", async () => {
    const upload = await bringIn("shops.csv", ["c@c.example", "d@d.example"], null);
    const listId = await createList(scope, "Fair", now);
    expect(await addUpload(scope, listId, upload, now)).toBe(2);
    expect(await addUpload(scope, listId, upload, now)).toBe(0);
    expect(await emails(listId)).toEqual(["c@c.example", "d@d.example"]);
  });
  test("of another team is not found, nor is another team's list", async () => {
    const upload = await bringIn("shops.csv", ["c@c.example"], null);
    const other = await newTeam();
    const theirs = await createList(other, "Theirs", now);
    await expect(addUpload(other, theirs, upload, now)).rejects.toMatchObject({ code: "not_found" });
    await expect(addUpload(scope, theirs, upload, now)).rejects.toMatchObject({ code: "not_found" });
  });
});

test("all that a search shows are added and removed, over every page", async () => {
  await seedContacts(db.admin, scope.teamId, inventPeople(130));
  const [odd] = await seedContacts(db.admin, scope.teamId, [
    { email: "odd@one.example", firstName: "Odd", lastName: "One", company: "Other", city: "Ulm", role: "Chair" },
  ]).then((made) => made.contactIds);
  await seedTeam(db.admin);
  const listId = await createList(scope, "All", now);
  expect(await addMembers(scope, listId, {}, now)).toBe(131);
  expect(await addMembers(scope, listId, { search: "odd" }, now)).toBe(0);
  expect((await removeMembers(scope, listId, { listId, search: "odd one" }, now)).count).toBe(1);
  expect((await readContacts(scope, { listId }, 1)).total).toBe(130);
  expect(await addMembers(scope, listId, [String(odd)], now)).toBe(1);
  const { count, removal } = await removeMembers(scope, listId, { listId }, now);
  expect(count).toBe(131);
  expect((await readContacts(scope, { listId }, 1)).total).toBe(0);
  await takeBackRemoval(scope, ["people of a list"], removal as Removal);
  expect((await readContacts(scope, { listId }, 1)).total).toBe(131);
});

describe("a list that is deleted", () => {
  test("leaves its people, and the import it was made by", async () => {
    const upload = await bringIn("fair.csv", ["a@a.example"], "Fair");
    const [list] = await db.admin`select id from contact_lists where team_id = ${scope.teamId}`;
    await deleteList(scope, String(list?.id), now);
    expect((await readContacts(scope, {}, 1)).total).toBe(1);
    expect(await db.admin`select list_id from upload_batches where id = ${upload}`).toEqual([{ list_id: null }]);
    await expect(readListPage(scope, String(list?.id))).rejects.toMatchObject({ code: "not_found" });
  });
  test("stays while a campaign uses it, and another team's is not found", async () => {
    const listId = await createList(scope, "Fair", now);
    await seedCampaign(db.admin, scope.teamId, { name: "Spring", steps: [], listId });
    await expect(deleteList(scope, listId, now)).rejects.toThrow("The campaign Spring uses this list");
    await expect(deleteList(await newTeam(), listId, now)).rejects.toMatchObject({ code: "not_found" });
    expect(await readListPage(scope, listId)).toMatchObject({ name: "Fair" });
  });
});
