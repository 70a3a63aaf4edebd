import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type DeliveryState, type DraftStatus, deliveryStates, doubtful } from "@/db/schema/words";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { feedCampaign } from "../../sending/queue/feed-campaign";
import { fillDueTimes } from "../fill-due-times";
import { type LaunchWorld, listed, seedLaunch, seedSame } from "../launch/testing/seed-launch";
import { readCampaign } from "./read-campaign";

let db: TestDatabase;
let world: LaunchWorld;
let paused: { campaignId: string; stepIds: string[] };
/** A Tuesday within the window, which is 9:00 to 17:00 in UTC. */
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
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
  const contact = world.contactIds[n] ?? "";
  const step = sent ? 2 : 1;
  const [row] =
    await db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, position, wait_reason, status, current_sequence_step, last_email_sent_at, model_silent_until)
    values (${world.scope.teamId}, ${paused.campaignId}, ${contact}, ${world.mailbox}, ${listed[n]?.email ?? ""}, ${n}, 'paused', ${sent ? "in_progress" : "pending"}, ${step - 1}, ${sent ?? null}, ${silent ?? null}) returning id`;
  await withTeam(world.scope, (tx) => fillDueTimes(tx, paused.campaignId));
  if (draft) {
    const [made] =
      await db.admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id, missing_fields)
      values (${world.scope.teamId}, ${contact}, 'first_outreach', 'Hello', 'x', ${draft}, ${paused.campaignId}, ${row?.id}, ${paused.stepIds[step - 1] ?? ""}, ${step}, ${world.mailbox}, ${missing}) returning id`;
    if (state) {
      await db.admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, state, send_key, request_hash)
        values (${world.scope.teamId}, ${made?.id}, ${paused.campaignId}, ${row?.id}, ${paused.stepIds[step - 1] ?? ""}, ${contact}, ${world.mailbox}, ${state}, ${randomUUID()}, 'h')`;
    }
  }
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
