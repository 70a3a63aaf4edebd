import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { addStep } from "./add-step";
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
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mine = await seedSetup(db.admin, now);
});

const setup = () => readSetup(mine.scope, mine.campaignId);
const steps = async () => (await setup()).steps.map((step) => [step.order, step.name]);
const places = async () => (await setup()).steps.map((step) => step.order);
const add = (templateId: string | null = null) => addStep(mine.scope, mine.campaignId, templateId, now);
const first = () => firstStep(mine);
/** Steps named A, B, C … in this order. */
async function named(count: number): Promise<string[]> {
  const ids = [await first()];
  while (ids.length < count) ids.push(await add());
  for (const [index, id] of ids.entries()) await editStep(mine.scope, id, { name: "ABCDEFGHIJ"[index] }, now);
  return ids;
}

describe("steps", () => {
  test("are added at the end, three days apart, and ten at most", async () => {
    while ((await steps()).length < 10) await add();
    expect(await places()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((await setup()).steps[9]).toMatchObject({ name: "Follow-up 9", subject: "", delayDays: 3 });
    await expect(add()).rejects.toMatchObject({ code: "blocked" });
  });
  test("added at once get a place each", async () => {
    await Promise.all([add(), add(), add(), add()]);
    expect(await places()).toEqual([1, 2, 3, 4, 5]);
  });
  test("may start as a copy of a template; a follow-up stays in its thread", async () => {
    const id = mine.templateId;
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
    await removeStep(mine.scope, ids[index] ?? "", later);
    expect(await steps()).toEqual([...rest].map((name, place) => [place + 1, name]));
    await expect(removeStep(mine.scope, ids[index] ?? "", later)).rejects.toMatchObject({ code: "not_found" });
  });
  test("moved and removed by many at once still stand from 1 without a gap", async () => {
    for (let round = 0; round < 3; round++) {
      mine = await seedSetup(db.admin, now);
      const ids = await named(8);
      await Promise.allSettled([
        ...ids.slice(0, 4).map((id) => removeStep(mine.scope, id, later)),
        ...ids.slice(2).map((id) => moveStep(mine.scope, id, -1)),
        add(),
      ]);
      expect(await places()).toEqual([1, 2, 3, 4, 5]);
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
    expect(problem).toBe("The text cannot be read: “{{ first_name </p>” is opened and never closed with }}.");
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
      expect(await previewStep(mine.scope, await first(), index + 1, now)).toMatchObject({ subject: `For ${person.firstName}` });
    expect(await previewStep(mine.scope, await first(), 4, now)).toMatchObject({ subject: `For ${people[0]?.firstName}` });
  });
});
