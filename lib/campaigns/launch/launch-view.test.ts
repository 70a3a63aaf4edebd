import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedEnrolment, seedSuppression } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { addMembers } from "../../contacts/add-members";
import { stubSettings } from "../../env/testing/stub-settings";
import { editSignature } from "../../senders/edit-signature";
import { changeTeam } from "../../team/change-team";
import { addStep } from "../setup/add-step";
import { editAnswerRules } from "../setup/edit-answer-rules";
import { editCampaign } from "../setup/edit-campaign";
import { editRules } from "../setup/edit-rules";
import { editStep } from "../setup/edit-step";
import { moveStep } from "../setup/move-step";
import { removeStep } from "../setup/remove-step";
import { checkLaunch } from "./check-launch";
import { launchCampaign } from "./launch-campaign";
import { showLaunch } from "./show-launch";
import { type LaunchWorld, listed, normOf, seedLaunch, seedSame, suppressListed } from "./testing/seed-launch";
import { tidyLaunchViews } from "./tidy-launch-views";

let db: TestDatabase;
let world: LaunchWorld;
/** A Tuesday. */
const now = new Date("2026-11-24T15:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await seedLaunch(db.admin);
});

const show = async () => (await showLaunch(world.scope, world.campaignId, now)).viewId;
const launch = (viewId: string, at = minutes(1)) => launchCampaign(world.scope, world.campaignId, viewId, at);
const second = () => world.stepIds[1] ?? "";
const nameOf = (index: number) => `${listed[index]?.firstName} ${listed[index]?.lastName}`;
const enrolled = async () =>
  (await db.admin`select contact_id from campaign_contacts where campaign_id = ${world.campaignId} order by position`).map(
    (row) => row.contact_id,
  );
const refused = async (viewId: string, said: string) => {
  await expect(launch(viewId)).rejects.toMatchObject({ code: "conflict", message: `${said} Look again before you launch.` });
  expect(await enrolled()).toEqual([]);
  expect(await db.admin`select status from campaigns where id = ${world.campaignId}`).toEqual([{ status: "draft" }]);
};

describe("what decides otherwise than it was shown", () => {
  const rules = (change: Parameters<typeof editRules>[2]) => () => editRules(world.ben, world.campaignId, change, now);
  const step = (change: Parameters<typeof editStep>[2]) => () => editStep(world.ben, second(), change, now);
  const campaign = (change: Parameters<typeof editCampaign>[2]) => editCampaign(world.ben, world.campaignId, change, now);
  const changes: [string, () => Promise<unknown>, string][] = [
    ["a text", step({ body: "<p>Ours is better.</p>" }), "Ben Okafor changed the text of step 2, Follow-up 1."],
    ["a subject", step({ subject: "Other" }), "Ben Okafor changed the text of step 2, Follow-up 1."],
    ["who writes", step({ writtenBy: "model" }), "Ben Okafor has step 2, Follow-up 1 written by a model."],
    ["a delay", step({ delayDays: 1 }), "Ben Okafor changed the delay before step 2, Follow-up 1."],
    ["a step more", () => addStep(world.ben, world.campaignId, null, now), "Ben Okafor added step 3, Follow-up 2."],
    ["a step less", () => removeStep(world.ben, second(), now), "Ben Okafor removed step 2, Follow-up 1."],
    ["the order", () => moveStep(world.ben, second(), -1), "Ben Okafor put the steps into another order."],
    [
      "who signs",
      () => campaign({ reviewMode: "launch" }),
      "Ben Okafor switched the campaign to: launching signs the templates.",
    ],
    ["the hours", rules({ windowStart: "7:30" }), "Ben Okafor changed the hours to 7:30 to 17:00."],
    ["the days", rules({ days: ["monday", "sunday"] }), "Ben Okafor changed the days to Mon, Sun."],
    ["the zone", rules({ timeZone: "Asia/Tokyo" }), "Ben Okafor changed the time zone to Asia/Tokyo."],
    ["the daily limit", rules({ dailyLimit: 900 }), "Ben Okafor changed the daily limit to 900."],
    ["the spacing", rules({ spacingSeconds: 1 }), "Ben Okafor changed the spacing to 1 s."],
    [
      "whom an answer stops",
      () => editAnswerRules(world.ben, world.campaignId, { replyStops: "company" }, now),
      "Ben Okafor had an answer stop everybody of their company.",
    ],
    [
      "how long who is away waits",
      () => editAnswerRules(world.ben, world.campaignId, { awayDays: 14 }, now),
      "Ben Okafor changed how long who is away without a date waits, to 14 days.",
    ],
    [
      "the mailbox",
      async () => {
        const other = await seedMailbox(db.admin, world.scope.teamId, { email: "ben@contoso.com", displayName: "Ben" });
        await campaign({ senderAccountId: other });
      },
      "Ben Okafor chose another mailbox, ben@contoso.com.",
    ],
    [
      "the block under each mail",
      () => editSignature(world.ben, world.mailbox, "<p>Ben</p>"),
      "Ben Okafor changed the signature block of anna@contoso.com.",
    ],
    [
      "the sender's name",
      () => db.admin`update sender_accounts set display_name = 'Ben' where id = ${world.mailbox}`,
      "The sender’s name was changed from Anna Keller to Ben.",
    ],
    [
      "the list",
      async () => {
        const { listId } = await seedContacts(db.admin, world.scope.teamId, [], { listName: "Others" });
        await campaign({ listId: listId ?? "" });
      },
      "Ben Okafor chose another list, Others.",
    ],
    [
      "the postal address",
      () => changeTeam(world.scope, { postalAddress: "Elsewhere" }, now),
      "You changed the team’s postal address.",
    ],
    [
      "several of it",
      async () => {
        await step({ body: "<p>Ours</p>" })();
        await rules({ dailyLimit: 900 })();
      },
      "Ben Okafor changed the text of step 2, Follow-up 1. Ben Okafor changed the daily limit to 900.",
    ],
  ];
  test.each(changes)("is not launched, and who changed it is named: %s", async (_, change, said) => {
    const view = await show();
    await change();
    await refused(view, said);
  });

  test("what was shown before answers could be chosen is launched where they are as they were then, and only there", async () => {
    const showBefore = async () => {
      const view = await show();
      await db.admin`update launch_views set shown = shown - 'answers' where id = ${view}`;
      return view;
    };
    const view = await showBefore();
    await editAnswerRules(world.ben, world.campaignId, { awayDays: 14 }, now);
    await refused(view, "Ben Okafor changed how long who is away without a date waits, to 14 days.");
    await editAnswerRules(world.ben, world.campaignId, { awayDays: 7 }, now);
    expect(await launch(await showBefore())).toEqual({ people: 6, leftOut: null });
  });

  test("shown anew, it is launched", async () => {
    const view = await show();
    await step({ body: "<p>Ours is better.</p>" })();
    await refused(view, "Ben Okafor changed the text of step 2, Follow-up 1.");
    expect(await launch(await show())).toEqual({ people: 6, leftOut: null });
  });

  test("is nothing where only a name was changed, or a text was put back", async () => {
    const view = await show();
    await campaign({ name: "Summer" });
    await step({ name: "Reminder", body: "<p>Other</p>" })();
    await step({ body: "<p>Again, from {{ town }}</p>" })();
    expect(await launch(view)).toEqual({ people: 6, leftOut: null });
  });
});

describe("who is on the list otherwise than it was shown", () => {
  const addOne = async (name = "Zora Zimmer") => {
    const [firstName = "", lastName = ""] = name.split(" ");
    const people = [{ ...listed[0], firstName, lastName, email: `${firstName}@new.example`.toLowerCase() }] as typeof listed;
    const { contactIds } = await seedContacts(db.admin, world.scope.teamId, people);
    await addMembers(world.ben, world.listId, contactIds, now);
  };
  const unlist = (index: number) =>
    db.admin`delete from contact_list_members where list_id = ${world.listId} and contact_id = ${world.contactIds[index] ?? ""}`;

  test("somebody more is never mailed unseen, though as many went", async () => {
    const view = await show();
    await addOne();
    await unlist(0);
    await refused(view, "1 person was added since: Zora Zimmer.");
  });

  test("of many more the first three are named", async () => {
    const view = await show();
    for (const name of ["Zora Zimmer", "Yuri Yates", "Xena Xu", "Will Wu", "Vera Vance"]) await addOne(name);
    await refused(view, "5 people were added since: Vera Vance, Will Wu, Xena Xu and 2 more.");
  });

  test("a suppression that was lifted adds somebody, though another was made", async () => {
    await suppressListed(db.admin, world.scope.teamId, 0);
    const view = await show();
    await db.admin`update suppressions set lifted_at = now(), lift_reason = 'asked again' where team_id = ${world.scope.teamId}`;
    await suppressListed(db.admin, world.scope.teamId, 1);
    await refused(view, `1 person was added since: ${nameOf(0)}.`);
  });

  test("who is free of another campaign since is somebody more", async () => {
    const other = await seedSame(db.admin, world, "active");
    await seedEnrolment(db.admin, other.campaignId, world.contactIds[0] ?? "");
    const view = await show();
    await db.admin`update campaign_contacts set status = 'replied' where campaign_id = ${other.campaignId}`;
    await refused(view, `1 person was added since: ${nameOf(0)}.`);
  });

  const drops: [string, () => Promise<unknown>, string][] = [
    ["unsubscribed", () => seedSuppression(db.admin, world.scope.teamId, normOf(0), "unsubscribed"), "unsubscribed"],
    ["bounced", () => seedSuppression(db.admin, world.scope.teamId, normOf(0), "bounced"), "has a dead address"],
    ["was suppressed", () => suppressListed(db.admin, world.scope.teamId, 0), "was suppressed"],
    [
      "was archived",
      () => db.admin`update contacts set archived_at = now() where id = ${world.contactIds[0] ?? ""}`,
      "was archived",
    ],
    ["left the list", () => unlist(0), "is off the list"],
    [
      "is under way elsewhere",
      async () => {
        const other = await seedSame(db.admin, world, "active");
        await seedEnrolment(db.admin, other.campaignId, world.contactIds[0] ?? "");
      },
      "is under way in another campaign",
    ],
    [
      "became a colleague",
      () => db.admin`update contacts set email_norm = 'finn@contoso.com' where id = ${world.contactIds[0] ?? ""}`,
      "is in your own organisation",
    ],
  ];
  test.each(drops)("who %s is left out and named, and the others are launched", async (_, drop, why) => {
    const view = await show();
    await drop();
    expect(await launch(view)).toEqual({ people: 5, leftOut: `1 was left out meanwhile: ${nameOf(0)} ${why}.` });
    expect(await enrolled()).toEqual(world.contactIds.slice(1));
  });

  test("of many who dropped out the first three are named", async () => {
    const view = await show();
    for (const index of [0, 1, 2, 3]) await suppressListed(db.admin, world.scope.teamId, index);
    const names = [0, 1, 2, 3].map(nameOf).sort().slice(0, 3);
    expect(await launch(view)).toEqual({
      people: 2,
      leftOut: `4 were left out meanwhile: ${names.map((name) => `${name} was suppressed`).join(", ")} and 1 more.`,
    });
    expect(await enrolled()).toEqual(world.contactIds.slice(4));
  });

  test("a list of which all dropped out is not launched", async () => {
    const view = await show();
    for (const index of listed.keys()) await suppressListed(db.admin, world.scope.teamId, index);
    await expect(launch(view)).rejects.toMatchObject({ code: "blocked" });
    expect(await enrolled()).toEqual([]);
  });
});

describe("what was shown", () => {
  test("is launched by nobody but who was shown it", async () => {
    const { viewId } = await showLaunch(world.ben, world.campaignId, now);
    await refused(viewId, "This was shown to somebody else, not to you.");
  });

  test("is of one campaign", async () => {
    const other = await seedSame(db.admin, world);
    await refused((await showLaunch(world.scope, other.campaignId, now)).viewId, "What was shown was another campaign.");
  });

  test("is not found by another team, nor where it never was", async () => {
    const theirs = await seedLaunch(db.admin);
    const { viewId } = await showLaunch(theirs.scope, theirs.campaignId, now);
    for (const unknown of [viewId, world.campaignId]) await expect(launch(unknown)).rejects.toMatchObject({ code: "not_found" });
    expect(await enrolled()).toEqual([]);
  });

  test("may be launched for an hour", async () => {
    const view = await show();
    await expect(launch(view, new Date(minutes(60).getTime() + 1))).rejects.toMatchObject({
      code: "conflict",
      message: "This was shown more than an hour ago. Look again before you launch.",
    });
    expect(await launch(view, minutes(60))).toMatchObject({ people: 6 });
  });

  test("launches once, however often and at once it is pressed", async () => {
    const view = await show();
    const both = await Promise.allSettled([launch(view), launch(view)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await enrolled()).toHaveLength(6);
  });

  test("is kept for a day, for every team alike, and only where somebody was shown it", async () => {
    const views = async () =>
      (
        await db.admin`select seen_at from launch_views where team_id in ${db.admin([world.scope.teamId, theirs.scope.teamId])} order by 1`
      ).map((row) => row.seen_at);
    const theirs = await seedLaunch(db.admin);
    await checkLaunch(world.scope, world.campaignId, now);
    expect(await views()).toEqual([]);
    await show();
    await showLaunch(theirs.scope, theirs.campaignId, now);
    await showLaunch(theirs.scope, theirs.campaignId, minutes(1));
    await tidyLaunchViews(minutes(24 * 60));
    expect(await views()).toEqual([now, now, minutes(1)]);
    await tidyLaunchViews(new Date(minutes(24 * 60).getTime() + 1));
    expect(await views()).toEqual([minutes(1)]);
  });
});
