import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { fillDueTimes } from "../../campaigns/fill-due-times";
import { finishCampaign } from "../../campaigns/finish-campaign";
import { changeHold, type HoldChange } from "../../campaigns/hold/change-hold";
import { readHold } from "../../campaigns/hold/read-hold";
import { undoHoldChange } from "../../campaigns/hold/undo-hold-change";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedNextReadyMail, seedReadyMail, seedSamePerson } from "../../sending/testing/seed-ready-mail";
import { recordMessage } from "../record-message";
import { away, findingOf, human, type Mailed, seedMailed } from "../testing/seed-mailed";

let db: TestDatabase;
let mail: Mailed;
let other: { campaignContactId: string; campaignId: string };
const at = (text: string) => new Date(`2026-${text}Z`);
const sentAt = at("11-23T15:00");
const came = at("11-24T15:00");
const now = at("11-25T15:00");
const soon = at("11-25T15:00:10");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 1 }), sentAt);
  await db.admin`update campaign_sequences set delay_days = 3 where campaign_id = ${mail.campaignId} and sequence_order > 1`;
  await withTeam(mail.scope, (tx) => fillDueTimes(tx, mail.campaignId));
  other = await seedSamePerson(db.admin, mail, at("11-24T14:00"));
  await recordMessage(mail.scope.teamId, findingOf(mail, away("2026-12-01"), came), came);
});

const change = (what: HoldChange, when = now) => changeHold(mail.scope, mail.contactId, what, when);
const undo = (when = soon, instant = now) => undoHoldChange(mail.scope, mail.contactId, instant, when);
const holds = () => readHold(mail.scope, mail.contactId, now);
const standing = async (of: { campaignContactId: string } = mail) =>
  (
    await db.admin`select status, ended_reason, wait_reason, next_at, due_at, replied_at, completed_at, stopped_by from campaign_contacts where id = ${of.campaignContactId}`
  )[0];
const message = async () =>
  (await db.admin`select kind, wish, wish_by from mailbox_messages where team_id = ${mail.scope.teamId}`)[0];
const replies = () =>
  db.admin`select campaign_id, sent_email_id, received_at from email_replies where team_id = ${mail.scope.teamId}`;
const told = async () =>
  (
    await db.admin`select detail, member_id from activities where verb = 'changed a hold' and campaign_id = ${mail.campaignId} order by at`
  ).map((row) => [row.detail, row.member_id]);

test("an absence that was told while mail came back too often holds once that is let go, and is taken back with it", async () => {
  const of = await seedMailed(db.admin, await seedNextReadyMail(db.admin, mail, sentAt, 1), sentAt);
  await db.admin`insert into contact_holds (team_id, campaign_contact_id, kind, began_at) values (${mail.scope.teamId}, ${of.campaignContactId}, 'bounced often', ${sentAt})`;
  await recordMessage(mail.scope.teamId, findingOf(of, away("2026-12-01"), came), came);
  const held = () => readHold(mail.scope, of.contactId, now);
  expect(await held()).toMatchObject([{ kind: "bounced often", until: null }]);
  await changeHold(mail.scope, of.contactId, { as: "released" }, now);
  expect(await held()).toMatchObject([{ kind: "out of office", backDay: "2026-12-01" }]);
  await undoHoldChange(mail.scope, of.contactId, now, soon);
  expect(await held()).toMatchObject([{ kind: "bounced often", until: null }]);
});

describe("a hold that a person changes", () => {
  test("to another day holds until then, in every campaign, and what was left of the wait stays left", async () => {
    await change({ as: "back", day: "2026-12-10" });
    expect(await holds()).toMatchObject([
      {
        until: at("12-11T00:00"),
        backDay: "2026-12-10",
        madeBy: expect.any(String),
        beganAt: came,
        message: { receivedAt: came },
      },
      { until: at("12-11T00:00"), backDay: "2026-12-10" },
    ]);
    expect(await standing()).toMatchObject({
      wait_reason: "out_of_office",
      next_at: at("12-11T00:00"),
      due_at: at("12-13T00:00"),
    });
    expect(await told()).toEqual([[{ as: "2026-12-10", until: at("12-11T00:00").toISOString() }, mail.scope.memberId]]);
  });

  test("is not brought back by an answer that says the old day again", async () => {
    await change({ as: "released" });
    await recordMessage(mail.scope.teamId, findingOf(mail, away("2026-12-01"), soon), soon);
    expect(await holds()).toEqual([]);
  });

  test("and released goes on with what was left of the wait", async () => {
    await change({ as: "released" });
    expect(await holds()).toEqual([]);
    expect(await standing()).toMatchObject({ wait_reason: "delay", due_at: at("11-27T15:00") });
    expect(await standing(other)).toMatchObject({ wait_reason: "in_line", due_at: null });
  });

  test("because a person wrote it counts and ends as any answer, from when it came", async () => {
    await change({ as: "reply" });
    expect(await standing()).toMatchObject({ status: "replied", ended_reason: "replied", replied_at: came });
    expect(await standing(other)).toMatchObject({ status: "replied", replied_at: came });
    expect(await message()).toMatchObject({ kind: "reply" });
    expect(await replies()).toEqual([{ campaign_id: mail.campaignId, sent_email_id: mail.sentEmailId, received_at: came }]);
  });

  test("because they have left ends everything, and is no answer", async () => {
    await change({ as: "left" });
    expect(await standing()).toMatchObject({ status: "completed", ended_reason: "left the company", replied_at: null });
    expect(await standing(other)).toMatchObject({ ended_reason: "left the company" });
    expect(await message()).toEqual({ kind: "automatic", wish: "left", wish_by: "person" });
    expect(await replies()).toEqual([]);
  });

  test("is refused for a day that has passed, for nobody held, and for another team's", async () => {
    await expect(change({ as: "back", day: "2026-11-20" })).rejects.toMatchObject({ code: "invalid" });
    const theirs = await seedReadyMail(db.admin, sentAt);
    await expect(changeHold(theirs.scope, mail.contactId, { as: "released" }, now)).rejects.toMatchObject({ code: "not_found" });
    await change({ as: "released" });
    await expect(change({ as: "released" }, soon)).rejects.toMatchObject({ code: "conflict" });
    expect(await standing()).toMatchObject({ wait_reason: "delay" });
  });

  test("by two at the same moment is changed by one of them", async () => {
    const both = await Promise.allSettled([change({ as: "released" }), change({ as: "reply" }, soon)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("what is taken back", () => {
  let before: [unknown, unknown, unknown, unknown];
  const state = async () => [await standing(), await standing(other), await message(), await holds()] as typeof before;
  beforeEach(async () => {
    before = await state();
  });

  test.each([[{ as: "back", day: "2026-12-10" }], [{ as: "released" }], [{ as: "reply" }], [{ as: "left" }]] as HoldChange[][])(
    "%o is as if it had not been",
    async (what) => {
      if (what) await change(what);
      expect(await state()).not.toEqual(before);
      await undo();
      expect(await state()).toEqual(before);
      expect(await replies()).toEqual([]);
      expect((await told()).at(-1)?.[0]).toEqual({ as: "as it was", until: at("12-02T00:00").toISOString() });
      await expect(undo()).rejects.toMatchObject({ code: "conflict" });
    },
  );

  test("leaves nothing to do in the thread because of it, and what they wrote before as it was", async () => {
    const thread = async () =>
      (
        await db.admin`select t.state, t.unread, t.last_in_at, n.kind from reply_threads t join mailbox_messages n on n.id = t.last_message_id where t.team_id = ${mail.scope.teamId}`
      )[0];
    const was = await thread();
    expect(was).toEqual({ state: "done", unread: false, last_in_at: came, kind: "automatic" });
    await change({ as: "reply" });
    expect(await thread()).toEqual({ state: "open", unread: true, last_in_at: came, kind: "reply" });
    await undo();
    expect(await thread()).toEqual(was);
  });

  test("also where the campaign was finished by it meanwhile", async () => {
    await change({ as: "reply" });
    expect(await withTeam(mail.scope, (tx) => finishCampaign(tx, mail.campaignId, soon))).toBe(true);
    await undo();
    expect(await state()).toEqual(before);
    expect(await db.admin`select status, completed_at from campaigns where id = ${mail.campaignId}`).toEqual([
      { status: "active", completed_at: null },
    ]);
  });

  test("also for the colleagues for whom it ended", async () => {
    const colleague = await seedMailed(db.admin, await seedNextReadyMail(db.admin, mail, sentAt, 1), sentAt);
    await db.admin`update contacts set company = 'One' where team_id = ${mail.scope.teamId}`;
    await db.admin`update campaign_settings set reply_stops = 'company' where campaign_id = ${mail.campaignId}`;
    await change({ as: "reply" });
    expect(await standing(colleague)).toMatchObject({ ended_reason: "company answered" });
    await undo();
    expect(await standing(colleague)).toMatchObject({ status: "in_progress", ended_reason: null, completed_at: null });
  });

  test("not after a minute, by nobody else, and not where they wrote since", async () => {
    await change({ as: "reply" });
    await expect(undo(at("11-25T15:01:01"))).rejects.toMatchObject({ code: "conflict" });
    await expect(
      undoHoldChange({ ...mail.scope, memberId: crypto.randomUUID() }, mail.contactId, now, soon),
    ).rejects.toMatchObject({ code: "conflict" });
    await recordMessage(mail.scope.teamId, findingOf(mail, human, soon), soon);
    await expect(undo()).rejects.toMatchObject({ code: "conflict" });
    expect(await standing()).toMatchObject({ status: "replied", replied_at: came });
  });
});
