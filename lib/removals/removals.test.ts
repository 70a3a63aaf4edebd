import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { addStep } from "../campaigns/setup/add-step";
import { deleteCampaign } from "../campaigns/setup/delete-campaign";
import { editStep } from "../campaigns/setup/edit-step";
import { moveStep } from "../campaigns/setup/move-step";
import { readSetup } from "../campaigns/setup/read-setup";
import { removeStep } from "../campaigns/setup/remove-step";
import { firstStep, type SetupWorld, seedSetup } from "../campaigns/setup/testing/seed-setup";
import { archiveContacts } from "../contacts/archive-contacts";
import { deleteList } from "../lists/delete-list";
import { deleteTemplate } from "../templates/delete-template";
import { readTemplate } from "../templates/read-template";
import type { Removal } from "./keep-removal";
import { takeBackRemoval } from "./take-back-removal";
import { tidyRemovals } from "./tidy-removals";

let db: TestDatabase;
let mine: SetupWorld;
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T12:01:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  mine = await seedSetup(db.admin, now);
});

const setup = () => readSetup(mine.scope, mine.campaignId);
const back = (removal: Removal, of = mine) => takeBackRemoval(of.scope, ["campaign", "step", "template", "list"], removal);
const order = async () => (await setup()).steps.map(({ name }) => name).join("");
const nobodyUsesTheList = () => db.admin`update campaigns set list_id = null where team_id = ${mine.scope.teamId}`;
const members = async () =>
  (await db.admin`select contact_id from contact_list_members where list_id = ${mine.listId} order by 1`).map(
    (row) => row.contact_id,
  );
/** Steps named A, B, C … in this order. */
async function named(count: number): Promise<string[]> {
  const ids = [await firstStep(mine)];
  while (ids.length < count) ids.push(await addStep(mine.scope, mine.campaignId, mine.templateId, now));
  for (const [index, id] of ids.entries()) await editStep(mine.scope, id, { name: "ABCDEFGHIJK"[index] }, now);
  return ids;
}
/** Every row of a table of this team, as Postgres writes it. */
const rowsOf = async (...tables: string[]) =>
  Promise.all(
    tables.map(
      (table) => db.admin`select t::text from ${db.admin(table)} t where team_id = ${mine.scope.teamId} order by t.id::text`,
    ),
  );

describe("a campaign that was deleted", () => {
  const tables = ["campaigns", "campaign_settings", "campaign_sequences"];
  test("comes back as it was, to the letter, rules and steps too", async () => {
    await named(3);
    await db.admin`update campaign_settings set daily_limit = 7, send_days = '{sunday}', timezone = 'Asia/Tokyo' where campaign_id = ${mine.campaignId}`;
    const before = await rowsOf(...tables);
    const removal = await deleteCampaign(mine.scope, mine.campaignId, later);
    expect((await rowsOf(...tables)).flat()).toEqual([]);
    await back(removal);
    expect(await rowsOf(...tables)).toEqual(before);
    expect(await rowsOf("removals")).toEqual([[]]);
  });
  test("no longer names a list, a mailbox or a template that has gone meanwhile", async () => {
    await named(2);
    const removal = await deleteCampaign(mine.scope, mine.campaignId, later);
    await deleteList(mine.scope, mine.listId, later);
    await deleteTemplate(mine.scope, mine.templateId, later);
    await db.admin`update sender_accounts set status = 'removed' where id = ${mine.mailbox}`;
    await back(removal);
    expect(await setup()).toMatchObject({
      listId: null,
      senderAccountId: null,
      steps: [{ templateId: null }, { templateId: null }],
    });
  });
  test("is still gone for whoever is of another team, and still theirs to take back", async () => {
    const theirs = await seedSetup(db.admin, now);
    const removal = await deleteCampaign(mine.scope, mine.campaignId, later);
    await expect(back(removal, theirs)).rejects.toMatchObject({ code: "not_found" });
    expect(await withTeam(theirs.scope, (tx) => tx.execute(sql`select id from removals`))).toHaveLength(0);
    await back(removal);
    expect(await setup()).toMatchObject({ name: "Spring" });
  });
  test("comes back once, however many take it back at once; the others are told", async () => {
    const removal = await deleteCampaign(mine.scope, mine.campaignId, later);
    const answers = await Promise.allSettled([back(removal), back(removal), back(removal)]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === "rejected")
        expect(answer.reason).toMatchObject({ code: "conflict", message: expect.stringContaining("back already") });
    expect(await order()).toBe("Introduction");
  });
  test("is gone or there as a whole, wherever the process dies", async () => {
    await named(2);
    const before = await rowsOf(...tables);
    // The last thing that each of the two does fails, as if the connection was cut there.
    await db.admin`create function die() returns trigger language plpgsql as $$ begin raise exception 'cut'; end $$`;
    await db.admin`create trigger die before delete on campaigns for each row execute function die()`;
    await expect(deleteCampaign(mine.scope, mine.campaignId, later)).rejects.toThrow();
    await db.admin`drop trigger die on campaigns`;
    expect([await rowsOf(...tables), await rowsOf("removals")]).toEqual([before, [[]]]);
    const removal = await deleteCampaign(mine.scope, mine.campaignId, later);
    const kept = await rowsOf("removals");
    await db.admin`create trigger die before insert on campaign_sequences for each row execute function die()`;
    await expect(back(removal)).rejects.toThrow();
    await db.admin`drop trigger die on campaign_sequences`;
    await db.admin`drop function die()`;
    expect([(await rowsOf(...tables)).flat(), await rowsOf("removals")]).toEqual([[], kept]);
    await back(removal);
    expect(await rowsOf(...tables)).toEqual(before);
  });
});

describe("a step that was removed", () => {
  test.each([
    [0, "ABCD"],
    [1, "ABCD"],
    [3, "ABCD"],
  ])("from place %i comes back there, and the others move down", async (index, expected) => {
    const ids = await named(4);
    const before = await rowsOf("campaign_sequences");
    const removal = await removeStep(mine.scope, ids[index] ?? "", later);
    expect((await order()).length).toBe(3);
    await back(removal);
    expect(await order()).toBe(expected);
    expect((await setup()).steps.map((step) => step.order)).toEqual([1, 2, 3, 4]);
    expect(await rowsOf("campaign_sequences")).toEqual(before);
  });
  test("comes back at the end where there are fewer by then, and beside what was moved", async () => {
    const [a, b, c, d] = await named(4);
    const last = await removeStep(mine.scope, d ?? "", later);
    await removeStep(mine.scope, b ?? "", later);
    await moveStep(mine.scope, c ?? "", -1);
    expect(await order()).toBe("CA");
    await back(last);
    expect(await order()).toBe("CAD");
    expect((await setup()).steps.map((step) => step.id)).toEqual([c, a, d]);
  });
  test("stays away where ten stand there by now, and comes back once there is room", async () => {
    const ids = await named(10);
    const removal = await removeStep(mine.scope, ids[9] ?? "", later);
    const eleventh = await addStep(mine.scope, mine.campaignId, null, later);
    await expect(back(removal)).rejects.toMatchObject({ code: "blocked" });
    await removeStep(mine.scope, eleventh, later);
    await back(removal);
    expect(await order()).toBe("ABCDEFGHIJ");
  });
  test("stays away once its campaign was launched or deleted", async () => {
    const [, b] = await named(2);
    const removal = await removeStep(mine.scope, b ?? "", later);
    await db.admin`update campaigns set status = 'active', launched_at = ${now} where id = ${mine.campaignId}`;
    await expect(back(removal)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("launched meanwhile"),
    });
    await db.admin`update campaigns set status = 'draft', launched_at = null where id = ${mine.campaignId}`;
    const whole = await deleteCampaign(mine.scope, mine.campaignId, later);
    await expect(back(removal)).rejects.toMatchObject({ code: "not_found", message: expect.stringContaining("was deleted") });
    await back(whole);
    await back(removal);
    expect(await order()).toBe("AB");
  });
  test("leaves the record of a test copy without it", async () => {
    const [, b] = await named(2);
    await db.admin`insert into test_copies (team_id, member_id, sender_account_id, sequence_id, to_email, subject, send_key)
      values (${mine.scope.teamId}, ${mine.scope.memberId}, ${mine.mailbox}, ${b ?? ""}, 'a@contoso.com', 'S', ${crypto.randomUUID()})`;
    await back(await removeStep(mine.scope, b ?? "", later));
    expect(await db.admin`select sequence_id from test_copies where team_id = ${mine.scope.teamId}`).toEqual([
      { sequence_id: null },
    ]);
  });
  test("and others that are taken back at once with it all find a place", async () => {
    const ids = await named(6);
    const removals = [];
    for (const id of ids.slice(1, 5)) removals.push(await removeStep(mine.scope, id, later));
    await Promise.all(removals.map((removal) => back(removal)));
    expect((await setup()).steps.map((step) => step.order)).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...(await order())].sort().join("")).toBe("ABCDEF");
  });
});

test("a template that was deleted comes back as it was", async () => {
  const before = await readTemplate(mine.scope, mine.templateId);
  const removal = await deleteTemplate(mine.scope, mine.templateId, later);
  await back(removal);
  expect(await readTemplate(mine.scope, mine.templateId)).toEqual(before);
  await expect(back(removal)).rejects.toMatchObject({ code: "conflict" });
});

describe("a list that was deleted", () => {
  test("comes back with its people, and as the list of the files it was made of", async () => {
    await nobodyUsesTheList();
    const [file] = await db.admin`insert into upload_batches (team_id, file_name, list_id)
      values (${mine.scope.teamId}, 'fair.csv', ${mine.listId}) returning id`;
    const tables = ["contact_lists", "contact_list_members", "upload_batches"];
    const before = await rowsOf(...tables);
    const removal = await deleteList(mine.scope, mine.listId, later);
    expect(await members()).toEqual([]);
    await back(removal);
    expect(await rowsOf(...tables)).toEqual(before);
    // A file whose people went into another list meanwhile is that list's.
    const again = await deleteList(mine.scope, mine.listId, later);
    const [other] = await db.admin`insert into contact_lists (team_id, name) values (${mine.scope.teamId}, 'Other') returning id`;
    await db.admin`update upload_batches set list_id = ${other?.id} where id = ${file?.id}`;
    await back(again);
    expect(await db.admin`select list_id from upload_batches where id = ${file?.id}`).toEqual([{ list_id: other?.id }]);
  });
  test("brings back nobody who is gone, erased or archived since", async () => {
    await nobodyUsesTheList();
    const [gone = "", archived = "", stays = ""] = await members();
    const removal = await deleteList(mine.scope, mine.listId, now);
    await archiveContacts(mine.scope, [archived], later);
    for (const table of ["contact_addresses", "upload_rows"])
      await db.admin`delete from ${db.admin(table)} where contact_id = ${gone}`;
    await db.admin`delete from contacts where id = ${gone}`;
    await back(removal);
    expect(await members()).toEqual([stays]);
  });
});

test("what may be deleted elsewhere is not taken back here", async () => {
  const removal = await deleteTemplate(mine.scope, mine.templateId, later);
  await expect(takeBackRemoval(mine.scope, ["list"], removal)).rejects.toMatchObject({ code: "not_found" });
  await back(removal);
});

test("a week later it is gone for good, of every team", async () => {
  const theirs = await seedSetup(db.admin, now);
  const removal = await deleteCampaign(mine.scope, mine.campaignId, now);
  await deleteTemplate(theirs.scope, theirs.templateId, now);
  const week = now.getTime() + 7 * 86_400_000;
  await tidyRemovals(new Date(week));
  expect(await db.admin`select id from removals where id = ${removal.removalId}`).toHaveLength(1);
  await tidyRemovals(new Date(week + 1));
  expect(
    await db.admin`select id from removals where team_id in ${db.admin([mine.scope.teamId, theirs.scope.teamId])}`,
  ).toHaveLength(0);
  await expect(back(removal)).rejects.toMatchObject({ code: "not_found", message: expect.stringContaining("kept for a week") });
});
