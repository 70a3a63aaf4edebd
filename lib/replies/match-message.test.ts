import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedAddress } from "@/db/seed/seed-address";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { type MatchKeys, matchMessage } from "./match-message";

let db: TestDatabase;
let mail: ReadyMail;
const sentAt = new Date("2026-11-24T15:00:00Z");
const ours = "<sent-1@contoso.com>";

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, sentAt);
  const deliveryId = await seedDelivery(db.admin, mail.draftId, {
    state: "accepted",
    at: sentAt,
    internetMessageId: ours,
    conversationId: "thread",
  });
  await db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, delivery_id, draft_type, subject, body, recipient_email, sent_at, sequence_step)
    select team_id, id, contact_id, sender_account_id, campaign_id, campaign_contact_id, ${deliveryId}, draft_type, 'Hello', body, ${mail.email}, ${sentAt}, 1 from email_drafts where id = ${mail.draftId}`;
});

const keys = (change: Partial<MatchKeys>): MatchKeys => ({
  senderAccountId: mail.senderAccountId,
  answers: [],
  conversationId: null,
  address: null,
  subject: "",
  report: false,
  ...change,
});
const match = (change: Partial<MatchKeys>, teamId = mail.scope.teamId) =>
  withTeam({ teamId, memberId: null }, (tx) => matchMessage(tx, keys(change)));

describe("by any address of a person", () => {
  test("one that was theirs matches what speaks of our mail, and nothing else", async () => {
    await seedAddress(db.admin, mail.contactId, "old@x.example", "former");
    expect(await match({ address: "Old@x.example", subject: "Re: Hello" })).toMatchObject({ contactId: mail.contactId });
    expect(await match({ address: "old@x.example", subject: "Invoice 4711" })).toBeNull();
  });

  test("one that somebody said they answer from matches whatever it speaks of", async () => {
    await seedAddress(db.admin, mail.contactId, "office@x.example");
    expect(await match({ address: "office@x.example", subject: "Invoice 4711" })).toMatchObject({ matchedBy: "address" });
    expect(await match({ address: "office@x.example" }, (await seedReadyMail(db.admin, sentAt)).scope.teamId)).toBeNull();
  });

  test("one with a tag is the same without it", async () => {
    await seedAddress(db.admin, mail.contactId, "office+news@x.example");
    expect(await match({ address: "office@x.example", subject: "Re: Hello" })).toMatchObject({ matchedBy: "address" });
  });

  test("the new one after a correction, and the one before", async () => {
    await db.admin`update contacts set email = 'New@x.example', email_norm = 'new@x.example' where id = ${mail.contactId}`;
    expect(await match({ address: "new@x.example", subject: "Re: Hello" })).toMatchObject({ matchedBy: "address" });
    expect(await match({ address: mail.email, subject: "Re: Hello" })).toMatchObject({ matchedBy: "address" });
  });
});

describe("a report", () => {
  const report = (change: Partial<MatchKeys>) =>
    match({ report: true, address: mail.email, subject: "Undeliverable", ...change });

  test("that names a mail of ours counts from anybody", async () => {
    expect(await report({ answers: [ours] })).toMatchObject({ matchedBy: "report" });
  });

  test("that names an address alone counts from our own Exchange only", async () => {
    expect(await report({})).toBeNull();
    expect(await report({ byExchange: true })).toMatchObject({ matchedBy: "address" });
    expect(await report({ byExchange: true, address: "nobody@x.example" })).toBeNull();
  });

  test("that names a mail nobody sent counts from nobody", async () => {
    expect(await report({ answers: ["<forged@contoso.com>"] })).toBeNull();
  });

  test("that came to a mailbox which did not send the mail counts for nothing", async () => {
    expect(await report({ answers: [ours], senderAccountId: crypto.randomUUID() })).toBeNull();
  });

  test("that returns our own mark is about that mail", async () => {
    const [row] = await db.admin`select send_key from deliveries where draft_id = ${mail.draftId}`;
    expect(await report({ sendKeys: [String(row?.send_key)], address: null })).toMatchObject({ matchedBy: "report" });
    expect(await report({ sendKeys: ["0".repeat(32)], address: null })).toBeNull();
  });
});
