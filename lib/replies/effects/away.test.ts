import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { fillDueTimes } from "@/lib/campaigns/fill-due-times";
import { readHold } from "../../campaigns/hold/read-hold";
import { stubSettings } from "../../env/testing/stub-settings";
import { refuseEarly } from "../../sending/ledger/refuse-early";
import { feedCampaign } from "../../sending/queue/feed-campaign";
import { sendPlanned } from "../../sending/run/send-planned";
import { seedFollowUp, seedReadyMail, seedSamePerson } from "../../sending/testing/seed-ready-mail";
import { recordMessage } from "../record-message";
import { away, findingOf, human, type Mailed, seedMailed } from "../testing/seed-mailed";

let db: TestDatabase;
let mail: Mailed;
const at = (text: string) => new Date(`2026-${text}Z`);
const sentAt = at("11-23T15:00");
const came = at("11-24T15:00");
const now = at("11-24T15:01");
/** Back on Tuesday 1 December: mail again from Wednesday, 9:00 in New York. */
const back = "2026-12-01";
const until = at("12-02T14:00");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 2 }), sentAt);
  await db.admin`update campaign_sequences set delay_days = 3 where campaign_id = ${mail.campaignId} and sequence_order > 1`;
  await db.admin`update campaign_settings set timezone = 'America/New_York', send_window_start = '09:00', send_window_end = '17:00',
    send_days = array['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] where team_id = ${mail.scope.teamId}`;
  await withTeam(mail.scope, (tx) => fillDueTimes(tx, mail.campaignId));
});

type Change = Parameters<typeof findingOf>[3];
const record = (what: ReturnType<typeof away>, receivedAt = came, change: Change = {}, when = now) =>
  recordMessage(mail.scope.teamId, findingOf(mail, what, receivedAt, change), when);
const holds = async (of = mail.campaignContactId) =>
  db.admin`select kind, until, back_day::text as back, due_before, ended from contact_holds where campaign_contact_id = ${of} order by ended_at nulls last`;
const standing = async (of = mail.campaignContactId) =>
  (await db.admin`select status, wait_reason, next_at, due_at, replied_at from campaign_contacts where id = ${of}`)[0];

describe("somebody who is away", () => {
  test("is held until the working day after they are back, in every campaign, and what was left of the wait runs on behind it", async () => {
    const other = await seedSamePerson(db.admin, mail, at("11-24T14:00"));
    await record(away(back));
    // The delay of three days ended on Thursday, two days after the answer.
    const dueBefore = at("11-26T15:00");
    expect(await holds()).toEqual([{ kind: "out of office", until, back, due_before: dueBefore, ended: null }]);
    expect(await standing()).toEqual({
      status: "in_progress",
      wait_reason: "out_of_office",
      next_at: until,
      due_at: at("12-04T14:00"),
      replied_at: null,
    });
    expect(await holds(other.campaignContactId)).toMatchObject([{ back, due_before: null, ended: null }]);
    expect(await standing(other.campaignContactId)).toMatchObject({ wait_reason: "out_of_office", due_at: null });
    const [slot] = await db.admin`select status, cancel_reason from scheduled_emails where draft_id = ${other.draftId}`;
    expect(slot).toEqual({ status: "cancelled", cancel_reason: "Out of the office" });
    expect(await db.admin`select 1 from email_replies where team_id = ${mail.scope.teamId}`).toEqual([]);
  });

  test("whose wait was over is mailed as soon as the hold ends", async () => {
    await record(away(back), at("11-27T15:00"), {}, at("11-27T15:01"));
    expect(await standing()).toMatchObject({ due_at: until });
  });

  test.each([
    ["without a day", away(null)],
    [
      "with one that cannot be told",
      { kind: "automatic", away: { back: null, ambiguous: true, sentence: "9/8", words: null }, wish: null } as const,
    ],
  ])("%s is held for as long as the campaign says", async (_, what) => {
    await db.admin`update campaign_settings set away_days = 10 where campaign_id = ${mail.campaignId}`;
    await record(what);
    expect(await holds()).toMatchObject([{ until: at("12-04T15:00"), back: null }]);
  });

  test("and was back before we read it is not held", async () => {
    await record(away("2026-11-20"));
    expect(await holds()).toEqual([]);
    expect(await standing()).toMatchObject({ wait_reason: "delay" });
  });

  test("and has left waits for a person", async () => {
    await record(away(null, { wish: { wants: "left", sentence: "I no longer work here." } }));
    expect(await holds()).toMatchObject([{ kind: "out of office", until: null, back: null }]);
    expect(await standing()).toMatchObject({ wait_reason: "out_of_office", next_at: null, due_at: at("11-26T15:00") });
    expect(await db.admin`select wish, wish_by from mailbox_messages where contact_id = ${mail.contactId}`).toEqual([
      { wish: "left", wish_by: "words" },
    ]);
  });

  test("is held where the delay was not known yet when they answered", async () => {
    await db.admin`update campaign_contacts set due_at = null, last_email_sent_at = null, current_sequence_step = 0, status = 'pending' where id = ${mail.campaignContactId}`;
    await record(away(back));
    await db.admin`update campaign_contacts set last_email_sent_at = ${at("11-24T14:59:58")}, current_sequence_step = 1, status = 'in_progress' where id = ${mail.campaignContactId}`;
    await withTeam(mail.scope, (tx) => fillDueTimes(tx, mail.campaignId));
    expect(await standing()).toMatchObject({ due_at: at("12-05T13:59:58") });
  });

  test("in a campaign that has ended for them is not held there", async () => {
    await db.admin`update campaign_contacts set status = 'completed', ended_reason = 'got every mail' where id = ${mail.campaignContactId}`;
    await record(away(back));
    expect(await holds()).toEqual([]);
  });
});

describe("a later automatic answer", () => {
  test("that says another day replaces the hold, and the wait is still what was left", async () => {
    await record(away(back));
    await record(away("2026-12-10"), at("11-30T15:00"), {}, at("11-30T15:01"));
    expect(await holds()).toMatchObject([
      { back, ended: "replaced" },
      { back: "2026-12-10", until: at("12-11T14:00"), ended: null },
    ]);
    expect(await standing()).toMatchObject({ due_at: at("12-13T14:00"), next_at: at("12-11T14:00") });
  });

  test("that says the same again changes nothing", async () => {
    await record(away(back));
    await record(away(back), at("11-25T15:00"));
    expect(await holds()).toHaveLength(1);
  });

  test("that was written before the one that was read first changes nothing", async () => {
    await record(away("2026-12-10"), at("11-25T15:00"), {}, at("11-25T15:01"));
    await record(away(back), came, {}, at("11-25T15:01"));
    expect(await holds()).toMatchObject([{ back: "2026-12-10", ended: null }]);
  });

  test("without a day, once the first hold is over, holds again", async () => {
    await record(away(null));
    await record(away(null), at("12-02T15:00"), {}, at("12-02T15:01"));
    expect(await holds()).toMatchObject([{ ended: "replaced" }, { until: at("12-09T15:00"), ended: null }]);
  });

  test("names no day, and they had left: that stays for a person to say", async () => {
    await record(away(null, { wish: { wants: "left", sentence: "I left." } }));
    await record(away(null), at("11-25T15:00"), {}, at("11-25T15:01"));
    expect(await holds()).toMatchObject([{ until: null, ended: null }]);
  });

  test("ten times at once is one hold", async () => {
    const same = { internetMessageId: "<same@x.example>" };
    await Promise.all(Array.from({ length: 10 }, () => record(away(back), came, same)));
    await Promise.all(Array.from({ length: 5 }, () => record(away(back))));
    expect(await holds()).toHaveLength(1);
  });
});

describe("a mail to somebody who is held", () => {
  const planned = (one: { draftId: string }) => ({
    campaignContactId: mail.campaignContactId,
    senderAccountId: mail.senderAccountId,
    draftId: one.draftId,
    runId: mail.runId,
  });

  test("does not leave, and says until when", async () => {
    const next = await seedFollowUp(db.admin, mail, 2, now);
    await record(away(back));
    await db.admin`update scheduled_emails set status = 'pending', cancel_reason = null where draft_id = ${next.draftId}`;
    await db.admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash)
      select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, ${crypto.randomUUID()}, 'h' from email_drafts where id = ${next.draftId}`;
    const refusal = await refuseEarly(mail.scope, next.draftId, mail.runId, () => Promise.resolve(now));
    expect([refusal?.reason, refusal?.from?.toString()]).toEqual(["held", "2026-12-02T14:00:00Z"]);
  });

  test("gives its slot back and waits, however the two met", async () => {
    const next = await seedFollowUp(db.admin, mail, 2, now);
    await record(away(back));
    await db.admin`update scheduled_emails set status = 'pending', cancel_reason = null where draft_id = ${next.draftId}`;
    await db.admin`update email_drafts set status = 'scheduled' where id = ${next.draftId}`;
    expect(await sendPlanned(mail.scope, planned(next), () => Promise.resolve(now))).toEqual({ kind: "wait" });
    const [slot] = await db.admin`select status, cancel_reason from scheduled_emails where draft_id = ${next.draftId}`;
    expect(slot).toEqual({ status: "cancelled", cancel_reason: "Held" });
  });

  test("gets its slot when the hold and the rest of the wait are over, and the reason says so until then", async () => {
    const next = await seedFollowUp(db.admin, mail, 2, now);
    await record(away(back));
    const slot = async () =>
      (
        await db.admin`select scheduled_for as at from scheduled_emails where draft_id = ${next.draftId} and status = 'pending'`
      )[0]?.at;
    await feedCampaign(mail.scope, mail.campaignId, now);
    expect(await slot()).toBeUndefined();
    expect(await standing()).toMatchObject({ wait_reason: "out_of_office", next_at: until });
    await feedCampaign(mail.scope, mail.campaignId, at("12-02T14:00:01"));
    expect(await standing()).toMatchObject({ wait_reason: "delay" });
    await feedCampaign(mail.scope, mail.campaignId, at("12-03T15:00"));
    expect(await slot()).toEqual(at("12-04T14:00"));
  });

  test("a first mail gets none before the hold ends", async () => {
    const other = await seedSamePerson(db.admin, mail, at("11-24T14:00"));
    await db.admin`update campaign_contacts set status = 'completed', ended_reason = 'got every mail' where id = ${mail.campaignContactId}`;
    await record(away(back));
    const slots = () =>
      db.admin`select scheduled_for as at from scheduled_emails where draft_id = ${other.draftId} and status = 'pending'`;
    await feedCampaign(mail.scope, other.campaignId, now);
    expect(await slots()).toEqual([]);
    await feedCampaign(mail.scope, other.campaignId, at("12-01T16:00"));
    // That campaign sends at any hour of UTC.
    expect(await slots()).toEqual([{ at: at("12-02T00:00") }]);
  });
});

test("what holds somebody is read with the sentence and the message it was read from", async () => {
  await record(away(back), came, { snippet: "I am away. I am back on 2026-12-01.", subject: "Automatic reply" });
  expect(await readHold(mail.scope, mail.contactId, now)).toMatchObject([
    {
      kind: "out of office",
      campaignId: mail.campaignId,
      campaignName: "C",
      timezone: "America/New_York",
      until,
      backDay: back,
      dueAt: at("12-04T14:00"),
      dueBefore: at("11-26T15:00"),
      nextStep: "Follow-up 1",
      madeBy: null,
      awayDays: 7,
      message: {
        receivedAt: came,
        fromEmail: mail.email,
        subject: "Automatic reply",
        sentence: "I am back on 2026-12-01.",
        words: "on 2026-12-01",
        wish: null,
      },
    },
  ]);
  expect(await readHold(mail.scope, mail.contactId, until)).toEqual([]);
  const theirs = await seedReadyMail(db.admin, sentAt);
  expect(await readHold(theirs.scope, mail.contactId, now)).toEqual([]);
});

test("an answer of their own while they are held ends it", async () => {
  await record(away(back));
  await record(human, at("11-25T15:00"), {}, at("11-25T15:01"));
  expect(await standing()).toMatchObject({ status: "replied", replied_at: at("11-25T15:00") });
  expect(await readHold(mail.scope, mail.contactId, now)).toEqual([]);
});
