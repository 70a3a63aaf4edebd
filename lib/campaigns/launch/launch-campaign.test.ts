import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { untilLocked } from "@/db/testing/until-locked";
import { stubSettings } from "../../env/testing/stub-settings";
import { previewStep } from "../setup/preview-step";
import { stopAll } from "../stop-all";
import { checkLaunch } from "./check-launch";
import { launchCampaign } from "./launch-campaign";
import { showLaunch } from "./show-launch";
import { type LaunchWorld, listed, seedLaunch, seedSame } from "./testing/seed-launch";

let db: TestDatabase;
let world: LaunchWorld;
/** A Tuesday. */
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await seedLaunch(db.admin);
});

const later = new Date("2026-11-24T15:01:00Z");
const show = async () => (await showLaunch(world.scope, world.campaignId, now)).viewId;
const launch = (viewId: string, at = now) => launchCampaign(world.scope, world.campaignId, viewId, at);
const enrolled = () =>
  db.admin`select contact_id, recipient_email, sender_account_id, status, wait_reason, position from campaign_contacts where campaign_id = ${world.campaignId} order by position`;
const count = async (table: string) =>
  Number((await db.admin`select count(*)::int as n from ${db.admin(table)} where team_id = ${world.scope.teamId}`)[0]?.n);
const events = () => db.admin`select event_id from outbox where team_id = ${world.scope.teamId} and name = 'campaign/launched'`;

describe("launching", () => {
  test("enrols everybody in the order of the list, with mailbox and address fixed", async () => {
    expect(await launch(await show())).toEqual({ people: 6, leftOut: null });
    expect(await enrolled()).toEqual(
      world.contactIds.map((contact_id, index) => ({
        contact_id,
        recipient_email: listed[index]?.email,
        sender_account_id: world.mailbox,
        status: "pending",
        wait_reason: "being_written",
        position: index + 1,
      })),
    );
    expect((await previewStep(world.scope, world.stepIds[0] ?? "", 3, now)).subject).toBe(`Hello ${listed[2]?.firstName}`);
    expect(await db.admin`select status, launched_at from campaigns where id = ${world.campaignId}`).toEqual([
      { status: "active", launched_at: now },
    ]);
    expect(await events()).toEqual([{ event_id: `launched:${world.campaignId}` }]);
    expect(await db.admin`select verb, detail from activities where team_id = ${world.scope.teamId}`).toEqual([
      { verb: "launched", detail: { people: 6 } },
    ]);
    expect(
      await db.admin`select launched_by, signs_templates, templates_hash from campaign_launches where campaign_id = ${world.campaignId}`,
    ).toEqual([{ launched_by: world.scope.memberId, signs_templates: false, templates_hash: null }]);
  });

  test("without review signs the templates", async () => {
    await db.admin`update campaigns set review_mode = 'launch' where id = ${world.campaignId}`;
    await launch(await show());
    expect(
      await db.admin`select signs_templates, templates_hash from campaign_launches where campaign_id = ${world.campaignId}`,
    ).toEqual([{ signs_templates: true, templates_hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  test("twice, and five times at once, does nothing twice", async () => {
    const view = await show();
    const all = await Promise.allSettled([1, 2, 3, 4, 5].map(() => launch(view)));
    const said = all.map((one) => (one.status === "fulfilled" ? one.value.people : one.reason.code)).sort();
    expect(said).toEqual([6, "conflict", "conflict", "conflict", "conflict"]);
    await expect(launch(view, later)).rejects.toMatchObject({ code: "conflict" });
    await expect(checkLaunch(world.scope, world.campaignId, now)).rejects.toMatchObject({ code: "conflict" });
    expect(await count("campaign_contacts")).toBe(6);
    expect(await count("campaign_launches")).toBe(1);
    expect(await count("activities")).toBe(1);
    expect(await events()).toHaveLength(1);
  });

  test("of two campaigns at once never puts a person into both", async () => {
    const other = await seedSame(db.admin, world);
    const both = await Promise.allSettled([
      launch(await show()),
      showLaunch(world.scope, other.campaignId, now).then(({ viewId }) =>
        launchCampaign(world.scope, other.campaignId, viewId, now),
      ),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await count("campaign_contacts")).toBe(6);
  });

  test("waits for a text that is being changed, and looks at the new one", async () => {
    const view = await show();
    let launching: Promise<unknown> = Promise.resolve();
    await db.admin.begin(async (tx) => {
      await tx`select id from campaigns where id = ${world.campaignId} for update`;
      launching = launch(view).catch((thrown: unknown) => thrown);
      await untilLocked(db);
      await tx`update campaign_sequences set body_template = '' where id = ${world.stepIds[0] ?? ""}`;
    });
    expect(await launching).toMatchObject({
      code: "conflict",
      message: "Somebody changed the text of step 1, Introduction. Look again before you launch.",
    });
  });

  test("keeps nobody from stopping all, and an address that changes while people are enrolled is not launched unseen", async () => {
    const view = await show();
    let launching: Promise<unknown> = Promise.resolve();
    await db.admin.begin(async (tx) => {
      // Whom it enrols is held, so that it stands in the middle.
      await tx`select id from contacts where team_id = ${world.scope.teamId} for update`;
      launching = launch(view).catch((thrown: unknown) => thrown);
      await untilLocked(db);
      await stopAll(world.scope, now);
      await db.admin`update teams set postal_address = 'Another Street 1' where id = ${world.scope.teamId}`;
    });
    expect(await launching).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/postal address.*Look again before you launch\.$/),
    });
    expect(await count("campaign_contacts")).toBe(0);
  });

  test("another team's campaign is not found", async () => {
    const theirs = (await seedTeam(db.admin)).scope;
    await expect(checkLaunch(theirs, world.campaignId, now)).rejects.toMatchObject({ code: "not_found" });
    await expect(showLaunch(theirs, world.campaignId, now)).rejects.toMatchObject({ code: "not_found" });
    await expect(launchCampaign(theirs, world.campaignId, await show(), now)).rejects.toMatchObject({ code: "not_found" });
    expect(await enrolled()).toEqual([]);
  });
});
