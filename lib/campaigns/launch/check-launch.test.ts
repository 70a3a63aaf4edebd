import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedEnrolment, seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { checkLaunch } from "./check-launch";
import { launchShown } from "./testing/launch-shown";
import { type LaunchWorld, listed, normOf, seedLaunch, seedSame, suppressListed } from "./testing/seed-launch";

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

const check = () => checkLaunch(world.scope, world.campaignId, now);
const launch = () => launchShown(world.scope, world.campaignId, now);
const enrolIn = async (
  campaign: "active" | "paused" | "completed",
  index: number,
  status: "pending" | "in_progress" | "replied" = "in_progress",
) => {
  const { campaignId } = await seedSame(db.admin, world, campaign);
  await seedEnrolment(db.admin, campaignId, world.contactIds[index] ?? "", { status });
};
const enrolled = async () =>
  (await db.admin`select contact_id from campaign_contacts where campaign_id = ${world.campaignId} order by position`).map(
    (row) => row.contact_id,
  );

describe("the check", () => {
  test("tells what would happen", async () => {
    expect(await check()).toEqual({
      name: "Spring",
      reviewMode: "each",
      answers: { awayDays: 7, replyStops: "person" },
      blockers: [],
      onList: 6,
      listName: "Six",
      mailbox: "anna@contoso.com",
      leftOut: { suppressed: 0, own_domain: 0, running: 0 },
      people: 6,
      steps: 2,
      mails: 12,
      emptyFields: [],
      teamADay: 8000,
      holds: { stopped: null, guarded: false, unproven: false, budgetUsed: false },
      timezone: "UTC",
      opensAt: now,
      lastAbout: new Date("2026-11-27T15:10:00Z"),
      modelSteps: 0,
    });
  });

  test("tells of a mailbox paused by its guard rail and of a domain that fails, and lets it be launched all the same", async () => {
    await db.admin`insert into mailbox_guards (team_id, sender_account_id, kind, counted, "of", allowed_percent)
      select team_id, id, 'opt-outs', 5, 200, 2 from sender_accounts where team_id = ${world.scope.teamId}`;
    await db.admin`insert into domain_checks (team_id, domain, checked_at, proofs, failing_since)
      values (${world.scope.teamId}, 'contoso.com', ${now}, '[]', ${new Date(now.getTime() - 4 * 24 * 3_600_000)})`;
    expect(await check()).toMatchObject({ blockers: [], holds: { guarded: true, unproven: true, budgetUsed: false } });
  });

  test("says who stopped all sending, until it is resumed", async () => {
    const { teamId, memberId } = world.scope;
    await db.admin`insert into team_stops (team_id, stopped_at, stopped_by) values (${teamId}, ${now}, ${memberId})`;
    expect(await check()).toMatchObject({ blockers: [], holds: { stopped: { by: "Anna Keller", at: now } } });
    await db.admin`update team_stops set lifted_at = ${now} where team_id = ${teamId}`;
    expect((await check()).holds.stopped).toBeNull();
  });

  const blocked: [string, string, string, () => Promise<unknown>][] = [
    ["no list", "list", "Choose the list", () => db.admin`update campaigns set list_id = null where id = ${world.campaignId}`],
    [
      "an empty list",
      "list",
      "The list is empty.",
      () => db.admin`delete from contact_list_members where list_id = ${world.listId}`,
    ],
    [
      "a list of archived people",
      "list",
      "The list is empty.",
      () => db.admin`update contacts set archived_at = now() where team_id = ${world.scope.teamId}`,
    ],
    [
      "a list of suppressed people",
      "list",
      "Everybody on the list is left out",
      () => Promise.all(listed.map((_, index) => suppressListed(db.admin, world.scope.teamId, index))),
    ],
    [
      "no mailbox",
      "mailbox",
      "Choose the mailbox",
      () => db.admin`update campaigns set sender_account_id = null where id = ${world.campaignId}`,
    ],
    [
      "a signed-out mailbox",
      "mailbox",
      "anna@contoso.com is signed out",
      () => db.admin`update sender_accounts set status = 'signed_out' where id = ${world.mailbox}`,
    ],
    [
      "no step",
      "steps",
      "Write at least one mail.",
      () => db.admin`delete from campaign_sequences where campaign_id = ${world.campaignId}`,
    ],
    [
      "a first mail without subject",
      "steps",
      "Introduction: The first mail needs a subject.",
      () => db.admin`update campaign_sequences set subject_template = ' ' where id = ${world.stepIds[0] ?? ""}`,
    ],
    [
      "a mail without text",
      "steps",
      "Follow-up 1: The mail has no text.",
      () => db.admin`update campaign_sequences set body_template = '<p> </p>' where id = ${world.stepIds[1] ?? ""}`,
    ],
    [
      "a text that cannot be read",
      "steps",
      "Follow-up 1: The text cannot be read",
      () => db.admin`update campaign_sequences set body_template = '<p>{{ town </p>' where id = ${world.stepIds[1] ?? ""}`,
    ],
    [
      "a window that never opens",
      "rules",
      "no sending day ahead",
      () => db.admin`update campaign_settings set send_window_end = send_window_start where campaign_id = ${world.campaignId}`,
    ],
    [
      "no postal address",
      "team",
      "postal address",
      () => db.admin`update teams set postal_address = ' ' where id = ${world.scope.teamId}`,
    ],
  ];
  test.each(blocked)("blocks %s, and so does launching", async (_, part, words, change) => {
    await change();
    const { blockers } = await check();
    expect(blockers).toMatchObject([{ part, sentence: expect.stringContaining(words) }]);
    await expect(launch()).rejects.toMatchObject({ code: "blocked", message: expect.stringContaining(words) });
    expect(await enrolled()).toEqual([]);
    expect(await db.admin`select id from outbox where team_id = ${world.scope.teamId}`).toEqual([]);
  });

  test("names everything that is wrong with a mail, and which mail it is", async () => {
    const stepId = world.stepIds[0] ?? "";
    await db.admin`update campaign_sequences set subject_template = '', body_template = '' where id = ${stepId}`;
    expect((await check()).blockers).toEqual([
      { part: "steps", sentence: "Introduction: The first mail needs a subject.", stepId },
      { part: "steps", sentence: "Introduction: The mail has no text.", stepId },
    ]);
  });

  test("names everything that blocks at once", async () => {
    await db.admin`update campaigns set list_id = null, sender_account_id = null where id = ${world.campaignId}`;
    await db.admin`delete from campaign_sequences where campaign_id = ${world.campaignId}`;
    await db.admin`update teams set postal_address = null where id = ${world.scope.teamId}`;
    expect((await check()).blockers.map((one) => one.part)).toEqual(["list", "mailbox", "steps", "team"]);
  });

  test("leaves out whom it must, each for the first reason, and counts the rest", async () => {
    await suppressListed(db.admin, world.scope.teamId, 0);
    await suppressListed(db.admin, world.scope.teamId, 1);
    await db.admin`update suppressions set lifted_at = now(), lift_reason = 'asked again' where email_norm = ${normOf(1)}`;
    await db.admin`update contacts set email = 'Finn@CONTOSO.com', email_norm = 'finn@contoso.com' where id = ${world.contactIds[2] ?? ""}`;
    await enrolIn("active", 0);
    await enrolIn("active", 3);
    await enrolIn("paused", 4, "pending");
    await enrolIn("active", 5, "replied");
    await enrolIn("completed", 5);
    expect(await check()).toMatchObject({
      onList: 6,
      leftOut: { suppressed: 1, own_domain: 1, running: 2 },
      people: 2,
      mails: 4,
      blockers: [],
    });
    expect(await launch()).toBe(2);
    expect(await enrolled()).toEqual([world.contactIds[1], world.contactIds[5]]);
  });

  test("leaves out who is in a domain of an alias", async () => {
    await db.admin`update sender_accounts set addresses = '{anna@contoso.com,anna@contoso-group.com}' where id = ${world.mailbox}`;
    await db.admin`update contacts set email_norm = 'finn@contoso-group.com' where id = ${world.contactIds[2] ?? ""}`;
    expect(await check()).toMatchObject({ onList: 6, leftOut: { own_domain: 1 }, people: 5 });
  });

  test("counts fields that are empty for those who would be mailed, and nobody else", async () => {
    await db.admin`update contacts set first_name = null, name = null where id in ${db.admin(world.contactIds.slice(0, 3))}`;
    await db.admin`update contacts set fields = '{}' where id = ${world.contactIds[0] ?? ""}`;
    await suppressListed(db.admin, world.scope.teamId, 0);
    await db.admin`update contacts set archived_at = now() where id = ${world.contactIds[1] ?? ""}`;
    expect((await check()).emptyFields).toEqual([
      { step: 1, stepId: world.stepIds[0], stepName: "Introduction", field: "first_name", count: 1 },
    ]);
    await db.admin`update suppressions set lifted_at = now(), lift_reason = 'asked again' where team_id = ${world.scope.teamId}`;
    expect((await check()).emptyFields).toEqual([
      { step: 1, stepId: world.stepIds[0], stepName: "Introduction", field: "first_name", count: 2 },
      { step: 2, stepId: world.stepIds[1], stepName: "Follow-up 1", field: "town", count: 1 },
    ]);
    await db.admin`update campaign_sequences set written_by = 'model' where id = ${world.stepIds[1] ?? ""}`;
    expect(await check()).toMatchObject({ modelSteps: 1, emptyFields: [{ field: "first_name", count: 2 }] });
  });

  test("says when it opens, in the rules' zone", async () => {
    await db.admin`update campaign_settings set send_days = '{saturday}', timezone = 'America/New_York' where campaign_id = ${world.campaignId}`;
    expect(await check()).toMatchObject({ timezone: "America/New_York", opensAt: new Date("2026-11-28T14:00:00Z") });
  });

  test("does not leave out who is suppressed, a colleague or enrolled in another team", async () => {
    const team = await seedTeam(db.admin);
    const address = normOf(0);
    await seedMailbox(db.admin, team.teamId, { email: `boss@${address.split("@")[1]}`, displayName: "Boss" });
    await seedSuppression(db.admin, team.teamId, address);
    expect(await check()).toMatchObject({ people: 6 });
  });
});
