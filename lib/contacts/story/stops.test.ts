import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EndReason } from "@/db/schema/words";
import { seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { openContact } from "../open-contact";

let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");
const cameAt = new Date("2026-11-24T12:29:00Z");
const wasAt = new Date("2026-11-25T08:10:00Z");
const later = (seconds: number) => new Date(cameAt.getTime() + seconds * 1000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, new Date("2026-11-20T09:00:00Z"), { followUps: 1 });
  await db.admin`update contacts set created_at = '2026-11-06' where id = ${mail.contactId}`;
  await db.admin`update campaign_contacts set enrolled_at = '2026-11-07' where id = ${mail.campaignContactId}`;
});

const end = (reason: EndReason, at: Date, status = "replied") =>
  db.admin`update campaign_contacts set status = ${status}, ended_reason = ${reason}, completed_at = ${at}, wait_reason = null, next_at = null
    where id = ${mail.campaignContactId}`;
const own = () => ({ teamId: mail.scope.teamId, senderAccountId: mail.senderAccountId, contactId: mail.contactId });
const next = () => ({
  campaignId: mail.campaignId,
  campaignContactId: mail.campaignContactId,
  step: "Follow-up 1",
  wasAt: wasAt.toISOString(),
});
const happened = async (more = {}) => (await openContact(mail.scope, mail.contactId, now, more)).happened;
const told = async () => (await happened()).map(({ kind, title }) => (kind === "ended" ? title : kind));

describe("what an answer stopped", () => {
  test("stands right above it with how fast it was and what was to leave, though more happened in between", async () => {
    const { threadId } = await seedThread(db.admin, own(), { at: cameAt, stopped: [next()] });
    await end("replied", later(4));
    await db.admin`insert into activities (team_id, member_id, verb, contact_id, at, detail)
      values (${mail.scope.teamId}, ${mail.scope.memberId}, 'edited a contact', ${mail.contactId}, ${later(2)}, '{}')`;
    expect(await told()).toEqual(["edited a contact", "replied", "reply", "enrolled", "created"]);
    const [, stopped, answer] = await happened();
    expect(stopped).toMatchObject({
      at: later(4),
      about: "C",
      stop: { seconds: 4, mails: [{ step: "Follow-up 1", campaign: "C", wasAt }], colleagues: 0 },
    });
    expect(answer?.letter).toMatchObject({ threadId, isThere: false, to: "anna@contoso.com" });
  });

  test("names whom else it stopped by their number", async () => {
    const theirs = { ...next(), campaignContactId: crypto.randomUUID() };
    await seedThread(db.admin, own(), {
      at: cameAt,
      stopped: [next(), theirs, { ...theirs, campaignContactId: crypto.randomUUID() }],
    });
    await end("replied", later(4));
    expect((await happened()).find(({ kind }) => kind === "ended")?.stop).toMatchObject({ colleagues: 2, mails: [{ wasAt }] });
  });

  test("is found where it was not written down with the answer: the last that had come when it ended", async () => {
    const early = await seedThread(db.admin, own(), { at: new Date(cameAt.getTime() - 86_400_000), kind: "automatic" });
    const { messageId } = await seedThread(db.admin, own(), { at: cameAt });
    await seedThread(db.admin, own(), { at: later(60) });
    await end("replied", later(9));
    const all = await happened();
    expect(all.map(({ kind }) => kind)).toEqual(["reply", "ended", "reply", "automatic", "enrolled", "created"]);
    expect(all[1]).toMatchObject({ stop: { seconds: 9, mails: [] } });
    expect([all[2]?.id, all[3]?.id]).toEqual([messageId, early.messageId]);
  });

  test("is told without an answer where there is none", async () => {
    await end("replied", later(4));
    expect((await happened())[0]).toMatchObject({ kind: "ended", title: "replied", stop: { seconds: null, mails: [] } });
  });
});

test.each<[EndReason, string]>([
  ["bounced", "bounced"],
  ["unsubscribed", "unsubscribed"],
  ["rejected", "completed"],
  ["stopped by hand", "completed"],
  ["could not be sent", "completed"],
  ["campaign ended", "completed"],
  ["suppressed", "completed"],
  ["company answered", "completed"],
  ["complained", "unsubscribed"],
  ["left the company", "completed"],
])("a campaign that ended because of “%s” says so once, and since when", async (reason, status) => {
  await seedThread(db.admin, own(), { at: new Date(cameAt.getTime() - 60_000) });
  await end(reason, cameAt, status);
  const ends = (await happened()).filter(({ kind }) => kind === "ended");
  expect(ends).toMatchObject([{ title: reason, at: cameAt, about: "C", stop: { seconds: null, mails: [] } }]);
});

test("what was stopped by hand is told by the record alone, and every mail sent is no stop", async () => {
  await end("stopped by hand", cameAt, "completed");
  await db.admin`insert into activities (team_id, member_id, verb, contact_id, campaign_id, at, detail)
    values (${mail.scope.teamId}, ${mail.scope.memberId}, 'stopped a contact', ${mail.contactId}, ${mail.campaignId}, ${cameAt}, '{}')`;
  expect(await told()).toEqual(["stopped a contact", "enrolled", "created"]);
  await end("got every mail", cameAt, "completed");
  expect(await told()).toEqual(["stopped a contact", "enrolled", "created"]);
});

test("the newest hundred come first, and all where they are asked for; a stop of the rest waits for its answer", async () => {
  await seedThread(db.admin, own(), { at: cameAt, stopped: [next()] });
  await end("replied", later(4));
  await db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, contact_id, subject, snippet, received_at)
    select ${mail.scope.teamId}, ${mail.senderAccountId}, 'm' || n, 'reply', ${mail.contactId}, 'Re: Hello', 'Words', ${later(60)}::timestamptz + n * interval '1 minute'
    from generate_series(1, 200) n`;
  const first = await openContact(mail.scope, mail.contactId, now);
  expect([first.earlier, first.happened.length, first.happened.some(({ kind }) => kind === "ended")]).toEqual([true, 100, false]);
  const whole = await openContact(mail.scope, mail.contactId, now, { whole: true });
  expect([whole.earlier, whole.happened.length]).toEqual([false, 204]);
  expect(whole.happened[200]).toMatchObject({ kind: "ended", stop: { seconds: 4 } });
});

test("another team is told nothing of it", async () => {
  await end("replied", later(4));
  const { scope } = await seedTeam(db.admin);
  await expect(openContact(scope, mail.contactId, now)).rejects.toMatchObject({ code: "not_found" });
});
