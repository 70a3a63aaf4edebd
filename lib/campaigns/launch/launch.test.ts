import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { previewStep } from "../setup/preview-step";
import { checkLaunch } from "./check-launch";
import { launchCampaign } from "./launch-campaign";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let mailbox: string;
let listId: string;
let contactIds: string[];
let campaignId: string;
let stepIds: string[];
/** A Tuesday at 15:00 UTC. */
const now = new Date("2026-11-24T15:00:00Z");
const later = new Date("2026-11-24T15:01:00Z");
const people = inventPeople(6);
const steps = [
  { name: "Introduction", subject: "Hello {{ first_name }}", body: "<p>Hi</p>" },
  { name: "Follow-up 1", subject: "", body: "<p>Again, from {{ town }}</p>", days: 3 },
];

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  const team = await seedTeam(db.admin);
  scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
  mailbox = await seedMailbox(db.admin, scope.teamId, { email: "anna@contoso.com", displayName: "Anna Keller" });
  const seeded = await seedContacts(db.admin, scope.teamId, people, { listName: "Six" });
  contactIds = seeded.contactIds;
  listId = seeded.listId ?? "";
  ({ campaignId, stepIds } = await draft());
});

const draft = (more: { status?: "active" | "paused" | "completed"; reviewMode?: "launch" } = {}) =>
  seedCampaign(db.admin, scope.teamId, {
    name: "Spring",
    listId,
    senderAccountId: mailbox,
    steps,
    settings: { start: "09:00", end: "17:00" },
    ...more,
  });
const check = (by = scope) => checkLaunch(by, campaignId, now);
const launch = (seen: number, id = campaignId, at = now) => launchCampaign(scope, id, seen, at);
const suppress = (index: number) =>
  db.admin`insert into suppressions (team_id, email_norm, reason) values (${scope.teamId}, ${people[index]?.email.toLowerCase() ?? ""}, 'by hand')`;
const enrolIn = async (status: "active" | "paused" | "completed", index: number, how = "in_progress") => {
  const other = await draft({ status });
  await db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, status)
    values (${scope.teamId}, ${other.campaignId}, ${contactIds[index] ?? ""}, ${mailbox}, 'x', ${how})`;
};
const enrolled = () =>
  db.admin`select contact_id, recipient_email, sender_account_id, status, wait_reason, position from campaign_contacts where campaign_id = ${campaignId} order by position`;
const count = async (table: string) =>
  Number((await db.admin`select count(*)::int as n from ${db.admin(table)} where team_id = ${scope.teamId}`)[0]?.n);
const events = () => db.admin`select event_id from outbox where team_id = ${scope.teamId} and name = 'campaign/launched'`;

describe("the check", () => {
  test("tells what would happen", async () => {
    expect(await check()).toEqual({
      name: "Spring",
      reviewMode: "each",
      blockers: [],
      onList: 6,
      leftOut: { suppressed: 0, own_domain: 0, running: 0 },
      people: 6,
      steps: 2,
      mails: 12,
      emptyFields: [],
      timezone: "UTC",
      opensAt: now,
      lastAbout: expect.any(Date),
      modelSteps: 0,
    });
  });

  const blocked: [string, string, string, () => Promise<unknown>][] = [
    ["no list", "list", "Choose the list", () => db.admin`update campaigns set list_id = null where id = ${campaignId}`],
    ["an empty list", "list", "The list is empty.", () => db.admin`delete from contact_list_members where list_id = ${listId}`],
    [
      "a list of archived people",
      "list",
      "The list is empty.",
      () => db.admin`update contacts set archived_at = now() where team_id = ${scope.teamId}`,
    ],
    [
      "a list of suppressed people",
      "list",
      "Everybody on the list is left out",
      () => Promise.all(people.map((_, index) => suppress(index))),
    ],
    [
      "no mailbox",
      "mailbox",
      "Choose the mailbox",
      () => db.admin`update campaigns set sender_account_id = null where id = ${campaignId}`,
    ],
    [
      "a signed-out mailbox",
      "mailbox",
      "anna@contoso.com is signed out",
      () => db.admin`update sender_accounts set status = 'signed_out' where id = ${mailbox}`,
    ],
    [
      "no step",
      "steps",
      "Write at least one mail.",
      () => db.admin`delete from campaign_sequences where campaign_id = ${campaignId}`,
    ],
    [
      "a first mail without subject",
      "steps",
      "Introduction: The first mail needs a subject.",
      () => db.admin`update campaign_sequences set subject_template = ' ' where id = ${stepIds[0] ?? ""}`,
    ],
    [
      "a mail without text",
      "steps",
      "Follow-up 1: The mail has no text.",
      () => db.admin`update campaign_sequences set body_template = '<p> </p>' where id = ${stepIds[1] ?? ""}`,
    ],
    [
      "a text that cannot be read",
      "steps",
      "Follow-up 1: The text cannot be read",
      () => db.admin`update campaign_sequences set body_template = '<p>{{ town </p>' where id = ${stepIds[1] ?? ""}`,
    ],
    [
      "a window that never opens",
      "rules",
      "no sending day ahead",
      () => db.admin`update campaign_settings set send_window_end = send_window_start where campaign_id = ${campaignId}`,
    ],
    [
      "no postal address",
      "team",
      "postal address",
      () => db.admin`update teams set postal_address = ' ' where id = ${scope.teamId}`,
    ],
  ];
  test.each(blocked)("blocks %s, and so does launching", async (_, part, words, change) => {
    await change();
    const { blockers, people: seen } = await check();
    expect(blockers).toEqual([{ part, sentence: expect.stringContaining(words) }]);
    await expect(launch(seen)).rejects.toMatchObject({ code: "blocked", message: expect.stringContaining(words) });
    expect(await enrolled()).toEqual([]);
    expect(await count("outbox")).toBe(0);
  });

  test("names everything that blocks at once", async () => {
    await db.admin`update campaigns set list_id = null, sender_account_id = null where id = ${campaignId}`;
    await db.admin`delete from campaign_sequences where campaign_id = ${campaignId}`;
    await db.admin`update teams set postal_address = null where id = ${scope.teamId}`;
    expect((await check()).blockers.map((one) => one.part)).toEqual(["list", "mailbox", "steps", "team"]);
  });

  test("leaves out whom it must, each for the first reason, and counts the rest", async () => {
    await suppress(0);
    await suppress(1);
    await db.admin`update suppressions set lifted_at = now() where email_norm = ${people[1]?.email.toLowerCase() ?? ""}`;
    await db.admin`update contacts set email = 'Finn@CONTOSO.com', email_norm = 'finn@contoso.com' where id = ${contactIds[2] ?? ""}`;
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
    expect(await launch(2)).toBe(2);
    expect((await enrolled()).map((row) => row.contact_id)).toEqual([contactIds[1], contactIds[5]]);
  });

  test("counts fields that are empty for those who would be mailed, and nobody else", async () => {
    await db.admin`update contacts set first_name = null, name = null where id in ${db.admin(contactIds.slice(0, 3))}`;
    await db.admin`update contacts set fields = '{}' where id = ${contactIds[0] ?? ""}`;
    await suppress(0);
    await db.admin`update contacts set archived_at = now() where id = ${contactIds[1] ?? ""}`;
    expect((await check()).emptyFields).toEqual([{ step: 1, stepName: "Introduction", field: "first_name", count: 1 }]);
    await db.admin`update suppressions set lifted_at = now() where team_id = ${scope.teamId}`;
    expect((await check()).emptyFields).toEqual([
      { step: 1, stepName: "Introduction", field: "first_name", count: 2 },
      { step: 2, stepName: "Follow-up 1", field: "town", count: 1 },
    ]);
    await db.admin`update campaign_sequences set written_by = 'model' where id = ${stepIds[1] ?? ""}`;
    expect(await check()).toMatchObject({ modelSteps: 1, emptyFields: [{ field: "first_name", count: 2 }] });
  });

  test("says when it opens, in the rules' zone", async () => {
    await db.admin`update campaign_settings set send_days = '{saturday}', timezone = 'America/New_York' where campaign_id = ${campaignId}`;
    expect(await check()).toMatchObject({ timezone: "America/New_York", opensAt: new Date("2026-11-28T14:00:00Z") });
  });
});

describe("launching", () => {
  test("enrols everybody in the order of the list, with mailbox and address fixed", async () => {
    expect(await launch(6)).toBe(6);
    expect(await enrolled()).toEqual(
      contactIds.map((contact_id, index) => ({
        contact_id,
        recipient_email: people[index]?.email,
        sender_account_id: mailbox,
        status: "pending",
        wait_reason: "being_written",
        position: index + 1,
      })),
    );
    expect((await previewStep(scope, stepIds[0] ?? "", 3)).subject).toBe(`Hello ${people[2]?.firstName}`);
    expect(await db.admin`select status, launched_at from campaigns where id = ${campaignId}`).toEqual([
      { status: "active", launched_at: now },
    ]);
    expect(await events()).toEqual([{ event_id: `launched:${campaignId}` }]);
    expect(await db.admin`select verb, detail from activities where team_id = ${scope.teamId}`).toEqual([
      { verb: "launched", detail: { people: 6 } },
    ]);
    expect(
      await db.admin`select launched_by, signs_templates, templates_hash from campaign_launches where campaign_id = ${campaignId}`,
    ).toEqual([{ launched_by: scope.memberId, signs_templates: false, templates_hash: null }]);
  });

  test("without review signs the templates", async () => {
    await db.admin`update campaigns set review_mode = 'launch' where id = ${campaignId}`;
    await launch(6);
    expect(
      await db.admin`select signs_templates, templates_hash from campaign_launches where campaign_id = ${campaignId}`,
    ).toEqual([{ signs_templates: true, templates_hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  test("twice, and five times at once, does nothing twice", async () => {
    const all = await Promise.allSettled([1, 2, 3, 4, 5].map(() => launch(6)));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of all) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    await expect(launch(6, campaignId, later)).rejects.toMatchObject({ code: "conflict" });
    await expect(check()).rejects.toMatchObject({ code: "conflict" });
    expect(await count("campaign_contacts")).toBe(6);
    expect(await count("campaign_launches")).toBe(1);
    expect(await count("activities")).toBe(1);
    expect(await events()).toHaveLength(1);
  });

  test("is refused when the number is not the one that was seen", async () => {
    await suppress(0);
    await expect(launch(6)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("5 people") });
    expect(await count("campaign_contacts")).toBe(0);
  });

  test("of two campaigns at once never puts a person into both", async () => {
    const other = await draft();
    const both = await Promise.allSettled([launch(6), launch(6, other.campaignId)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await count("campaign_contacts")).toBe(6);
  });

  test("waits for a text that is being changed, and looks at the new one", async () => {
    let launching: Promise<unknown> = Promise.resolve();
    await db.admin.begin(async (tx) => {
      await tx`select id from campaigns where id = ${campaignId} for update`;
      launching = launch(6).catch((thrown: unknown) => thrown);
      await expect
        .poll(
          async () =>
            (await db.admin`select 1 from pg_stat_activity where datname = ${db.name} and wait_event_type = 'Lock'`).length,
        )
        .toBeGreaterThan(0);
      await tx`update campaign_sequences set body_template = '' where id = ${stepIds[0] ?? ""}`;
    });
    expect(await launching).toMatchObject({ code: "blocked", message: "Introduction: The mail has no text." });
  });

  test("another team's campaign is not found", async () => {
    const team = await seedTeam(db.admin);
    const theirs = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
    await expect(check(theirs)).rejects.toMatchObject({ code: "not_found" });
    await expect(launchCampaign(theirs, campaignId, 6, now)).rejects.toMatchObject({ code: "not_found" });
    expect(await enrolled()).toEqual([]);
  });

  test("does not leave out who is suppressed, a colleague or enrolled in another team", async () => {
    const team = await seedTeam(db.admin);
    const address = people[0]?.email.toLowerCase() ?? "";
    await seedMailbox(db.admin, team.teamId, { email: `boss@${address.split("@")[1]}`, displayName: "Boss" });
    await db.admin`insert into suppressions (team_id, email_norm, reason) values (${team.teamId}, ${address}, 'by hand')`;
    expect(await check()).toMatchObject({ people: 6 });
  });
});
