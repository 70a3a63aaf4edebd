import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { readCampaigns } from "./read-campaigns";

let db: TestDatabase;
let mail: ReadyMail;
const zone = "America/New_York";
/** 15:00 in New York, whose day ends at 5:00 UTC. */
const now = new Date("2026-11-24T20:00:00Z");
const slot = new Date("2026-11-24T22:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, slot);
});

const list = (scope = mail.scope) => withTeam(scope, (tx) => readCampaigns(tx, zone, now));
const inTeam = (statement: string) => db.admin.unsafe(`${statement} where team_id = '${mail.scope.teamId}'`);

describe("the campaigns of a team", () => {
  test("say of a draft how many its list holds now", async () => {
    const [first] = await db.admin`select list_id as id from campaigns where id = ${mail.campaignId}`;
    const steps = [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }];
    await seedCampaign(db.admin, mail.scope.teamId, {
      ...{ name: "Next", listId: first?.id, senderAccountId: mail.senderAccountId, steps },
    });
    expect((await list()).find(({ name }) => name === "Next")).toMatchObject({ status: "draft", listPeople: 1 });
    await inTeam("update contacts set archived_at = now()");
    expect((await list()).find(({ name }) => name === "Next")).toMatchObject({ listPeople: 0 });
  });

  test("say what leaves next, and how much of today has left", async () => {
    expect(await list()).toMatchObject([
      { name: "C", status: "active", steps: 1, listName: "One", listPeople: null, sentToday: 0, plannedToday: 1, mailed: 0 },
    ]);
    expect((await list())[0]?.next).toEqual({ at: slot, name: "Mara Winter" });
  });

  test("plan nothing today that has its minute after the team's midnight", async () => {
    await inTeam("update scheduled_emails set scheduled_for = '2026-11-25T05:30:00Z'");
    expect(await list()).toMatchObject([{ plannedToday: 0, next: { at: new Date("2026-11-25T05:30:00Z") } }]);
  });

  test.each([
    ["the mailbox is signed out", "update sender_accounts set status = 'signed_out', status_since = '2026-11-24T15:36:00Z'"],
    ["it has no licence", "update sender_accounts set trouble = 'no_licence', trouble_since = '2026-11-24T15:36:00Z'"],
    ["it is paused", "update campaigns set status = 'paused'"],
  ])("have no next mail while %s", async (_, statement) => {
    await inTeam(statement);
    expect((await list())[0]?.next).toBeNull();
  });

  test.each([
    ["no_licence", { by: "no_licence", at: new Date("2026-11-24T15:36:00Z") }],
    ["full", { by: "full", at: new Date("2026-11-24T15:36:00Z") }],
    ["limited", { by: "limited", at: new Date("2026-11-24T15:36:00Z") }],
    // First mails leave all the same.
    ["unreadable", null],
  ])("say whether a mailbox in trouble (%s) holds them", async (trouble, held) => {
    await inTeam(`update sender_accounts set trouble = '${trouble}', trouble_since = '2026-11-24T15:36:00Z'`);
    const [row] = await list();
    expect(row?.mailboxHeld).toEqual(held);
    expect(row?.next === null).toBe(held !== null);
  });

  test("say since when a mailbox is signed out and who paused", async () => {
    await inTeam("update sender_accounts set status = 'signed_out', status_since = '2026-11-24T15:36:00Z'");
    expect((await list())[0]?.mailboxHeld).toEqual({ by: "signed_out", at: new Date("2026-11-24T15:36:00Z") });
    await inTeam("update campaigns set status = 'paused'");
    await db.admin`insert into campaign_pauses (team_id, campaign_id, paused_at, paused_by)
      values (${mail.scope.teamId}, ${mail.campaignId}, ${now}, ${mail.scope.memberId})`;
    expect((await list())[0]?.paused).toEqual({ by: "Anna Keller", at: now, draftId: null, because: null });
  });

  test("stand with what waits for somebody on top and what is finished last", async () => {
    for (const [name, status] of [
      ["Finished", "completed"],
      ["Draft", "draft"],
      ["Paused", "paused"],
    ] as const)
      await seedCampaign(db.admin, mail.scope.teamId, { name, status });
    expect((await list()).map((campaign) => campaign.name)).toEqual(["C", "Paused", "Draft", "Finished"]);
  });

  test("were changed when their texts or rules were", async () => {
    await inTeam("update campaign_sequences set updated_at = '2030-01-01T00:00:00Z'");
    expect((await list())[0]?.updatedAt).toEqual(new Date("2030-01-01T00:00:00Z"));
  });

  test("are not seen by another team", async () => {
    const other = await seedReadyMail(db.admin, slot);
    expect((await list(other.scope)).map((campaign) => campaign.id)).toEqual([other.campaignId]);
  });
});
