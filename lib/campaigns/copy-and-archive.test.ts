import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedEnrolment } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { archiveCampaign } from "./archive-campaign";
import { duplicateCampaign } from "./duplicate-campaign";
import { type LaunchWorld, seedLaunch, seedSame } from "./launch/testing/seed-launch";
import { listCampaigns } from "./read/list-campaigns";
import { readCampaignHead } from "./read/read-campaign";
import { restoreCampaign } from "./restore-campaign";
import { readSetup } from "./setup/read-setup";

let db: TestDatabase;
let world: LaunchWorld;
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  stubSettings();
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await seedLaunch(db.admin);
});

const finished = async () => (await seedSame(db.admin, world, "completed")).campaignId;
const list = (archived: boolean) =>
  listCampaigns({ ...world.scope, timezone: "UTC", teamTimezone: "UTC" } as Parameters<typeof listCampaigns>[0], now, {
    archived,
  });
const idsOf = async (archived: boolean) => (await list(archived)).campaigns.map(({ id }) => id);

describe("a copy", () => {
  test.each(["draft", "active", "paused", "completed"] as const)(
    "of a campaign that is %s is a draft of its own with the same steps, rules, list and mailbox, and nobody in it",
    async (status) => {
      const { campaignId, stepIds } = await seedSame(db.admin, world, status);
      await seedEnrolment(db.admin, campaignId, world.contactIds[0] ?? "");
      await db.admin`update campaigns set review_mode = 'launch', launched_at = ${now} where id = ${campaignId}`;
      await db.admin`update campaign_settings set daily_limit = 7, timezone = 'America/New_York', reply_stops = 'company', send_days = '{sunday}' where campaign_id = ${campaignId}`;
      await db.admin`update campaign_sequences set version = 4, written_by = 'model' where id = ${stepIds[1] ?? ""}`;
      const copy = await duplicateCampaign(world.ben, campaignId, now);
      const [was, is] = [await readSetup(world.scope, campaignId), await readSetup(world.scope, copy.id)];
      expect(copy).toMatchObject({ name: "Spring (copy)" });
      expect(is).toMatchObject({
        name: "Spring (copy)",
        status: "draft",
        reviewMode: "launch",
        listId: world.listId,
        senderAccountId: world.mailbox,
      });
      expect(is.rules).toEqual(was.rules);
      expect(is.rules).toMatchObject({ dailyLimit: 7, timeZone: "America/New_York", days: ["sunday"] });
      const texts = (setup: typeof is) => setup.steps.map(({ id: _, changedAt: __, ...step }) => step);
      expect(texts(is)).toEqual(texts(was));
      expect(is.steps.map(({ id }) => id)).not.toEqual(was.steps.map(({ id }) => id));
      const [row] = await db.admin`select launched_at, archived_at, created_by,
          (select count(*)::int from campaign_contacts x where x.campaign_id = c.id) as people from campaigns c where id = ${copy.id}`;
      expect(row).toEqual({ launched_at: null, archived_at: null, created_by: world.ben.memberId, people: 0 });
    },
  );

  test.each([
    ["+05:30", "Asia/Kolkata"],
    ["AET", "Australia/Sydney"],
  ])("of a campaign that runs in %s since before zones were checked is made in %s", async (before, zone) => {
    const { campaignId } = await seedSame(db.admin, world, "active");
    await db.admin.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update campaign_settings set timezone = ${before} where campaign_id = ${campaignId}`;
    });
    const copy = await duplicateCampaign(world.ben, campaignId, now);
    expect((await readSetup(world.scope, copy.id)).rules.timeZone).toBe(zone);
  });

  test("takes no mailbox over that was disconnected since", async () => {
    await db.admin`update sender_accounts set status = 'removed' where id = ${world.mailbox}`;
    const copy = await duplicateCampaign(world.scope, world.campaignId, now);
    expect(await readSetup(world.scope, copy.id)).toMatchObject({ senderAccountId: null, listId: world.listId });
  });

  test("has a name of its own, also where two are made at once or one is made of a copy", async () => {
    const both = await Promise.all([1, 2].map(() => duplicateCampaign(world.scope, world.campaignId, now)));
    expect(both.map(({ name }) => name).sort()).toEqual(["Spring (copy 2)", "Spring (copy)"]);
    expect((await duplicateCampaign(world.scope, both[0]?.id ?? "", now)).name).toBe("Spring (copy 3)");
  });

  test("of a long name fits where names are kept", async () => {
    await db.admin`update campaigns set name = ${"x".repeat(120)} where id = ${world.campaignId}`;
    expect((await duplicateCampaign(world.scope, world.campaignId, now)).name).toBe(`${"x".repeat(113)} (copy)`);
  });

  test("of another team's campaign is not found, and nothing is made", async () => {
    const theirs = await seedLaunch(db.admin);
    await expect(duplicateCampaign(world.scope, theirs.campaignId, now)).rejects.toMatchObject({ code: "not_found" });
    expect(
      await db.admin`select 1 from campaigns where team_id in ${db.admin([world.scope.teamId, theirs.scope.teamId])}`,
    ).toHaveLength(2);
  });
});

describe("an archived campaign", () => {
  test("stands among the archived alone, keeps its people, and comes back as it was", async () => {
    const id = await finished();
    await seedEnrolment(db.admin, id, world.contactIds[0] ?? "", { status: "replied" });
    const before = (await list(false)).campaigns.find((one) => one.id === id);
    await archiveCampaign(world.ben, id, now);
    expect(await idsOf(false)).toEqual([world.campaignId]);
    expect(await idsOf(true)).toEqual([id]);
    expect((await list(false)).archived).toBe(1);
    expect(await readCampaignHead(world.scope, id)).toMatchObject({ status: "completed", archivedAt: now });
    await restoreCampaign(world.scope, id);
    expect((await list(false)).campaigns.find((one) => one.id === id)).toEqual(before);
    expect(await list(true)).toMatchObject({ campaigns: [], archived: 0 });
  });

  test.each(["draft", "active", "paused"] as const)("is none that is %s", async (status) => {
    const { campaignId } = await seedSame(db.admin, world, status);
    await expect(archiveCampaign(world.scope, campaignId, now)).rejects.toMatchObject({ code: "conflict" });
    expect((await list(false)).archived).toBe(0);
  });

  test("stays as it was put away where two do it at once, and restoring twice harms nothing", async () => {
    const id = await finished();
    const later = new Date(now.getTime() + 60_000);
    await archiveCampaign(world.scope, id, now);
    await Promise.all([archiveCampaign(world.scope, id, later), archiveCampaign(world.ben, id, later)]);
    expect((await readCampaignHead(world.scope, id)).archivedAt).toEqual(now);
    await Promise.all([restoreCampaign(world.scope, id), restoreCampaign(world.ben, id)]);
    expect((await readCampaignHead(world.scope, id)).archivedAt).toBeNull();
  });

  test("of another team is neither put away nor brought back", async () => {
    const theirs = await seedLaunch(db.admin);
    await db.admin`update campaigns set status = 'completed' where id = ${theirs.campaignId}`;
    await expect(archiveCampaign(world.scope, theirs.campaignId, now)).rejects.toMatchObject({ code: "not_found" });
    await archiveCampaign(theirs.scope, theirs.campaignId, now);
    await expect(restoreCampaign(world.scope, theirs.campaignId)).rejects.toMatchObject({ code: "not_found" });
    expect((await readCampaignHead(theirs.scope, theirs.campaignId)).archivedAt).toEqual(now);
  });
});
