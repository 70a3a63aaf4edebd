import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { AppError } from "../../errors/app-error";
import { addStep } from "./add-step";
import { editAnswerRules } from "./edit-answer-rules";
import { type CampaignChange, editCampaign } from "./edit-campaign";
import { editRules } from "./edit-rules";
import { editStep, type StepChange } from "./edit-step";
import { moveStep } from "./move-step";
import { readSetup } from "./read-setup";
import { startFromTemplate } from "./start-from-template";
import { firstStep, type SetupWorld, seedSetup } from "./testing/seed-setup";

let db: TestDatabase;
let mine: SetupWorld;
let ben: { teamId: string; memberId: string };
let step: string;
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T12:01:00Z");
const hers = "annasdesk";
const his = "bensdesk";

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  mine = await seedSetup(db.admin, now);
  const [member] = await db.admin`insert into members (team_id, name, email, tid, oid, role, status)
    values (${mine.scope.teamId}, 'Ben Okafor', 'ben@contoso.com', gen_random_uuid()::text, 'ben', 'member', 'active') returning id`;
  ben = { teamId: mine.scope.teamId, memberId: String(member?.id) };
  step = await firstStep(mine);
});

const setup = () => readSetup(mine.scope, mine.campaignId);
const first = async () => (await setup()).steps[0];
const write = (scope: typeof ben, change: StepChange, from: Record<string, unknown>, desk: string, at = now) =>
  editStep(scope, step, change, at, { from, desk });
/** What the second of two was told. */
const told = async (of: Promise<unknown>) => {
  const error = await of.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`Was not refused: ${error}`);
  expect(error.code).toBe("conflict");
  return error;
};

describe("a text that two write", () => {
  test("is not written over: the second is told who wrote what and when, and nothing of it is kept", async () => {
    const { bodyMark } = (await first()) ?? {};
    await write(ben, { body: "<p>His</p>" }, { body: bodyMark }, his);
    const error = await told(
      write(mine.scope, { body: "<p>Hers</p>", subject: "Hers" }, { body: bodyMark, subject: "" }, hers, later),
    );
    expect(error.message).toBe("Ben Okafor changed this meanwhile. Yours was not kept.");
    const mark = (await first())?.bodyMark;
    expect(error.theirs).toEqual({
      body: { value: "<p>His</p>", mark, by: "Ben Okafor", you: false, at: now.toISOString() },
    });
    expect(await first()).toMatchObject({ body: "<p>His</p>", subject: "" });
    // Having seen his, hers may take its place.
    await write(mine.scope, { body: "<p>Hers</p>" }, { body: mark }, hers, later);
    expect(await first()).toMatchObject({ body: "<p>Hers</p>" });
  });
  test("is hers in another window too, and says so", async () => {
    await write(mine.scope, { subject: "Here" }, { subject: "" }, hers);
    const error = await told(write(mine.scope, { subject: "There" }, { subject: "" }, "otherwindow"));
    expect(error.message).toContain("You, in another window,");
    expect(error.theirs?.subject).toMatchObject({ value: "Here", you: true });
  });
  test("is nobody's trouble where both wrote the same, or different fields", async () => {
    await write(ben, { subject: "Same", name: "Opening" }, { subject: "", name: "Introduction" }, his);
    await write(mine.scope, { subject: " Same ", body: "<p>Hers</p>" }, { subject: "", body: (await first())?.bodyMark }, hers);
    expect(await first()).toMatchObject({ subject: "Same", name: "Opening", body: "<p>Hers</p>" });
  });
  test("is never in the way of who wrote it, however late the answers come", async () => {
    // Each save still names the text before the first: no answer came back yet.
    for (const subject of ["H", "He", "Hel"]) await write(mine.scope, { subject }, { subject: "" }, hers);
    expect(await first()).toMatchObject({ subject: "Hel" });
    await write(ben, { subject: "His" }, { subject: "Hel" }, his);
    await told(write(mine.scope, { subject: "Hell" }, { subject: "Hel" }, hers));
  });
  test("is kept whole by one of two that come at the same moment", async () => {
    const from = { subject: "" };
    const both = await Promise.allSettled([
      write(ben, { subject: "His" }, from, his),
      write(mine.scope, { subject: "Hers" }, from, hers),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
  test("that began from a template by one is not begun over by the other; a subject that was typed stays", async () => {
    await write(ben, { subject: "His" }, { subject: "" }, his);
    await startFromTemplate(mine.scope, step, mine.templateId, later, hers);
    expect(await first()).toMatchObject({ subject: "His", body: "<p>Text</p>" });
    await write(mine.scope, { body: "<p>Text and more</p>" }, { body: "what stood there before" }, hers);
    await told(write(ben, { body: "<p>His</p>" }, { body: "what stood there before" }, his));
  });
});

test("a delay is one value: who shows it as it was is refused, and told the new one", async () => {
  const from = { delayDays: 0, delayHours: 0, delayMinutes: 0 };
  await write(ben, { delayDays: 5, delayHours: 0, delayMinutes: 0 }, from, his);
  const error = await told(write(mine.scope, { delayDays: 0, delayHours: 2, delayMinutes: 0 }, from, hers));
  expect(error.theirs).toMatchObject({ delayDays: { value: 5 } });
  expect(await first()).toMatchObject({ delayDays: 5, delayHours: 0 });
});

describe("rules that two change", () => {
  const rules = async (scope: typeof ben, change: Parameters<typeof editRules>[2], from: Record<string, unknown>, desk: string) =>
    editRules(scope, mine.campaignId, change, now, { from, desk });
  test("are refused where it is the same rule, and merge where it is another", async () => {
    await rules(ben, { dailyLimit: 60 }, { dailyLimit: 50 }, his);
    const error = await told(rules(mine.scope, { dailyLimit: 70 }, { dailyLimit: 50 }, hers));
    expect(error.theirs).toEqual({ dailyLimit: { value: 60, by: "Ben Okafor", you: false, at: now.toISOString() } });
    await rules(mine.scope, { timeZone: "Asia/Tokyo", days: ["sunday"] }, { timeZone: "Europe/Berlin", days: weekdays }, hers);
    expect((await setup()).rules).toMatchObject({ dailyLimit: 60, timeZone: "Asia/Tokyo", days: ["sunday"] });
  });
  test("know an hour and a set of days however they are spelled", async () => {
    await rules(ben, { windowStart: "8:30", windowEnd: "18:00" }, { windowStart: "9:00", windowEnd: "18:00:00" }, his);
    await rules(
      mine.scope,
      { windowStart: "08:30:00", windowEnd: "17:00" },
      { windowStart: "09:00:00", windowEnd: "18:00" },
      hers,
    );
    await rules(mine.scope, { days: ["monday"] }, { days: [...weekdays].reverse() }, hers);
    expect((await setup()).rules).toMatchObject({ windowStart: "08:30:00", windowEnd: "17:00:00", days: ["monday"] });
  });
  test("are refused for answers as for hours", async () => {
    const answers = (scope: typeof ben, change: { awayDays: number }, desk: string) =>
      editAnswerRules(scope, mine.campaignId, change, now, { from: { awayDays: 7 }, desk });
    await answers(ben, { awayDays: 3 }, his);
    expect((await told(answers(mine.scope, { awayDays: 9 }, hers))).theirs).toMatchObject({ awayDays: { value: 3 } });
  });
});

test("name, list and mailbox are each compared by themselves", async () => {
  const change = (scope: typeof ben, to: CampaignChange, from: Record<string, unknown>, desk: string) =>
    editCampaign(scope, mine.campaignId, to, now, { from, desk });
  await change(ben, { name: "Summer" }, { name: "Spring" }, his);
  await change(mine.scope, { reviewMode: "launch" }, { reviewMode: "each" }, hers);
  const error = await told(change(mine.scope, { name: "Autumn" }, { name: "Spring" }, hers));
  expect(error.theirs).toMatchObject({ name: { value: "Summer", by: "Ben Okafor" } });
  const [list] = await db.admin`insert into contact_lists (team_id, name) values (${ben.teamId}, 'Other') returning id`;
  await change(ben, { listId: String(list?.id) }, { listId: mine.listId }, his);
  const [third] = await db.admin`insert into contact_lists (team_id, name) values (${ben.teamId}, 'Third') returning id`;
  await told(change(mine.scope, { listId: String(third?.id) }, { listId: mine.listId }, hers));
  expect(await setup()).toMatchObject({ name: "Summer", reviewMode: "launch", listId: list?.id });
});

test("a step is moved from where it was seen", async () => {
  const second = await addStep(mine.scope, mine.campaignId, null, now);
  const third = await addStep(mine.scope, mine.campaignId, null, now);
  await moveStep(ben, third, -1, 3);
  await told(moveStep(mine.scope, third, -1, 3));
  expect((await setup()).steps.map(({ id }) => id)).toEqual([step, third, second]);
});

test("a step that is added twice, as no answer came, is there once; another team's id is not taken", async () => {
  const id = crypto.randomUUID();
  await Promise.all([1, 2, 3].map(() => addStep(mine.scope, mine.campaignId, null, now, id)));
  expect((await setup()).steps.map((one) => one.id)).toEqual([step, id]);
  const theirs = await seedSetup(db.admin, now);
  await expect(addStep(theirs.scope, theirs.campaignId, null, now, id)).rejects.toMatchObject({ code: "not_found" });
  expect((await readSetup(theirs.scope, theirs.campaignId)).steps).toHaveLength(1);
});

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];
