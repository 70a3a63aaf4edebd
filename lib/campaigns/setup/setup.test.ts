import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { addStep } from "./add-step";
import { createCampaign } from "./create-campaign";
import { deleteCampaign } from "./delete-campaign";
import { editCampaign } from "./edit-campaign";
import { editRules } from "./edit-rules";
import { editStep } from "./edit-step";
import { moveStep } from "./move-step";
import { previewStep } from "./preview-step";
import { readSetup } from "./read-setup";
import { removeStep } from "./remove-step";
import { startFromTemplate } from "./start-from-template";
import { firstStep, type SetupWorld, seedSetup } from "./testing/seed-setup";

let db: TestDatabase;
let mine: SetupWorld;
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T12:01:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  mine = await world();
});

const world = () => seedSetup(db.admin, now);
const setup = (of = mine) => readSetup(of.scope, of.campaignId);

describe("a new campaign", () => {
  test("has a first step, the connected mailbox, and its rules in the team's zone", async () => {
    expect(await setup()).toMatchObject({
      name: "Spring",
      status: "draft",
      reviewMode: "each",
      listId: mine.listId,
      senderAccountId: mine.mailbox,
      lists: [{ name: "Three", people: 3 }],
      steps: [{ order: 1, name: "Introduction", subject: "", body: "", delayDays: 0, writtenBy: "template" }],
      rules: { timeZone: "Europe/Berlin", dailyLimit: 50 },
    });
    expect((await setup()).fields).toContain("dept");
  });
  test("chooses no mailbox that is signed out", async () => {
    await db.admin`update sender_accounts set status = 'signed_out' where id = ${mine.mailbox}`;
    const campaignId = await createCampaign(mine.scope, { name: "Autumn", listId: null }, now);
    expect(await readSetup(mine.scope, campaignId)).toMatchObject({ listId: null, senderAccountId: null });
  });
  test("is not made with another team's list, and nothing is left of it", async () => {
    const theirs = await world();
    await expect(createCampaign(mine.scope, { name: "X", listId: theirs.listId }, now)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await db.admin`select name from campaigns where team_id = ${mine.scope.teamId}`).toHaveLength(1);
  });
});

test("a campaign is changed field by field", async () => {
  await editCampaign(mine.scope, mine.campaignId, { name: "Summer" }, later);
  await editCampaign(mine.scope, mine.campaignId, { reviewMode: "launch", name: undefined }, later);
  expect(await setup()).toMatchObject({
    name: "Summer",
    reviewMode: "launch",
    listId: mine.listId,
    senderAccountId: mine.mailbox,
  });
});

describe("rules", () => {
  test("change one by one, the others stay", async () => {
    await editRules(mine.scope, mine.campaignId, { windowStart: "22:00", windowEnd: "24:00" }, later);
    await editRules(mine.scope, mine.campaignId, { days: ["saturday"], dailyLimit: 7 }, later);
    expect((await setup()).rules).toMatchObject({
      windowStart: "22:00:00",
      windowEnd: "24:00:00",
      days: ["saturday"],
      dailyLimit: 7,
      timeZone: "Europe/Berlin",
    });
  });
  test("that are wrong are refused together, each at its field, and change nothing", async () => {
    const before = (await setup()).rules;
    const wrong = { windowStart: "25:00", dailyLimit: 10_001, timeZone: "Mars/Base", spacingSeconds: 86_401, days: [] };
    const error = await editRules(mine.scope, mine.campaignId, wrong, later).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "invalid" });
    expect(Object.keys((error as { fields: object }).fields).sort()).toEqual(Object.keys(wrong).sort());
    expect((await setup()).rules).toEqual(before);
  });
});

/** Every verb that changes a campaign, on one of `of`, in the name of `by`. */
const changes: [string, (of: SetupWorld, by: SetupWorld) => Promise<unknown>][] = [
  ["edit", (of, by) => editCampaign(by.scope, of.campaignId, { name: "Taken" }, later)],
  ["rules", (of, by) => editRules(by.scope, of.campaignId, { dailyLimit: 9 }, later)],
  ["add a step", (of, by) => addStep(by.scope, of.campaignId, null, later)],
  ["edit a step", async (of, by) => editStep(by.scope, await firstStep(of), { subject: "Taken" }, later)],
  ["start from a template", async (of, by) => startFromTemplate(by.scope, await firstStep(of), by.templateId, later)],
  ["move a step", async (of, by) => moveStep(by.scope, await firstStep(of), 1)],
  ["remove a step", async (of, by) => removeStep(by.scope, await firstStep(of), later)],
  ["delete", (of, by) => deleteCampaign(by.scope, of.campaignId, later)],
];

describe("once launched", () => {
  test.each(changes)("%s is refused and changes nothing", async (_, change) => {
    await addStep(mine.scope, mine.campaignId, null, now);
    await db.admin`update campaigns set status = 'active', launched_at = ${now} where id = ${mine.campaignId}`;
    const before = await setup();
    await expect(change(mine, mine)).rejects.toMatchObject({ code: "conflict" });
    expect(await setup()).toEqual(before);
  });
});

describe("another team's campaign", () => {
  test.each(changes)("%s does not find it", async (_, change) => {
    const theirs = await world();
    const before = await setup(theirs);
    await expect(change(theirs, mine)).rejects.toMatchObject({ code: "not_found" });
    expect(await setup(theirs)).toEqual(before);
  });
  test("is neither read nor previewed, and what it uses cannot be chosen", async () => {
    const theirs = await world();
    await expect(readSetup(mine.scope, theirs.campaignId)).rejects.toMatchObject({ code: "not_found" });
    await expect(previewStep(mine.scope, await firstStep(theirs), 1, now)).rejects.toMatchObject({ code: "not_found" });
    for (const refused of [
      () => editCampaign(mine.scope, mine.campaignId, { listId: theirs.listId }, later),
      () => editCampaign(mine.scope, mine.campaignId, { senderAccountId: theirs.mailbox }, later),
      () => addStep(mine.scope, mine.campaignId, theirs.templateId, later),
      async () => editStep(mine.scope, await firstStep(mine), { templateId: theirs.templateId }, later),
    ])
      await expect(refused()).rejects.toMatchObject({ code: "not_found" });
  });
});

test("a deleted campaign is gone with its steps and rules; a test copy keeps its record", async () => {
  await addStep(mine.scope, mine.campaignId, null, now);
  const [copy] =
    await db.admin`insert into test_copies (team_id, member_id, sender_account_id, sequence_id, to_email, subject, send_key)
      values (${mine.scope.teamId}, ${mine.scope.memberId}, ${mine.mailbox}, ${await firstStep(mine)}, 'anna@contoso.com', 'S', ${crypto.randomUUID()}) returning id`;
  await deleteCampaign(mine.scope, mine.campaignId, later);
  await expect(setup()).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteCampaign(mine.scope, mine.campaignId, later)).rejects.toMatchObject({ code: "not_found" });
  for (const table of ["campaign_sequences", "campaign_settings"])
    expect(await db.admin`select id from ${db.admin(table)} where team_id = ${mine.scope.teamId}`).toHaveLength(0);
  expect(await db.admin`select sequence_id from test_copies where id = ${copy?.id}`).toEqual([{ sequence_id: null }]);
});
