import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type DeliveryState, type DraftStatus, deliveryStates, doubtful } from "@/db/schema/words";
import { seedDelivery, seedDraft, seedEnrolment } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { feedCampaign } from "../../sending/queue/feed-campaign";
import { fillDueTimes } from "../fill-due-times";
import { type LaunchWorld, seedLaunch, seedSame } from "../launch/testing/seed-launch";
import { readCampaign } from "./read-campaign";

let db: TestDatabase;
let world: LaunchWorld;
let paused: { campaignId: string };
/** A Tuesday within the window, which is 9:00 to 17:00 in UTC. */
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  stubSettings();
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await seedLaunch(db.admin);
  paused = await seedSame(db.admin, world, "paused");
  await db.admin`update campaign_settings set timezone = 'UTC', daily_limit = 1 where campaign_id = ${paused.campaignId}`;
  await db.admin`insert into campaign_pauses (team_id, campaign_id, paused_at, paused_by) values (${world.scope.teamId}, ${paused.campaignId}, ${now}, ${world.scope.memberId})`;
});

type Person = { draft?: DraftStatus; missing?: string[]; sent?: Date; silent?: Date; state?: DeliveryState };
async function enrol(n: number, { draft, missing = [], sent, silent, state }: Person) {
  const before = sent ? ({ status: "in_progress", sent: 1, lastSentAt: sent } as const) : {};
  const person = { position: n, waitReason: "paused", ...before };
  const enrolmentId = await seedEnrolment(db.admin, paused.campaignId, world.contactIds[n] ?? "", person);
  if (silent) await db.admin`update campaign_contacts set model_silent_until = ${silent} where id = ${enrolmentId}`;
  await withTeam(world.scope, (tx) => fillDueTimes(tx, paused.campaignId));
  if (!draft) return;
  const draftId = await seedDraft(db.admin, enrolmentId, { status: draft, missing, step: sent ? 2 : 1 });
  if (state) await seedDelivery(db.admin, draftId, { state, at: now });
}
const behind = async () =>
  (await readCampaign(world.scope, paused.campaignId, now)).behind
    .map(({ reason, count, from }) => [reason, count, from?.toISOString().slice(0, 16) ?? null])
    .sort();

describe("what holds the people of a paused campaign apart from the pause", () => {
  test("is one reason each, and adds up to those who wait", async () => {
    await enrol(0, {});
    await enrol(1, { draft: "draft", missing: ["town"] });
    await enrol(2, { draft: "draft" });
    await enrol(3, { draft: "approved" });
    await enrol(4, { draft: "approved" });
    await enrol(5, { draft: "draft", sent: new Date("2026-11-23T14:00:00Z") });
    const view = await readCampaign(world.scope, paused.campaignId, now);
    expect(view.reasons).toMatchObject([{ reason: "paused", count: 6 }]);
    expect(await behind()).toEqual([
      ["being_written", 1, null],
      // One of the two signed takes today's only place.
      ["daily_limit", 1, "2026-11-25T09:00"],
      ["delay", 1, "2026-11-26T14:00"],
      ["field_missing", 1, null],
      ["in_line", 1, "2026-11-24T15:00"],
      ["needs_signature", 1, null],
    ]);
  });

  test("is the closed window for all that is signed, outside it", async () => {
    await db.admin`update campaign_settings set send_window_end = '12:00' where campaign_id = ${paused.campaignId}`;
    await enrol(3, { draft: "approved" });
    await enrol(4, { draft: "approved" });
    expect(await behind()).toEqual([["window_closed", 2, "2026-11-25T09:00"]]);
  });

  test("is a model that does not answer, as long as it did not", async () => {
    await enrol(0, { silent: new Date("2026-11-24T15:01:00Z") });
    await enrol(1, { silent: new Date("2026-11-24T15:01:00Z"), draft: "draft" });
    expect(await behind()).toEqual([
      ["model_silent", 1, "2026-11-24T15:01"],
      ["needs_signature", 1, null],
    ]);
  });

  test.each([...deliveryStates])("of a mail that is %s, is what the running campaign says of it", async (state) => {
    await db.admin`update campaign_settings set daily_limit = 5 where campaign_id = ${paused.campaignId}`;
    await enrol(0, { draft: "scheduled", state });
    const whilePaused = (await behind()).map(([reason]) => reason);
    await db.admin`update campaigns set status = 'active' where id = ${paused.campaignId}`;
    await feedCampaign(world.scope, paused.campaignId, now);
    const running = (await readCampaign(world.scope, paused.campaignId, now)).reasons.map(({ reason }) => reason);
    expect(whilePaused).toEqual([doubtful.includes(state) ? "in_doubt" : "in_line"]);
    expect(running).toEqual(whilePaused);
  });

  test("is the same while the whole team is stopped, and nothing while it runs", async () => {
    await enrol(2, { draft: "draft" });
    await db.admin`update campaigns set status = 'active' where id = ${paused.campaignId}`;
    expect(await behind()).toEqual([]);
    await db.admin`insert into team_stops (team_id) values (${world.scope.teamId})`;
    expect(await behind()).toEqual([["needs_signature", 1, null]]);
  });
});
