import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedAddress, seedUnplaced } from "@/db/seed/seed-address";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery, seedEnrolment } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { isOld } from "../effects/is-old";
import { matchMessage } from "../match-message";
import { countUnplaced } from "./count-unplaced";
import { foreseePlacing } from "./foresee-placing";
import { hideMessage, showMessage } from "./hide-message";
import { placeAsNew, placeMessage } from "./place-message";

let db: TestDatabase;
let mail: ReadyMail;
const sentAt = new Date("2026-11-24T09:00:00Z");
const cameAt = new Date("2026-11-24T12:36:00Z");
const now = new Date("2026-11-24T15:00:00Z");
const office = "Office@morasca.example";

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, sentAt, { followUps: 1 });
  await sent(mail);
});

async function sent({ draftId, email }: ReadyMail) {
  await db.admin`update scheduled_emails set status = 'sent' where draft_id = ${draftId}`;
  await db.admin`update email_drafts set status = 'sent' where id = ${draftId}`;
  const deliveryId = await seedDelivery(db.admin, draftId, {
    state: "accepted",
    at: sentAt,
    internetMessageId: `<${draftId}@c>`,
  });
  await db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, delivery_id, draft_type, subject, body, recipient_email, sent_at, sequence_step)
    select team_id, id, contact_id, sender_account_id, campaign_id, campaign_contact_id, ${deliveryId}, draft_type, 'Hello', body, ${email}, ${sentAt}, 1 from email_drafts where id = ${draftId}`;
  await db.admin`update campaign_contacts set status = 'in_progress', wait_reason = 'delay', current_sequence_step = 1, next_at = ${now} where id = (
    select campaign_contact_id from email_drafts where id = ${draftId})`;
}
const unplaced = (more: Partial<Parameters<typeof seedUnplaced>[2]> = {}) =>
  seedUnplaced(db.admin, mail.senderAccountId, { from: office, at: cameAt, ...more });
const place = (messageId: string, contactId = mail.contactId) => placeMessage(mail.scope, messageId, contactId, now);
const enrolled = async () =>
  (await db.admin`select status, ended_reason, replied_at from campaign_contacts where campaign_id = ${mail.campaignId}`)[0];
const threads = () =>
  db.admin`select id, state, unread, last_in_at, last_out_at, label, version from reply_threads where contact_id = ${mail.contactId}`;
const count = async (table: string) =>
  Number((await db.admin`select count(*)::int as n from ${db.admin(table)} where team_id = ${mail.scope.teamId}`)[0]?.n);
const suppressed = () =>
  db.admin`select email_norm, reason from suppressions where team_id = ${mail.scope.teamId} order by email_norm`;
const another = async (email: string) =>
  String(
    (
      await seedContacts(
        db.admin,
        mail.scope.teamId,
        inventPeople(1, 5).map((one) => ({ ...one, email })),
      )
    ).contactIds[0],
  );

describe("a message that is placed", () => {
  test("counts and stops as any of theirs, as of when it came, and is written down", async () => {
    const id = await unplaced();
    expect(await countUnplaced(mail.scope, mail.senderAccountId)).toBe(1);
    expect(await place(id)).toMatchObject({ stopped: 1, address: { is: "second" } });
    expect(await enrolled()).toEqual({ status: "replied", ended_reason: "replied", replied_at: cameAt });
    expect(
      await db.admin`select campaign_id, contact_id, received_at, from_email from email_replies where team_id = ${mail.scope.teamId}`,
    ).toEqual([{ campaign_id: mail.campaignId, contact_id: mail.contactId, received_at: cameAt, from_email: office }]);
    expect(await db.admin`select contact_id, matched_by, placed_at, placed_by from mailbox_messages where id = ${id}`).toEqual([
      { contact_id: mail.contactId, matched_by: "by hand", placed_at: now, placed_by: mail.scope.memberId },
    ]);
    expect(
      await db.admin`select detail from activities where verb = 'placed a message' and contact_id = ${mail.contactId}`,
    ).toEqual([{ detail: { messageId: id, address: office } }]);
    expect(await countUnplaced(mail.scope, mail.senderAccountId)).toBe(0);
    expect(await count("outbox")).toBeGreaterThan(0);
  });

  test("is in their thread from then on, which it begins", async () => {
    const { threadId } = await place(await unplaced());
    expect(await threads()).toEqual([
      { id: threadId, state: "open", unread: true, last_in_at: cameAt, last_out_at: sentAt, label: null, version: 1 },
    ]);
  });

  test("opens the thread again that was done with, and proposes the label its words ask for", async () => {
    const first = await place(await unplaced());
    await db.admin`update reply_threads set state = 'done', unread = false where id = ${first.threadId}`;
    const later = new Date(cameAt.getTime() + 60_000);
    const next = await place(await unplaced({ from: "colleague@morasca.example", at: later, wish: "wrong person" }));
    expect(next.threadId).toBe(first.threadId);
    expect(await threads()).toMatchObject([
      { id: first.threadId, state: "open", unread: true, last_in_at: later, label: "wrong person", version: 2 },
    ]);
  });

  test("is in no thread where it is a report, and in a new one with another mailbox", async () => {
    expect((await place(await unplaced({ from: null, kind: "bounce" }))).threadId).toBeNull();
    expect(await threads()).toEqual([]);
    const other = await seedMailbox(db.admin, mail.scope.teamId, { email: "cleo@contoso.com", displayName: "Cleo" });
    const here = await place(await unplaced());
    const there = await place(await seedUnplaced(db.admin, other, { from: "reception@morasca.example", at: cameAt }));
    expect(there.threadId).not.toBe(here.threadId);
    expect(await threads()).toHaveLength(2);
  });

  test("makes its address theirs, so that what comes from it next is matched whatever it speaks of", async () => {
    const match = (address: string) =>
      withTeam(mail.scope, (tx) =>
        matchMessage(tx, {
          senderAccountId: mail.senderAccountId,
          answers: [],
          conversationId: null,
          address,
          subject: "Something else",
          report: false,
        }),
      );
    expect(await match(office)).toBeNull();
    await place(await unplaced());
    expect(await match(` ${office.toUpperCase()} `)).toMatchObject({ contactId: mail.contactId, matchedBy: "address" });
    expect(await match(mail.email)).toBeNull();
    expect(
      await db.admin`select address, kind, source, created_by from contact_addresses where contact_id = ${mail.contactId} and kind <> 'primary'`,
    ).toEqual([{ address: office, kind: "answers from", source: "belongs to", created_by: mail.scope.memberId }]);
  });

  test("from somebody who was never mailed is theirs in that conversation from then on, and does what any answer does", async () => {
    const from = "lena@hale.example";
    const lena = await another(from);
    const id = await unplaced({ from });
    await db.admin`update mailbox_messages set conversation_id = 'first' where id = ${id}`;
    const more = (conversationId: string, address = from) => {
      const keys = { senderAccountId: mail.senderAccountId, answers: [], conversationId, address, subject: "", report: false };
      return withTeam(mail.scope, (tx) => matchMessage(tx, keys));
    };
    expect(await more("first")).toBeNull();
    await place(id, lena);
    const match = await more("first");
    expect(match).toMatchObject({ contactId: lena, matchedBy: "conversation", deliveryId: null });
    expect([await more("another"), await more("first", "eve@hale.example")]).toEqual([null, null]);
    expect(await withTeam(mail.scope, (tx) => isOld(tx, mail.senderAccountId, now, match))).toBe(false);
  });

  test.each([
    ["no-reply@morasca.example", "nobody's"],
    ["ne-pas-repondre+12@morasca.example", "nobody's"],
    ["mailer-daemon@morasca.example", "nobody's"],
    ["ben@contoso.com", "ours"],
    ["/O=EXCHANGELABS/OU=X/CN=RECIPIENTS/CN=ANNA", "ours"],
    [null, "none"],
    ["not an address", "none"],
  ])("from %s keeps no address (%s), and stops all the same", async (from, fate) => {
    await db.admin`update sender_accounts set addresses = '{anna@contoso.com,anna@contoso-group.com}' where id = ${mail.senderAccountId}`;
    const id = await unplaced({ from });
    expect((await foreseePlacing(mail.scope, id, mail.contactId)).address).toEqual({ is: fate });
    expect(await place(id)).toMatchObject({ stopped: 1, address: { is: fate } });
    expect(await db.admin`select 1 from contact_addresses where contact_id = ${mail.contactId} and kind <> 'primary'`).toEqual(
      [],
    );
  });

  test("from somebody else's address leaves it theirs, and says whose it is", async () => {
    const owner = await another("office@morasca.example");
    expect(await place(await unplaced())).toMatchObject({ address: { is: "another's", contactId: owner } });
    expect(
      await db.admin`select contact_id from contact_addresses where team_id = ${mail.scope.teamId} and address_norm = 'office@morasca.example'`,
    ).toEqual([{ contact_id: owner }]);
  });

  test("that is an automatic answer stops nobody", async () => {
    expect(await place(await unplaced({ kind: "automatic" }))).toMatchObject({ stopped: 0 });
    expect(await enrolled()).toMatchObject({ status: "in_progress" });
    expect(await count("email_replies")).toBe(0);
  });

  test("that reports a dead address ends and suppresses it, and nothing else of theirs", async () => {
    await place(await unplaced({ kind: "bounce", from: "postmaster@morasca.example", failed: mail.email }));
    expect(await enrolled()).toMatchObject({ status: "bounced" });
    expect(await suppressed()).toEqual([{ email_norm: mail.email.toLowerCase(), reason: "bounced" }]);
  });

  test("that asks for no more mail suppresses every address of theirs", async () => {
    await seedAddress(db.admin, mail.contactId, "home@x.example");
    await place(await unplaced({ wish: "remove" }));
    expect(await enrolled()).toMatchObject({ status: "unsubscribed", ended_reason: "asked not to be mailed" });
    const all = ["home@x.example", mail.email.toLowerCase(), office.toLowerCase()];
    expect(await suppressed()).toEqual(all.sort().map((email_norm) => ({ email_norm, reason: "asked in a reply" })));
  });

  test("joins the last mail that had left before it came, and none that left later", async () => {
    await db.admin`update deliveries set accepted_at = ${now} where draft_id = ${mail.draftId}`;
    const id = await unplaced();
    expect(await foreseePlacing(mail.scope, id, mail.contactId)).toMatchObject({ joins: null, counts: null });
    expect(await place(id)).toMatchObject({ stopped: 1 });
    expect(await enrolled()).toMatchObject({ status: "replied" });
  });

  test("ends them in every campaign that goes on", async () => {
    const { campaignId } = await seedCampaign(db.admin, mail.scope.teamId, {
      name: "N",
      status: "active",
      senderAccountId: mail.senderAccountId,
    });
    await seedEnrolment(db.admin, campaignId, mail.contactId);
    expect(await place(await unplaced())).toMatchObject({ stopped: 2 });
  });
});

test("what is foreseen is what happens", async () => {
  const id = await unplaced();
  expect(await foreseePlacing(mail.scope, id, mail.contactId)).toMatchObject({
    joins: "Hello",
    counts: { campaign: "C", replies: 0, isAmongThem: false },
    stops: [{ campaign: "C", step: "Follow-up 1", nextAt: now }],
    ended: null,
    address: { is: "second" },
  });
  await place(id);
  expect(await foreseePlacing(mail.scope, await unplaced(), mail.contactId)).toMatchObject({
    counts: { replies: 1, isAmongThem: true },
    stops: [],
    ended: { reason: "replied", at: cameAt },
    address: { is: "theirs" },
  });
});

describe("somebody new", () => {
  const names = { firstName: "Olga", lastName: "Office", company: "Morasca" };
  test("is added under the address it came from", async () => {
    const placed = await placeAsNew(mail.scope, await unplaced(), names, now);
    expect(placed).toMatchObject({ name: "Olga Office", stopped: 0, address: { is: "theirs" } });
    expect(await db.admin`select email, company from contacts where id = ${placed.contactId}`).toEqual([
      { email: office, company: "Morasca" },
    ]);
  });

  test.each(["anna@contoso.com", null])("is not added under %s", async (from) => {
    const id = await unplaced({ from });
    await expect(placeAsNew(mail.scope, id, names, now)).rejects.toMatchObject({ code: "invalid" });
    expect(await countUnplaced(mail.scope, mail.senderAccountId)).toBe(1);
    expect(await count("contacts")).toBe(1);
  });
});

describe("at the same moment", () => {
  test("of ten who place it, one does, and the others are told", async () => {
    const owner = await another("kris@x.example");
    const id = await unplaced();
    const placed = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => place(id, n % 2 ? owner : mail.contactId)));
    expect(placed.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of placed) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    expect(await count("email_replies")).toBeLessThanOrEqual(1);
    expect(
      await db.admin`select 1 from contact_addresses where team_id = ${mail.scope.teamId} and address_norm = 'office@morasca.example'`,
    ).toHaveLength(1);
  });

  test("two messages from one address for two people make it one's", async () => {
    const owner = await another("kris@x.example");
    const [one, two] = [await unplaced(), await unplaced()];
    const both = await Promise.all([place(one), place(two, owner)]);
    expect(both.map((placed) => placed.address.is).sort()).toEqual(["another's", "second"]);
  });

  test("placed and put aside, it is one of both", async () => {
    const id = await unplaced();
    const both = await Promise.allSettled([place(id), hideMessage(mail.scope, id, now)]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("a message that is not for us", () => {
  test("leaves the list with all that its sender writes, and comes back", async () => {
    const [one] = [await unplaced(), await unplaced({ from: office.toLowerCase() })];
    const reads = () => countUnplaced(mail.scope, mail.senderAccountId);
    expect(await hideMessage(mail.scope, one ?? "", now)).toEqual({ remembered: true });
    expect(await reads()).toBe(0);
    await unplaced();
    expect(await reads()).toBe(0);
    await expect(hideMessage(mail.scope, one ?? "", now)).rejects.toMatchObject({ code: "conflict" });
    await showMessage(mail.scope, one ?? "");
    expect(await reads()).toBe(3);
    await expect(showMessage(mail.scope, one ?? "")).rejects.toMatchObject({ code: "not_found" });
  });

  test("that is a report hides no other report of its sender", async () => {
    const [one] = [
      await unplaced({ kind: "bounce", from: "postmaster@x.example" }),
      await unplaced({ kind: "bounce", from: "postmaster@x.example" }),
    ];
    expect(await hideMessage(mail.scope, one ?? "", now)).toEqual({ remembered: false });
    expect(await countUnplaced(mail.scope, mail.senderAccountId)).toBe(1);
  });
});

test("another team places nothing of ours, and ours nothing for theirs", async () => {
  const theirs = await seedReadyMail(db.admin, sentAt);
  const id = await unplaced();
  await expect(placeMessage(theirs.scope, id, theirs.contactId, now)).rejects.toMatchObject({ code: "not_found" });
  await expect(place(id, theirs.contactId)).rejects.toMatchObject({ code: "not_found" });
  await expect(hideMessage(theirs.scope, id, now)).rejects.toMatchObject({ code: "not_found" });
  await expect(foreseePlacing(theirs.scope, id, theirs.contactId)).rejects.toMatchObject({ code: "not_found" });
  expect(await countUnplaced(mail.scope, mail.senderAccountId)).toBe(1);
});
