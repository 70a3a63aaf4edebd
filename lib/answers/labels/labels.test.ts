import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { replyThreads } from "@/db/schema/threads";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { decideWish } from "../../replies/effects/decide-wish";
import { readProposals } from "../../replies/effects/read-proposals";
import { recordMessage } from "../../replies/record-message";
import { asking, findingOf, human, type Mailed, seedMailed } from "../../replies/testing/seed-mailed";
import { seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { labelThread } from "./label-thread";
import { readLabel } from "./read-label";
import { restoreLabel } from "./restore-label";

let db: TestDatabase;
let mail: Mailed;
let threadId: string;
const sentAt = new Date("2026-11-23T15:00:00Z");
const came = new Date("2026-11-24T15:00:00Z");
const now = new Date("2026-11-25T15:00:00Z");
const soon = new Date("2026-11-25T15:00:05Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 1 }), sentAt);
});

async function writes(what = human, snippet = "Words", at = came) {
  await recordMessage(mail.scope.teamId, findingOf(mail, what, at, { snippet }), at);
  const [thread] = await db.admin`select id from reply_threads where team_id = ${mail.scope.teamId}`;
  threadId = String(thread?.id);
}
const label = (to: Parameters<typeof labelThread>[1]["label"], at = now, scope = mail.scope, laterOn: string | null = null) =>
  labelThread(scope, { threadId, label: to, laterOn }, at);
const row = async () =>
  (await db.admin`select label, label_by, labelled_by, labelled_at, later_on::text from reply_threads where id = ${threadId}`)[0];
const message = async () =>
  (
    await db.admin`select id, wish, wish_by from mailbox_messages where team_id = ${mail.scope.teamId} order by received_at desc limit 1`
  )[0];
const proposed = async () => (await readProposals(mail.scope, mail.contactId)).map(({ wish }) => wish);
const told = () =>
  db.admin`select detail->>'label' as label from activities where verb = 'labelled a thread' and contact_id = ${mail.contactId} order by at`;
const none = { label: null, label_by: null, labelled_by: null, labelled_at: null, later_on: null };

async function another(role: "member" | "viewer") {
  const [member] = await db.admin`insert into members (team_id, tid, oid, name, email, role, status)
    select team_id, tid, gen_random_uuid(), 'Ben', 'ben@contoso.com', ${role}, 'active' from members where id = ${mail.scope.memberId} returning id`;
  return { teamId: mail.scope.teamId, memberId: String(member?.id) };
}

describe("a label", () => {
  test("is kept as a person's, is told, and mails nobody", async () => {
    await writes();
    const before = await db.admin`select count(*)::int from outbox where team_id = ${mail.scope.teamId}`;
    await label("interested");
    expect(await row()).toEqual({
      label: "interested",
      label_by: "person",
      labelled_by: mail.scope.memberId,
      labelled_at: now,
      later_on: null,
    });
    expect(await told()).toEqual([{ label: "interested" }]);
    expect(await db.admin`select count(*)::int from outbox where team_id = ${mail.scope.teamId}`).toEqual(before);
    expect(await db.admin`select 1 from suppressions where team_id = ${mail.scope.teamId}`).toEqual([]);
  });

  test("is taken away, and a later answer may propose one again", async () => {
    await writes();
    await label("interested");
    await label(null, soon);
    expect(await row()).toMatchObject({ label: null, label_by: null });
    await writes(asking("later"), "Later please", soon);
    expect(await row()).toMatchObject({ label: "later", label_by: "words" });
  });

  test("of a person stays whatever they write next", async () => {
    await writes();
    await label("interested");
    await writes(asking("later"), "Later please", soon);
    expect(await row()).toMatchObject({ label: "interested", label_by: "person" });
  });

  test("keeps the day only of who asked for later", async () => {
    await writes();
    await label("later", now, mail.scope, "2027-03-01");
    expect(await row()).toMatchObject({ later_on: "2027-03-01" });
    await label("not interested", soon, mail.scope, "2027-03-01");
    expect(await row()).toMatchObject({ label: "not interested", later_on: null });
  });

  test("by two people at once is the last one's, who takes back only their own", async () => {
    await writes();
    const ben = await another("member");
    const [first] = await Promise.all([label("interested"), label("not interested", soon, ben)]);
    const stands = await row();
    expect(["interested", "not interested"]).toContain(stands?.label);
    // Whoever came last: said once more, it is certain.
    await label("not interested", soon, ben);
    await expect(restoreLabel(mail.scope, { threadId, before: first.before }, soon)).rejects.toMatchObject({
      code: "conflict",
      message: "Ben labelled it since, so nothing is taken back.",
    });
    expect(await row()).toMatchObject({ label: "not interested", labelled_by: ben.memberId });
  });

  test("is neither given nor taken back by a viewer, nor by another team", async () => {
    await writes();
    const { before } = await label("interested");
    await expect(label("later", soon, await another("viewer"))).rejects.toThrow();
    const { scope } = await seedTeam(db.admin, { name: "Other" });
    await expect(label("later", soon, scope)).rejects.toMatchObject({ code: "not_found" });
    await expect(restoreLabel(scope, { threadId, before }, soon)).rejects.toMatchObject({ code: "not_found" });
    expect(await row()).toMatchObject({ label: "interested" });
  });
});

describe("a proposal", () => {
  test("of the words stands at the thread and on the contact's page, until a person keeps it at the thread", async () => {
    await writes(asking("wrong person"));
    expect(await row()).toMatchObject({ label: "wrong person", label_by: "words" });
    expect(await proposed()).toEqual(["wrong person"]);
    await label("wrong person");
    expect(await message()).toMatchObject({ wish: "wrong person", wish_by: "person" });
    expect(await proposed()).toEqual([]);
  });

  test("is decided on the contact's page for the thread as well", async () => {
    await writes(asking("later"));
    await decideWish(mail.scope, String((await message())?.id), "later", now);
    expect(await row()).toMatchObject({ label: "later", label_by: "person", labelled_by: mail.scope.memberId });
  });

  test.each([null, "left", "remove"] as const)("goes from the thread where the contact's page says %s", async (wish) => {
    await writes(asking("later"));
    await decideWish(mail.scope, String((await message())?.id), wish, now);
    expect(await row()).toMatchObject({ label: null, label_by: null });
  });

  test("that is decided on the contact's page leaves another label that a person gave", async () => {
    await writes(asking("later"));
    await label("interested");
    await decideWish(mail.scope, String((await message())?.id), null, soon);
    expect(await row()).toMatchObject({ label: "interested", label_by: "person" });
  });

  test("comes back with a label that is taken back, in both places", async () => {
    await writes(asking("later"));
    const { before } = await label("interested");
    expect(await proposed()).toEqual([]);
    await restoreLabel(mail.scope, { threadId, before }, soon);
    expect(await row()).toEqual({ ...none, label: "later", label_by: "words" });
    expect(await message()).toMatchObject({ wish: "later", wish_by: "words" });
    expect(await proposed()).toEqual(["later"]);
  });

  test("is not brought back where the contact's page said that they want no more mail since", async () => {
    await writes(asking("later"));
    const { before } = await label("interested");
    await decideWish(mail.scope, String((await message())?.id), "remove", now);
    await restoreLabel(mail.scope, { threadId, before: { ...before, wishes: [] } }, soon);
    expect(await message()).toMatchObject({ wish: "remove", wish_by: "person" });
  });
});

describe("what stands beside the label", () => {
  const view = () =>
    withTeam(mail.scope, async (tx) => {
      const [thread] = await tx.select().from(replyThreads);
      if (!thread) throw new Error("There is no thread.");
      return readLabel(tx, thread, now);
    });

  test("are the day they named, first, and the campaign that can go on", async () => {
    await writes(asking("later"), "Not this quarter. Ask me again in March when the budget is out.");
    const { days, goesOn, by } = await view();
    expect(by).toBe("words");
    expect(days).toEqual([
      { day: "2027-03-01", words: "March", said: true },
      { day: "2026-11-30", words: "next week", said: false },
      { day: "2026-12-01", words: "next month", said: false },
      { day: "2027-02-25", words: "in 3 months", said: false },
    ]);
    expect(goesOn).toEqual([{ campaignContactId: mail.campaignContactId, campaign: "C", step: "Follow-up 1", stays: null }]);
  });

  test("is whom they named, and what is known of them", async () => {
    await writes(asking("wrong person"), "You want Albina Roth, albina@x.example. Anna at anna@contoso.com knows.");
    expect((await view()).named).toEqual({
      name: "Albina Roth",
      firstName: "Albina",
      lastName: "Roth",
      email: "albina@x.example",
      known: null,
      suppressed: false,
    });
    await db.admin`insert into suppressions (team_id, email_norm, reason) values (${mail.scope.teamId}, 'albina@x.example', 'by hand')`;
    expect((await view()).named).toMatchObject({ suppressed: true, known: null });
  });

  test("is all that a model was given, where one proposed it", async () => {
    await writes(human, "Thursday works.");
    await db.admin`update reply_threads set label = 'interested', label_by = 'model' where id = ${threadId}`;
    expect((await view()).modelRead).toEqual({ subject: "Re: Hello", text: "Thursday works." });
  });
});
