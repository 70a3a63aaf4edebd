import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { editSignature } from "../senders/edit-signature";
import { changeTeam } from "../team/change-team";
import { completeCampaign } from "./complete-campaign";
import { launchShown } from "./launch/testing/launch-shown";
import { type LaunchWorld, seedLaunch, seedSame } from "./launch/testing/seed-launch";
import { pauseCampaign } from "./pause-campaign";
import { listCampaigns } from "./read/list-campaigns";
import { resumeAll } from "./resume-all";
import { resumeCampaign } from "./resume-campaign";
import { stopAll } from "./stop-all";
import { pauseSeen } from "./testing/pause-seen";

let db: TestDatabase;
let world: LaunchWorld;
/** A Tuesday. */
const now = new Date("2026-11-24T12:40:00Z");
const later = new Date("2026-11-24T12:41:00Z");
const latest = new Date("2026-11-24T12:42:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await seedLaunch(db.admin);
  await launchShown(world.scope, world.campaignId, now);
});

const statusOf = async (id = world.campaignId) => (await db.admin`select status from campaigns where id = ${id}`)[0]?.status;
const conflict = (message: string) => ({ code: "conflict", message });
/** What is changed while a campaign stands still: the texts and rules of a launched one never are. */
const changes: [string, () => Promise<unknown>, string][] = [
  [
    "the block under each mail",
    () => editSignature(world.ben, world.mailbox, "<p>Ben</p>"),
    "Ben Okafor changed the name, address or signature block of anna@contoso.com.",
  ],
  [
    "what stands under every mail",
    () => changeTeam(world.scope, { postalAddress: "Elsewhere" }, later),
    "You changed the team’s name or postal address.",
  ],
  [
    "its steps, whoever managed that",
    () =>
      db.admin`update campaign_sequences set body_template = 'x', updated_by = ${world.ben.memberId} where id = ${world.stepIds[0] ?? ""}`,
    "Ben Okafor changed its steps.",
  ],
];

describe("resuming a campaign", () => {
  const resume = async (seen: Parameters<typeof resumeCampaign>[2], at = latest) =>
    resumeCampaign(world.scope, world.campaignId, seen, at);

  test("acts on the pause that was shown", async () => {
    await pauseCampaign(world.scope, world.campaignId, now);
    const seen = await pauseSeen(world.scope, world.campaignId);
    const [listed] = (await listCampaigns({ ...world.scope, timezone: "UTC", teamTimezone: "UTC" } as never, now)).campaigns;
    expect(listed?.pause).toEqual(seen);
    await resume(seen);
    expect(await statusOf()).toBe("active");
    await expect(resume(seen)).rejects.toMatchObject(conflict("You resumed it at 12:42. Nothing was changed."));
  });

  test("is refused where it was resumed and paused again, by whom and when", async () => {
    await pauseCampaign(world.scope, world.campaignId, now);
    const seen = await pauseSeen(world.scope, world.campaignId);
    await resumeCampaign(world.ben, world.campaignId, seen, later);
    await pauseCampaign(world.ben, world.campaignId, later);
    await expect(resume(seen)).rejects.toMatchObject(
      conflict("Ben Okafor resumed it and paused it again at 12:41. Nothing was changed."),
    );
    expect(await statusOf()).toBe("paused");
    await resume(await pauseSeen(world.scope, world.campaignId));
    expect(await statusOf()).toBe("active");
  });

  test("is refused where it has ended", async () => {
    await pauseCampaign(world.scope, world.campaignId, now);
    const seen = await pauseSeen(world.scope, world.campaignId);
    await completeCampaign(world.ben, world.campaignId, later);
    await expect(resume(seen)).rejects.toMatchObject(conflict("Ben Okafor ended it at 12:41. Nothing was changed."));
  });

  test.each(changes)("is refused where %s was changed", async (_, change, said) => {
    await pauseCampaign(world.scope, world.campaignId, now);
    const seen = await pauseSeen(world.scope, world.campaignId);
    await change();
    await expect(resume(seen)).rejects.toMatchObject(conflict(`${said} Look again before you resume.`));
    expect(await statusOf()).toBe("paused");
    await resume(await pauseSeen(world.scope, world.campaignId));
    expect(await statusOf()).toBe("active");
  });

  test("finds no pause of another team", async () => {
    await pauseCampaign(world.scope, world.campaignId, now);
    const theirs = await seedLaunch(db.admin);
    await launchShown(theirs.scope, theirs.campaignId, now);
    await pauseCampaign(theirs.scope, theirs.campaignId, now);
    await expect(resume(await pauseSeen(theirs.scope, theirs.campaignId))).rejects.toMatchObject({ code: "not_found" });
    expect(await statusOf()).toBe("paused");
  });
});

describe("resuming everything", () => {
  const again = "Look again before you resume; sending is still stopped.";
  const isStopped = async () =>
    (await db.admin`select 1 from team_stops where team_id = ${world.scope.teamId} and lifted_at is null`).length === 1;

  test("is refused where it was resumed and stopped again", async () => {
    const { seen } = await stopAll(world.scope, now);
    await resumeAll(world.ben, seen, later);
    await stopAll(world.scope, latest);
    await expect(resumeAll(world.scope, seen, latest)).rejects.toMatchObject(
      conflict("Ben Okafor resumed all sending at 12:41, and you stopped it again at 12:42. Look again before you resume."),
    );
    expect(await isStopped()).toBe(true);
  });

  test("is refused where a campaign more would go on", async () => {
    const { campaignId } = await seedSame(db.admin, world);
    await db.admin`update campaigns set name = 'Autumn' where id = ${campaignId}`;
    await db.admin`update campaign_contacts set status = 'completed' where campaign_id = ${world.campaignId}`;
    const { seen } = await stopAll(world.scope, now);
    await launchShown(world.ben, campaignId, later);
    await expect(resumeAll(world.scope, seen, latest)).rejects.toMatchObject(
      conflict(`Ben Okafor launched Autumn at 12:41, so it would go on as well. ${again}`),
    );
    expect(await isStopped()).toBe(true);
    expect(await resumeAll(world.scope, (await stopAll(world.scope, latest)).seen, latest)).toBeNull();
    expect(await isStopped()).toBe(false);
  });

  test("is refused where a paused campaign was resumed", async () => {
    await pauseCampaign(world.scope, world.campaignId, now);
    const { seen } = await stopAll(world.scope, now);
    await resumeCampaign(world.ben, world.campaignId, await pauseSeen(world.ben, world.campaignId), later);
    await expect(resumeAll(world.scope, seen, latest)).rejects.toMatchObject(
      conflict(`Ben Okafor resumed Spring at 12:41, so it would go on as well. ${again}`),
    );
  });

  test.each(changes)("is refused where %s was changed", async (_, change, said) => {
    const { seen } = await stopAll(world.scope, now);
    await change();
    await expect(resumeAll(world.scope, seen, latest)).rejects.toMatchObject(conflict(`${said} ${again}`));
    expect(await isStopped()).toBe(true);
  });

  test("leaves out a campaign that was paused meanwhile, and names it", async () => {
    const { seen } = await stopAll(world.scope, now);
    await pauseCampaign(world.ben, world.campaignId, later);
    expect(await resumeAll(world.scope, seen, latest)).toBe("Paused or ended meanwhile, so not resumed: Spring.");
    expect(await isStopped()).toBe(false);
    expect(await statusOf()).toBe("paused");
  });

  test("finds no stop of another team", async () => {
    await stopAll(world.scope, now);
    const theirs = await seedLaunch(db.admin);
    const { seen } = await stopAll(theirs.scope, now);
    await expect(resumeAll(world.scope, seen, later)).rejects.toMatchObject({ code: "not_found" });
    expect(await isStopped()).toBe(true);
  });
});
