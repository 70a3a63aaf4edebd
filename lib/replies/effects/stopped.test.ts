import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery, seedEnrolment } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import type { Finding } from "../finding";
import { recordMessage } from "../record-message";

let db: TestDatabase;
let mail: ReadyMail;
const sentAt = new Date("2026-11-24T15:00:00Z");
const now = new Date("2026-11-24T16:00:00Z");
const slot = "2026-11-25T08:10:00.000Z";
const messageId = "<sent-1@contoso.com>";

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, sentAt);
  const ids = { graphId: "AAk", internetMessageId: messageId, conversationId: "conversation-1" };
  await seedDelivery(db.admin, mail.draftId, { state: "accepted", at: sentAt, ...ids });
  await db.admin`update scheduled_emails set status = 'pending', scheduled_for = ${slot} where draft_id = ${mail.draftId}`;
});

const record = (change: Partial<Finding> = {}) =>
  recordMessage(
    mail.scope.teamId,
    {
      understood: { kind: "human", wish: null },
      keys: {
        senderAccountId: mail.senderAccountId,
        answers: [messageId],
        conversationId: null,
        address: mail.email,
        subject: "Re: Hello",
        report: false,
      },
      sendKeys: [],
      internetMessageId: "<answer-1@x.example>",
      graphId: "AAm",
      fromEmail: mail.email,
      subject: "Re: Hello",
      snippet: "Call me on Monday",
      receivedAt: now,
      byExchange: false,
      isBulk: false,
      isInside: false,
      ...change,
    },
    now,
  );
const stopped = async () => {
  const [row] = await db.admin`select stopped from mailbox_messages where team_id = ${mail.scope.teamId}`;
  return row?.stopped;
};
const next = (wasAt: string | null, campaignContactId = mail.campaignContactId) => ({
  campaignId: mail.campaignId,
  campaignContactId,
  step: expect.any(String),
  wasAt,
});

test("what was next for whoever answers is written down with the answer, with the time it had", async () => {
  await record();
  expect(await stopped()).toEqual([next(slot)]);
});

test("without a slot it is when it came due, and null where that was not known", async () => {
  await db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${mail.draftId}`;
  await db.admin`update campaign_contacts set next_at = null, due_at = null where id = ${mail.campaignContactId}`;
  await record();
  expect(await stopped()).toEqual([next(null)]);
});

test("somebody who asks for no more mail stops it as well", async () => {
  await record({ understood: { kind: "human", wish: { wish: "remove", sentence: "Remove me.", by: "words" } as never } });
  expect(await stopped()).toEqual([next(slot)]);
});

test("an automatic answer stops nothing", async () => {
  await record({ understood: { kind: "automatic", away: { back: null, sentence: null, words: null }, wish: null } as never });
  expect(await stopped()).toEqual([]);
});

test("a colleague for whom it ends is in it, where the campaign stops for the company; one elsewhere is not", async () => {
  await db.admin`update campaign_settings set reply_stops = 'company' where campaign_id = ${mail.campaignId}`;
  const [person] = await db.admin`select company from contacts where email = ${mail.email} and team_id = ${mail.scope.teamId}`;
  const people = ["kim", "lee"].map((name) => ({
    ...{ firstName: name, lastName: "X", email: `${name}@${name}-${mail.email.split("@")[1]}`, city: "", role: "" },
    company: name === "kim" ? person?.company : "Elsewhere",
  }));
  const { contactIds } = await seedContacts(db.admin, mail.scope.teamId, people as never);
  const [kim] = await Promise.all(
    contactIds.map((id) => seedEnrolment(db.admin, mail.campaignId, id, { status: "in_progress" })),
  );
  await record();
  const expected = [next(slot), next(null, kim)].sort((a, b) => (a.campaignContactId < b.campaignContactId ? -1 : 1));
  expect(await stopped()).toEqual(person?.company ? expected : [next(slot)]);
});

test("where the team keeps letters, an answer that came is asked for, and nowhere else", async () => {
  const asked = () => db.admin`select 1 from outbox where team_id = ${mail.scope.teamId} and name = 'mailbox/letter.came'`;
  await record();
  expect(await asked()).toHaveLength(0);
  await db.admin`update teams set keep_letters = true where id = ${mail.scope.teamId}`;
  await record({ internetMessageId: "<answer-2@x.example>" });
  expect(await asked()).toHaveLength(1);
});
