import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedDelivery, seedEnrolment } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import type { Finding } from "./finding";
import { bareSubject, type MatchKeys, matchMessage } from "./match-message";
import { recordMessage } from "./record-message";

let db: TestDatabase;
let mail: ReadyMail;
let mailbox: string;
let sent: string;
const sentAt = new Date("2026-11-24T15:00:00Z");
const now = new Date("2026-11-24T16:00:00Z");
const messageId = "<sent-1@contoso.com>";

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, sentAt);
  await db.admin`update scheduled_emails set status = 'sent' where draft_id = ${mail.draftId}`;
  await db.admin`update email_drafts set status = 'sent' where id = ${mail.draftId}`;
  const ids = { graphId: "AAk", internetMessageId: messageId, conversationId: "conversation-1" };
  const deliveryId = await seedDelivery(db.admin, mail.draftId, { state: "accepted", at: sentAt, ...ids });
  mailbox = mail.senderAccountId;
  const [row] =
    await db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, delivery_id, draft_type, subject, body, recipient_email, sent_at, sequence_step)
    select team_id, id, contact_id, sender_account_id, campaign_id, campaign_contact_id, ${deliveryId}, draft_type, subject, body, ${mail.email}, ${sentAt}, 1 from email_drafts where id = ${mail.draftId} returning id`;
  sent = String(row?.id);
  await db.admin`update campaign_contacts set status = 'in_progress', wait_reason = 'delay', next_at = ${now} where campaign_id = ${mail.campaignId}`;
});

const keys = (change: Partial<MatchKeys> = {}): MatchKeys => ({
  senderAccountId: mailbox,
  answers: [],
  conversationId: null,
  address: null,
  subject: "",
  report: false,
  ...change,
});
const match = (change: Partial<MatchKeys>, teamId = mail.scope.teamId) =>
  withTeam({ teamId, memberId: null }, (tx) => matchMessage(tx, keys(change)));
const finding = (change: Partial<Finding> = {}): Finding => ({
  understood: { kind: "human", wish: null },
  keys: keys({ answers: [messageId], address: mail.email, subject: "Re: Hello" }),
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
});
const record = (change: Partial<Finding> = {}) => recordMessage(mail.scope.teamId, finding(change), now);
const enrolled = async () =>
  (
    await db.admin`select status, ended_reason, wait_reason, replied_at, bounced_at from campaign_contacts where campaign_id = ${mail.campaignId}`
  )[0];
const count = async (table: string) =>
  Number((await db.admin`select count(*)::int as n from ${db.admin(table)} where team_id = ${mail.scope.teamId}`)[0]?.n);

describe("a message is matched", () => {
  test("by the Message-IDs it answers, whichever of them is ours", async () => {
    expect(await match({ answers: ["<other@x>", messageId] })).toMatchObject({ matchedBy: "headers", sentEmailId: sent });
  });
  test("by its conversation where the headers were lost", async () => {
    expect(await match({ answers: ["<other@x>"], conversationId: "conversation-1" })).toMatchObject({
      matchedBy: "conversation",
    });
  });
  test("by address and subject where both were lost", async () => {
    expect(await match({ address: ` ${mail.email.toUpperCase()} `, subject: "AW: Hello" })).toMatchObject({
      matchedBy: "address",
    });
    expect(await match({ address: mail.email, subject: "" })).toMatchObject({ matchedBy: "address" });
  });
  test("by the subject of a later thread, too", async () => {
    await db.admin`insert into sent_emails (team_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, draft_type, subject, body, recipient_email)
      select team_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, 'second_followup', 'Another idea', '', recipient_email from sent_emails where id = ${sent}`;
    expect(await match({ address: mail.email, subject: "Re: Another idea" })).toMatchObject({ matchedBy: "address" });
  });
  test("by a subject in any letters, whatever the database's own locale", async () => {
    await db.admin`update sent_emails set subject = 'ÜBER Łódź' where id = ${sent}`;
    expect(await match({ address: mail.email, subject: "Re: Über ŁÓDŹ" })).toMatchObject({ matchedBy: "address" });
  });
  test("in a colleague's mailbox, where the recipient's own people answered", async () => {
    const colleague = `assistant@${mail.email.split("@")[1]}`;
    expect(await match({ answers: [messageId], address: colleague, senderAccountId: crypto.randomUUID() })).toMatchObject({
      matchedBy: "headers",
    });
  });
  test("by a subject that began with an answer mark", async () => {
    await db.admin`update sent_emails set subject = 'Re: your site' where id = ${sent}`;
    expect(await match({ address: mail.email, subject: "RE: Re: Your site" })).toMatchObject({ matchedBy: "address" });
  });
  test("by the address without the tag that our list has", async () => {
    const tagged = mail.email.replace("@", "+news@").toLowerCase();
    await db.admin`update contacts set email = ${tagged}, email_norm = ${tagged} where team_id = ${mail.scope.teamId}`;
    expect(await match({ address: mail.email, subject: "Re: Hello" })).toMatchObject({ matchedBy: "address" });
    expect(await match({ report: true, address: mail.email })).toBeNull();
  });
  test("not by an address alone when it speaks of something else", async () => {
    expect(await match({ address: mail.email, subject: "Invoice 4711" })).toBeNull();
  });
  test("not by an unknown address, another mailbox or another team", async () => {
    expect(await match({ address: "nobody@x.example", subject: "Re: Hello" })).toBeNull();
    expect(await match({ conversationId: "conversation-1", senderAccountId: crypto.randomUUID() })).toBeNull();
    expect(await match({ answers: [messageId], address: "x@stranger.example", senderAccountId: crypto.randomUUID() })).toBeNull();
    const other = await seedTeam(db.admin);
    expect(await match({ answers: [messageId], conversationId: "conversation-1", address: mail.email }, other.teamId)).toBeNull();
  });
  test("as a report by what it reports on", async () => {
    expect(await match({ report: true, answers: [messageId] })).toMatchObject({ matchedBy: "report" });
    expect(await match({ report: true, conversationId: "conversation-1", address: mail.email })).toMatchObject({
      matchedBy: "conversation",
    });
  });
  test("as a report about somebody else in our thread: not at all", async () => {
    expect(await match({ report: true, conversationId: "conversation-1", address: "colleague@x.example" })).toBeNull();
  });
});

describe("a reply", () => {
  test("is kept, marks the contact and tells its run", async () => {
    expect(await record()).toBe(true);
    expect(await enrolled()).toEqual({
      status: "replied",
      ended_reason: "replied",
      wait_reason: null,
      replied_at: now,
      bounced_at: null,
    });
    const [reply] =
      await db.admin`select sent_email_id, snippet, from_email from email_replies where team_id = ${mail.scope.teamId}`;
    expect(reply).toEqual({ sent_email_id: sent, snippet: "Call me on Monday", from_email: mail.email });
    const events =
      await db.admin`select data->>'reason' as reason from outbox where team_id = ${mail.scope.teamId} and name = 'campaign/contact.stopped'`;
    expect(events).toEqual([{ reason: "replied" }]);
  });
  test("read again, and ten times at once, is one reply", async () => {
    const written = await Promise.all(Array.from({ length: 10 }, () => record()));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await record()).toBe(false);
    expect(await count("email_replies")).toBe(1);
    expect(await count("mailbox_messages")).toBe(1);
    const told = await db.admin`select 1 from outbox where team_id = ${mail.scope.teamId} and name = 'campaign/contact.stopped'`;
    expect(told).toHaveLength(1);
  });
  test("takes back what was planned for the contact", async () => {
    await db.admin`update scheduled_emails set status = 'pending' where draft_id = ${mail.draftId}`;
    await db.admin`update deliveries set state = 'drafted' where draft_id = ${mail.draftId}`;
    await record();
    const [slot] = await db.admin`select status, cancel_reason from scheduled_emails where draft_id = ${mail.draftId}`;
    expect(slot).toEqual({ status: "cancelled", cancel_reason: "replied" });
  });
  test("after the last mail keeps the status and notes the answer", async () => {
    await db.admin`update campaign_contacts set status = 'completed', ended_reason = 'got every mail' where campaign_id = ${mail.campaignId}`;
    await record();
    expect(await enrolled()).toMatchObject({ status: "completed", ended_reason: "got every mail", replied_at: now });
  });
  test("ends the person in every campaign that still runs", async () => {
    await db.admin`update campaign_contacts set status = 'completed', ended_reason = 'got every mail' where campaign_id = ${mail.campaignId}`;
    const next = { name: "Next", status: "active", senderAccountId: mailbox } as const;
    const { campaignId } = await seedCampaign(db.admin, mail.scope.teamId, next);
    await seedEnrolment(db.admin, campaignId, mail.contactId);
    await record();
    expect(await db.admin`select status, ended_reason from campaign_contacts where campaign_id = ${campaignId}`).toEqual([
      { status: "replied", ended_reason: "replied" },
    ]);
    expect(await count("email_replies")).toBe(1);
  });
  test("that came into two mailboxes of the team is one reply", async () => {
    const other = await seedMailbox(db.admin, mail.scope.teamId, { email: "ben@contoso.com", displayName: "Ben Ortiz" });
    const both = [mailbox, other].map((senderAccountId) =>
      record({ keys: keys({ answers: [messageId], address: mail.email, senderAccountId }) }),
    );
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
    expect(await count("email_replies")).toBe(1);
  });
});

test.each([
  ["Re: AW: Fwd: Hello", "hello"],
  ["RE[2]: Hello", "hello"],
  ["Regarding: Hello", "regarding: hello"],
  ["", ""],
])("%j is about %j", (subject, bare) => {
  expect(bareSubject(subject)).toBe(bare);
});
