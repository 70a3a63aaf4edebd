import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { type SeededTeam, seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { addStep } from "../campaigns/setup/add-step";
import { readSetup } from "../campaigns/setup/read-setup";
import { startFromTemplate } from "../campaigns/setup/start-from-template";
import { stubSettings } from "../env/testing/stub-settings";
import { createTemplate } from "./create-template";
import { deleteTemplate } from "./delete-template";
import { editTemplate } from "./edit-template";
import { previewTemplate } from "./preview-template";
import { readTemplate } from "./read-template";
import { readTemplates } from "./read-templates";
import { switchTemplate } from "./switch-template";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  // The unsubscribe line of a shown mail needs the address of the product.
  stubSettings();
});
afterAll(() => db.close());

const now = new Date("2026-11-23T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function written(scope: SeededTeam["scope"], name: string, on = true, at = now) {
  const id = await createTemplate(scope, at);
  await editTemplate(
    scope,
    id,
    { name, subject: "Invoices at {{ company }}", body: '<p>Hi {{ first_name | default: "there" }}</p>' },
    at,
  );
  if (on) await switchTemplate(scope, id, true);
  return id;
}

describe("the library", () => {
  it("shows those switched on first, each half with the last changed on top", async () => {
    const scope = (await seedTeam(db.admin)).scope;
    await written(scope, "Off, new", false, later(9));
    await written(scope, "On, old", true, later(1));
    await written(scope, "On, new", true, later(2));
    expect((await readTemplates(scope)).map((one) => one.name)).toEqual(["On, new", "On, old", "Off, new"]);
  });
  it("does not offer to steps what is switched off", async () => {
    const { scope } = await seedTeam(db.admin);
    const id = await written(scope, "Invoices");
    const { campaignId } = await seedCampaign(db.admin, scope.teamId, { name: "C", steps: [] });
    expect((await readSetup(scope, campaignId)).templates).toEqual([{ id, name: "Invoices" }]);
    await switchTemplate(scope, id, false);
    expect((await readSetup(scope, campaignId)).templates).toEqual([]);
  });
});

describe("writing", () => {
  it("begins empty and off, so that no step is offered an empty text", async () => {
    const scope = (await seedTeam(db.admin)).scope;
    const id = await createTemplate(scope, now);
    expect(await readTemplate(scope, id)).toMatchObject({ name: "New template", subject: "", body: "", on: false });
    await expect(switchTemplate(scope, id, true)).rejects.toMatchObject({
      code: "invalid",
      fields: { body: expect.stringContaining("Write its text first") },
    });
  });
  it("keeps what is not named, and only the HTML a mail may use", async () => {
    const scope = (await seedTeam(db.admin)).scope;
    const id = await written(scope, "Invoices");
    expect(await editTemplate(scope, id, { body: '<p onclick="x()">Hello</p><script>x()</script>' }, later(5))).toEqual({});
    expect(await readTemplate(scope, id)).toMatchObject({
      name: "Invoices",
      subject: "Invoices at {{ company }}",
      body: "<p>Hello</p>",
      changedAt: later(5),
    });
  });
  it("says at each field why its text cannot be read, and keeps the words", async () => {
    const scope = (await seedTeam(db.admin)).scope;
    const id = await written(scope, "Invoices", false);
    const problems = await editTemplate(
      scope,
      id,
      { subject: "At {{ company | shout }}", body: "<p>{% if company %}Hi</p>" },
      now,
    );
    expect(problems.subject).toMatch(/^The subject cannot be read: .*shout/);
    expect(problems.body).toMatch(/^The text cannot be read: .*if/);
    expect(await readTemplate(scope, id)).toMatchObject({ subject: "At {{ company | shout }}", problems });
    await expect(switchTemplate(scope, id, true)).rejects.toMatchObject({ code: "invalid", fields: problems });
  });
  it("refuses an empty name with a sentence at the field", async () => {
    const scope = (await seedTeam(db.admin)).scope;
    const id = await written(scope, "Invoices");
    await expect(editTemplate(scope, id, { name: "  " }, now)).rejects.toMatchObject({
      fields: { name: "A template needs a name." },
    });
  });
});

describe("the mail for one contact", () => {
  it("fills the fields, wraps around, and names what is missing", async () => {
    const { scope } = await seedTeam(db.admin);
    await seedMailbox(db.admin, scope.teamId, { email: "sales@contoso.com", displayName: "Contoso Sales" });
    await seedMailbox(db.admin, scope.teamId, { email: "anna@contoso.com", displayName: "Anna Keller" });
    const people = inventPeople(3).map((person, n) => ({ ...person, company: n === 1 ? "" : person.company }));
    const { listId } = await seedContacts(db.admin, scope.teamId, people, { listName: "Three" });
    const id = await written(scope, "Invoices");
    const first = await previewTemplate(scope, id, { listId: null, index: 1 });
    expect(first).toMatchObject({
      index: 1,
      of: 3,
      from: "anna@contoso.com",
      to: people[0]?.email,
      subject: `Invoices at ${people[0]?.company}`,
      missing: [],
      problem: null,
    });
    expect(first.html).toContain(`Hi ${people[0]?.firstName}`);
    expect((await previewTemplate(scope, id, { listId: null, index: 2 })).missing).toEqual(["company"]);
    expect(await previewTemplate(scope, id, { listId, index: 0 })).toMatchObject({ index: 3, of: 3 });
  });
  it("says why a text cannot be read, and works without contacts and mailbox", async () => {
    const scope = (await seedTeam(db.admin)).scope;
    const id = await written(scope, "Invoices");
    expect(await previewTemplate(scope, id, { listId: null, index: 1 })).toMatchObject({
      of: 0,
      to: "",
      missing: [],
      problem: null,
    });
    await editTemplate(scope, id, { body: "<p>{{ company</p>" }, now);
    const { problem } = await previewTemplate(scope, id, { listId: null, index: 1 });
    expect(problem).toBe("“{{ company</p>” is opened and never closed with }}.");
  });
});

describe("steps and their template", () => {
  it("starts a step as a copy that later changes of the template leave alone", async () => {
    const { scope } = await seedTeam(db.admin);
    const id = await written(scope, "Invoices");
    const { campaignId, stepIds } = await seedCampaign(db.admin, scope.teamId, {
      name: "Warehouses",
      steps: [{ name: "Introduction", subject: "", body: "" }],
    });
    await startFromTemplate(scope, stepIds[0] ?? "", id, now);
    await addStep(scope, campaignId, id, now);
    await editTemplate(scope, id, { body: "<p>Another text</p>" }, later(1));
    const { steps } = await readSetup(scope, campaignId);
    expect(steps.map((step) => [step.subject, step.body.includes("first_name"), step.templateId])).toEqual([
      ["Invoices at {{ company }}", true, id],
      ["", true, id],
    ]);
    expect((await readTemplate(scope, id)).uses.map((use) => [use.campaign, use.step])).toEqual([
      ["Warehouses", 1],
      ["Warehouses", 2],
    ]);
  });
  it("never writes over a step that has a text, or was launched", async () => {
    const { scope } = await seedTeam(db.admin);
    const id = await written(scope, "Invoices");
    const full = await seedCampaign(db.admin, scope.teamId, {
      name: "A",
      steps: [{ name: "I", subject: "", body: "<p>Mine</p>" }],
    });
    const live = await seedCampaign(db.admin, scope.teamId, {
      name: "B",
      status: "active",
      steps: [{ name: "I", subject: "", body: "" }],
    });
    for (const { stepIds } of [full, live])
      await expect(startFromTemplate(scope, stepIds[0] ?? "", id, now)).rejects.toMatchObject({ code: "conflict" });
  });
  it("deletes only what no step uses, and names the campaigns that do", async () => {
    const { scope } = await seedTeam(db.admin);
    const [used, unused] = [await written(scope, "Used"), await written(scope, "Unused")];
    for (const name of ["Warehouses", "Law offices"]) {
      const { campaignId } = await seedCampaign(db.admin, scope.teamId, { name, steps: [] });
      await addStep(scope, campaignId, used, now);
    }
    await expect(deleteTemplate(scope, used, now)).rejects.toMatchObject({
      code: "blocked",
      message: "It is used by Law offices and Warehouses, so it stays. Switch it off, and it is no longer offered.",
    });
    await deleteTemplate(scope, unused, now);
    expect((await readTemplates(scope)).map((one) => [one.name, one.steps])).toEqual([["Used", 2]]);
  });
});

describe("another team", () => {
  it("sees and changes nothing", async () => {
    const [mine, theirs] = [(await seedTeam(db.admin)).scope, (await seedTeam(db.admin)).scope];
    const id = await written(mine, "Invoices");
    expect(await readTemplates(theirs)).toEqual([]);
    const tries = [
      () => readTemplate(theirs, id),
      () => editTemplate(theirs, id, { name: "Taken" }, later(1)),
      () => switchTemplate(theirs, id, false),
      () => deleteTemplate(theirs, id, now),
      () => previewTemplate(theirs, id, { listId: null, index: 1 }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect(await readTemplate(mine, id)).toMatchObject({ name: "Invoices", on: true, changedAt: now });
  });
});
