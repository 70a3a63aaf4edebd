import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
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

type World = { scope: { teamId: string; memberId: string }; listId: string; mailbox: string; campaignId: string };

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
  const team = await seedTeam(db.admin, { timezone: "Europe/Berlin" });
  const scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
  const mailbox = await seedMailbox(db.admin, scope.teamId, { email: "anna@contoso.com", displayName: "Anna Keller" });
  const { listId } = await seedContacts(db.admin, scope.teamId, inventPeople(3), { listName: "Three" });
  const campaignId = await createCampaign(scope, { name: " Spring ", listId }, now);
  return { scope, listId: listId ?? "", mailbox, campaignId };
}
const setup = (of = mine) => readSetup(of.scope, of.campaignId);
const steps = async () => (await setup()).steps.map((step) => [step.order, step.name]);
const add = (templateId: string | null = null) => addStep(mine.scope, mine.campaignId, templateId, now);
const first = async (of = mine) => (await setup(of)).steps[0]?.id ?? "";
/** Steps named A, B, C … in this order. */
async function named(count: number): Promise<string[]> {
  const ids = [await first()];
  while (ids.length < count) ids.push(await add());
  for (const [index, id] of ids.entries()) await editStep(mine.scope, id, { name: "ABCDEFGHIJ"[index] }, now);
  return ids;
}
const template = async (of = mine) =>
  String(
    (
      await db.admin`insert into email_templates (team_id, name, subject_template, template_content) values (${of.scope.teamId}, 'Hello', 'Hi {{ first_name }}', '<p>Text</p>') returning id`
    )[0]?.id,
  );

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

describe("steps", () => {
  test("are added at the end, three days apart, and ten at most", async () => {
    while ((await steps()).length < 10) await add();
    expect((await steps()).map(([order]) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((await setup()).steps[9]).toMatchObject({ name: "Follow-up 9", subject: "", delayDays: 3 });
    await expect(add()).rejects.toMatchObject({ code: "blocked" });
  });
  test("added at once get a place each", async () => {
    await Promise.all([add(), add(), add(), add()]);
    expect((await steps()).map(([order]) => order)).toEqual([1, 2, 3, 4, 5]);
  });
  test("may start as a copy of a template; a follow-up stays in its thread", async () => {
    const id = await template();
    await add(id);
    await startFromTemplate(mine.scope, await first(), id, now);
    expect((await setup()).steps).toMatchObject([
      { subject: "Hi {{ first_name }}", body: "<p>Text</p>", templateId: id },
      { name: "Hello", subject: "", body: "<p>Text</p>", templateId: id },
    ]);
    await expect(startFromTemplate(mine.scope, await first(), id, now)).rejects.toMatchObject({ code: "conflict" });
  });
  test("move up and down, and stay where there is no further place", async () => {
    const [a, b, c] = await named(3);
    await moveStep(mine.scope, c ?? "", -1);
    expect(await steps()).toEqual([
      [1, "A"],
      [2, "C"],
      [3, "B"],
    ]);
    await moveStep(mine.scope, a ?? "", 1);
    expect(await steps()).toEqual([
      [1, "C"],
      [2, "A"],
      [3, "B"],
    ]);
    await moveStep(mine.scope, c ?? "", -1);
    await moveStep(mine.scope, b ?? "", 1);
    expect(await steps()).toEqual([
      [1, "C"],
      [2, "A"],
      [3, "B"],
    ]);
  });
  test.each([
    [0, "BCD"],
    [1, "ACD"],
    [3, "ABC"],
  ])("when number %i is removed the rest close up as %s", async (index, rest) => {
    const ids = await named(4);
    await removeStep(mine.scope, ids[index] ?? "");
    expect(await steps()).toEqual([...rest].map((name, place) => [place + 1, name]));
    await expect(removeStep(mine.scope, ids[index] ?? "")).rejects.toMatchObject({ code: "not_found" });
  });
  test("moved and removed by many at once still stand from 1 without a gap", async () => {
    for (let round = 0; round < 3; round++) {
      mine = await world();
      const ids = await named(8);
      await Promise.allSettled([
        ...ids.slice(0, 4).map((id) => removeStep(mine.scope, id)),
        ...ids.slice(2).map((id) => moveStep(mine.scope, id, -1)),
        add(),
      ]);
      expect((await steps()).map(([order]) => order)).toEqual([1, 2, 3, 4, 5]);
    }
  });
});

describe("a step's text", () => {
  const version = async (id: string) => (await db.admin`select version from campaign_sequences where id = ${id}`)[0]?.version;

  test("makes its version grow, its name and delay do not", async () => {
    const id = await first();
    await editStep(mine.scope, id, { subject: " Hello \n there ", body: "<p>Hi</p>" }, later);
    expect(await version(id)).toBe(2);
    await editStep(mine.scope, id, { subject: "Hello there", name: "  ", delayHours: 2 }, later);
    expect(await version(id)).toBe(2);
    await editStep(mine.scope, id, { writtenBy: "model" }, later);
    expect(await version(id)).toBe(3);
    expect((await setup()).steps[0]).toMatchObject({
      name: "Introduction",
      subject: "Hello there",
      delayHours: 2,
      writtenBy: "model",
    });
  });
  test("is kept without scripts, and even with a field that cannot be read", async () => {
    const id = await first();
    const body = '<p onclick="x()">Hi {{ first_name </p><script>x()</script>';
    const { problem } = await editStep(mine.scope, id, { body }, later);
    expect(problem).toEqual(expect.any(String));
    expect((await setup()).steps[0]?.body).toBe("<p>Hi {{ first_name </p>");
    expect((await editStep(mine.scope, id, { body: "<p>Hi {{ first_name }}</p>" }, later)).problem).toBeNull();
  });
  test("and what somebody else changes at the same moment are both kept", async () => {
    const id = await first();
    const changes = [{ subject: "Hello" }, { body: "<p>Hi</p>" }, { name: "Opening" }, { delayDays: 4 }, { delayHours: 5 }];
    await Promise.all(changes.map((change) => editStep(mine.scope, id, change, later)));
    expect((await setup()).steps[0]).toMatchObject({
      subject: "Hello",
      body: "<p>Hi</p>",
      name: "Opening",
      delayDays: 4,
      delayHours: 5,
    });
    expect(await version(id)).toBe(3);
  });
  test("is shown as one person of the list gets it", async () => {
    await editStep(mine.scope, await first(), { subject: "For {{ first_name }}", body: "<p>Dear {{ first_name }}</p>" }, later);
    const people = inventPeople(3);
    for (const [index, person] of people.entries())
      expect(await previewStep(mine.scope, await first(), index + 1)).toMatchObject({ subject: `For ${person.firstName}` });
    expect(await previewStep(mine.scope, await first(), 4)).toMatchObject({ subject: `For ${people[0]?.firstName}` });
  });
});

/** Every verb that changes a campaign, on one of `of`, in the name of `by`. */
const changes: [string, (of: World, by: World) => Promise<unknown>][] = [
  ["edit", (of, by) => editCampaign(by.scope, of.campaignId, { name: "Taken" }, later)],
  ["rules", (of, by) => editRules(by.scope, of.campaignId, { dailyLimit: 9 }, later)],
  ["add a step", (of, by) => addStep(by.scope, of.campaignId, null, later)],
  ["edit a step", async (of, by) => editStep(by.scope, await first(of), { subject: "Taken" }, later)],
  ["start from a template", async (of, by) => startFromTemplate(by.scope, await first(of), await template(by), later)],
  ["move a step", async (of, by) => moveStep(by.scope, await first(of), 1)],
  ["remove a step", async (of, by) => removeStep(by.scope, await first(of))],
  ["delete", (of, by) => deleteCampaign(by.scope, of.campaignId)],
];

describe("once launched", () => {
  test.each(changes)("%s is refused and changes nothing", async (_, change) => {
    await add();
    await db.admin`update campaigns set status = 'active', launched_at = ${now} where id = ${mine.campaignId}`;
    const before = await setup();
    await expect(change(mine, mine)).rejects.toMatchObject({ code: "conflict" });
    expect({ ...(await setup()), templates: [] }).toEqual({ ...before, templates: [] });
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
    await expect(previewStep(mine.scope, await first(theirs), 1)).rejects.toMatchObject({ code: "not_found" });
    const refused = [
      editCampaign(mine.scope, mine.campaignId, { listId: theirs.listId }, later),
      editCampaign(mine.scope, mine.campaignId, { senderAccountId: theirs.mailbox }, later),
      addStep(mine.scope, mine.campaignId, await template(theirs), later),
      editStep(mine.scope, await first(), { templateId: await template(theirs) }, later),
    ];
    for (const one of await Promise.allSettled(refused)) expect(one).toMatchObject({ reason: { code: "not_found" } });
  });
});

test("a deleted campaign is gone with its steps and rules; a test copy keeps its record", async () => {
  await add();
  const [copy] =
    await db.admin`insert into test_copies (team_id, member_id, sender_account_id, sequence_id, to_email, subject, send_key)
      values (${mine.scope.teamId}, ${mine.scope.memberId}, ${mine.mailbox}, ${await first()}, 'anna@contoso.com', 'S', ${crypto.randomUUID()}) returning id`;
  await deleteCampaign(mine.scope, mine.campaignId);
  await expect(setup()).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteCampaign(mine.scope, mine.campaignId)).rejects.toMatchObject({ code: "not_found" });
  for (const table of ["campaign_sequences", "campaign_settings"])
    expect(await db.admin`select id from ${db.admin(table)} where team_id = ${mine.scope.teamId}`).toHaveLength(0);
  expect(await db.admin`select sequence_id from test_copies where id = ${copy?.id}`).toEqual([{ sequence_id: null }]);
});
