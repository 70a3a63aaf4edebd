import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { keptMessageId } from "../../mail/message-ids";
import { seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { recordMessage } from "../record-message";
import { asking, away, findingOf, human, type Mailed, report, seedMailed } from "../testing/seed-mailed";

let db: TestDatabase;
let mail: Mailed;
const at = (text: string) => new Date(`2026-${text}Z`);
const sentAt = at("11-23T15:00");
const came = at("11-24T15:00");
const now = at("11-24T15:01");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 1 }), sentAt);
});

type Change = Parameters<typeof findingOf>[3];
const record = (what: Parameters<typeof findingOf>[1], change: Change = {}, receivedAt = came) =>
  recordMessage(mail.scope.teamId, findingOf(mail, what, receivedAt, change), now);
const stranger = { fromEmail: "vera@brandt.example", keys: { answers: [], address: "vera@brandt.example", subject: "Hello" } };
const kept = () =>
  db.admin`select kind, contact_id as of, matched_by as by, hidden_at as hidden, is_old as old, wish, blames from mailbox_messages
    where team_id = ${mail.scope.teamId} order by created_at`;
const standing = async () =>
  (await db.admin`select status, wait_reason, replied_at from campaign_contacts where id = ${mail.campaignContactId}`)[0];
const nothing = { status: "in_progress", wait_reason: "delay", replied_at: null };
const count = async (table: string) =>
  Number((await db.admin`select count(*)::int as n from ${db.admin(table)} where team_id = ${mail.scope.teamId}`)[0]?.n);

describe("a message that belongs to no mail of ours", () => {
  test.each([
    ["a person's", human, { kind: "reply", wish: null, blames: null }],
    ["one that asks for no more mail", asking("remove"), { kind: "reply", wish: "remove", blames: null }],
    ["an automatic answer", away("2026-12-01"), { kind: "automatic", wish: null, blames: null }],
    ["a report", report("address", { recipient: "x@y.example" }), { kind: "bounce", wish: null, blames: "address" }],
    ["a complaint", { kind: "complaint", recipient: null, originalMessageId: null } as const, { kind: "complaint" }],
  ])("%s is written down for a person, once, and does nothing", async (_, what, row) => {
    const same = { ...stranger, internetMessageId: "<one@x.example>" };
    expect(await Promise.all([record(what, same), record(what, same), record(what, same)])).toContain(true);
    expect(await record(what, same)).toBe(false);
    expect(await kept()).toMatchObject([{ ...row, of: null, hidden: null, old: false }]);
    expect(await standing()).toEqual(nothing);
    expect(await count("suppressions")).toBe(0);
  });

  test.each([
    ["a newsletter", { isBulk: true }],
    ["a colleague's", { isInside: true }],
  ])("%s leaves no trace", async (_, change) => {
    expect(await record(human, { ...stranger, ...change })).toBe(false);
    expect(await kept()).toEqual([]);
  });

  test("from somebody who is not for us is hidden at once, in whatever letters", async () => {
    await db.admin`insert into ignored_senders (team_id, email_norm) values (${mail.scope.teamId}, 'vera@brandt.example')`;
    await record(human, { ...stranger, fromEmail: "Vera@Brandt.example" });
    expect(await kept()).toMatchObject([{ of: null, hidden: now }]);
  });

  test("gets its place when Exchange finds its thread later, and counts from when it came", async () => {
    const same = { ...stranger, internetMessageId: "<late@x.example>" };
    await record(human, same);
    expect(await record(human, { ...same, keys: { ...stranger.keys, conversationId: mail.conversationId } })).toBe(true);
    expect(await kept()).toMatchObject([{ of: mail.contactId, by: "conversation" }]);
    expect(await standing()).toMatchObject({ status: "replied", replied_at: came });
    expect(await count("email_replies")).toBe(1);
  });

  test("and was said to be for nobody stays so", async () => {
    const same = { ...stranger, internetMessageId: "<aside@x.example>" };
    await record(human, same);
    await db.admin`update mailbox_messages set hidden_at = ${now}, placed_at = ${now} where team_id = ${mail.scope.teamId}`;
    expect(await record(human, { ...same, keys: { ...stranger.keys, conversationId: mail.conversationId } })).toBe(false);
    expect(await standing()).toEqual(nothing);
  });
});

describe("a message in two mailboxes", () => {
  let ben: string;
  beforeEach(async () => {
    ben = await seedMailbox(db.admin, mail.scope.teamId, { email: "ben@contoso.com", displayName: "Ben Ortiz" });
  });
  const same = { internetMessageId: "<two@x.example>" };
  const atBen = () => record(human, { ...same, ...stranger, keys: { ...stranger.keys, senderAccountId: ben } });
  const atAnna = () => record(human, { ...same, fromEmail: stranger.fromEmail, keys: { conversationId: mail.conversationId } });

  test("of which one can tell whose it is waits in neither, whichever is read first", async () => {
    await atBen();
    await atAnna();
    expect(await kept()).toMatchObject([
      { of: null, hidden: now },
      { of: mail.contactId, hidden: null },
    ]);
    expect(await count("email_replies")).toBe(1);
  });

  test("read the other way round too", async () => {
    await atAnna();
    await atBen();
    expect(await kept()).toMatchObject([
      { of: mail.contactId, hidden: null },
      { of: null, hidden: now },
    ]);
  });
});

test("a colleague who writes on in the thread is not the contact, and leaves no trace", async () => {
  const change = { fromEmail: "ben@contoso.com", isInside: true, keys: { conversationId: mail.conversationId } };
  expect(await record(human, change)).toBe(false);
  expect(await kept()).toEqual([]);
  expect(await standing()).toEqual(nothing);
});

describe("a message of somebody to whom no mail of ours had left", () => {
  beforeEach(() => db.admin`update deliveries set submitted_at = ${at("11-25T09:00")} where draft_id = ${mail.draftId}`);

  test.each([
    ["an answer", human],
    ["a wish", asking("remove")],
    ["an absence", away("2026-12-24")],
  ])("%s is written down and acts on nobody", async (_, what) => {
    expect(await record(what, { keys: { answers: [], conversationId: mail.conversationId, address: null } })).toBe(true);
    expect(await kept()).toMatchObject([{ of: mail.contactId, old: true }]);
    expect(await standing()).toEqual(nothing);
    expect([await count("email_replies"), await count("suppressions"), await count("contact_holds")]).toEqual([0, 0, 0]);
  });

  test("is none any more once the mail has left, though Exchange's clock is some seconds behind", async () => {
    await record(human, {}, at("11-25T08:59:58"));
    expect(await standing()).toMatchObject({ status: "replied" });
  });
});

test("an answer that came while its mailbox was not connected stops as any, also where a colleague's was connected later", async () => {
  const ben = await seedMailbox(db.admin, mail.scope.teamId, { email: "ben@contoso.com", displayName: "Ben Ortiz" });
  await db.admin`update sender_accounts set connected_at = ${at("11-25T09:00")} where team_id = ${mail.scope.teamId}`;
  await record(human, { internetMessageId: "<both@x.example>", keys: { senderAccountId: ben } });
  await record(human, { internetMessageId: "<both@x.example>" });
  expect(await kept()).toMatchObject([{ of: mail.contactId, old: false }]);
  expect(await standing()).toMatchObject({ status: "replied" });
});

describe("a message of nobody that came before its mailbox was connected", () => {
  beforeEach(async () => {
    await db.admin`update sender_accounts set connected_at = ${at("11-25T09:00")} where id = ${mail.senderAccountId}`;
    await db.admin`update deliveries set submitted_at = ${at("11-25T09:00")} where draft_id = ${mail.draftId}`;
  });

  test("is old", async () => {
    await record(human, stranger);
    expect(await kept()).toMatchObject([{ of: null, old: true }]);
  });

  test("is not where the mailbox was only connected anew", async () => {
    await db.admin`insert into activities (team_id, at, verb, detail) values (${mail.scope.teamId}, ${at("11-01T09:00")}, 'connected a mailbox',
      ${db.admin.json({ senderAccountId: mail.senderAccountId })})`;
    await record(human, stranger);
    expect(await kept()).toMatchObject([{ old: false }]);
  });

  test("is not where mail had left from it before that", async () => {
    await db.admin`update deliveries set submitted_at = ${sentAt} where draft_id = ${mail.draftId}`;
    await record(human, stranger);
    expect(await kept()).toMatchObject([{ old: false }]);
  });
});

test("a Message-ID of 6,000 letters is kept, once, and an answer to such a mail finds it", async () => {
  const long = keptMessageId(`<${"ü".repeat(6000)}@x.example>`);
  await db.admin`update deliveries set internet_message_id = ${long} where draft_id = ${mail.draftId}`;
  const change = { internetMessageId: keptMessageId(`<${"y".repeat(6000)}@x.example>`), keys: { answers: [long] } };
  expect(await record(human, change)).toBe(true);
  expect(await record(human, change)).toBe(false);
  expect(await standing()).toMatchObject({ status: "replied" });
});
