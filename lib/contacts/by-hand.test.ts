import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSingle } from "@/db/seed/seed-single";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { nameStanding } from "../campaigns/words/name-standing";
import { archiveContacts } from "./archive-contacts";
import { openContact } from "./open-contact";
import { readContacts } from "./read-contacts";

let db: TestDatabase;
let anna: { teamId: string; memberId: string };
let mailbox: string;
let contactId: string;
const now = new Date("2026-11-24T12:00:00Z");
const at = new Date("2026-11-25T09:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  anna = (await seedTeam(db.admin)).scope;
  mailbox = await seedMailbox(db.admin, anna.teamId);
  contactId = (await seedContacts(db.admin, anna.teamId, inventPeople(1))).contactIds[0] ?? "";
});

const write = (mail: Parameters<typeof seedSingle>[3] = {}) =>
  seedSingle(db.admin, { ...anna, senderAccountId: mailbox }, contactId, mail);
/** As signing leaves it. */
async function planned(leaveAt = at) {
  const mail = await write({ status: "scheduled", leaveAt });
  await db.admin`insert into signatures (team_id, draft_id, hash, kind, signed_by, signed_at) values (${anna.teamId}, ${mail.draftId}, 'x', 'person', ${anna.memberId}, ${now})`;
  await db.admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for)
    values (${anna.teamId}, ${mail.draftId}, ${contactId}, ${mailbox}, ${leaveAt})`;
  return mail;
}
const open = () => openContact(anna, contactId, now);
const row = async () => (await readContacts(anna, {}, 1)).rows[0];
const standing = async () => {
  const one = await row();
  return one && nameStanding(one)?.words;
};

describe("a contact's page", () => {
  test("shows what is planned by hand with its time, and what waits for a signature", async () => {
    const signed = await planned();
    const draft = await write({ body: "<p>Half a thought</p>" });
    expect((await open()).byHand).toMatchObject([
      { draftId: draft.draftId, at: null, signedBy: null, text: expect.stringContaining("Half a thought"), by: "Anna Keller" },
      { draftId: signed.draftId, at, signedBy: "Anna Keller", signedAt: now, kind: "first mail", mailbox: "anna@contoso.com" },
    ]);
  });

  test("says why a mail by hand has not left, and shows no longer what is over or discarded", async () => {
    const { singleMailId } = await planned();
    await db.admin`update single_mails set wait_reason = 'mailbox_full', next_at = ${at} where id = ${singleMailId}`;
    expect((await open()).byHand).toMatchObject([{ waitReason: "mailbox_full", nextAt: at }]);
    await db.admin`update single_mails set ended_reason = 'cancelled', ended_at = ${now} where id = ${singleMailId}`;
    const { letterId } = await write();
    await db.admin`update letters set discarded_at = ${now} where id = ${letterId}`;
    expect((await open()).byHand).toEqual([]);
  });

  test("tells what left by hand, who signed it, and how it was", async () => {
    const { draftId } = await planned();
    await db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, draft_type, recipient_email, subject, body, sent_at)
      values (${anna.teamId}, ${draftId}, ${contactId}, ${mailbox}, 'first_outreach', 'a@x.example', 'Hello', '<p>Hi</p>', ${at})`;
    expect((await open()).happened.find(({ kind }) => kind === "sent")).toMatchObject({
      kind: "sent",
      title: "Hello",
      about: "by hand",
      place: "First mail",
      by: "Anna Keller",
      otherwise: false,
    });
    expect((await row())?.lastSentAt).toEqual(at);
  });

  test("tells what was rejected, cancelled, or could not be sent", async () => {
    const [rejected, cancelled, failed] = [await write(), await write(), await write()];
    await db.admin`update email_drafts set rejected_at = ${now}, rejected_by = ${anna.memberId}, reject_reason = 'Wrong moment' where id = ${rejected.draftId}`;
    await db.admin`insert into activities (team_id, member_id, verb, contact_id, at, detail)
      values (${anna.teamId}, ${anna.memberId}, 'cancelled a mail', ${contactId}, ${now}, ${db.admin.json({ draftId: cancelled.draftId, was: at.toISOString() })})`;
    await db.admin`update email_drafts set failure = 'ErrorInvalidRecipients' where id = ${failed.draftId}`;
    await db.admin`update single_mails set ended_reason = 'could not be sent', ended_at = ${now} where id = ${failed.singleMailId}`;
    const { happened } = await open();
    expect(happened).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "rejected", about: "by hand", place: "First mail", title: "Wrong moment" }),
        expect.objectContaining({ kind: "cancelled a mail", about: "by hand", by: "Anna Keller" }),
        expect.objectContaining({ kind: "not sent", title: "Hello", about: "ErrorInvalidRecipients" }),
      ]),
    );
  });
});

describe("in the list of contacts", () => {
  test("somebody to whom a mail by hand is open says so", async () => {
    expect(await standing()).toBeUndefined();
    const draft = await write();
    expect(await standing()).toBe("Mail by hand to sign");
    await planned();
    expect(await standing()).toBe("Mail by hand planned");
    await db.admin`update single_mails set ended_reason = 'sent', ended_at = ${now} where team_id = ${anna.teamId}`;
    expect(await standing()).toBeUndefined();
    await db.admin`insert into sent_emails (id, team_id, draft_id, contact_id, sender_account_id, draft_type, recipient_email, subject, body, sent_at)
      values (gen_random_uuid(), ${anna.teamId}, ${draft.draftId}, ${contactId}, ${mailbox}, 'first_outreach', 'a@x.example', 'Hello', '', ${at})`;
    await db.admin`insert into email_replies (team_id, sent_email_id, contact_id, received_at) select team_id, id, contact_id, ${at} from sent_emails where team_id = ${anna.teamId}`;
    expect(await standing()).toBe("Replied");
  });
});

describe("archiving", () => {
  test.each(["draft", "planned"])("leaves who has an open mail by hand (%s), until that is over", async (kind) => {
    const { singleMailId } = kind === "draft" ? await write() : await planned();
    expect(await archiveContacts(anna, [contactId], now)).toMatchObject({ archived: 0 });
    await db.admin`update single_mails set ended_reason = 'discarded', ended_at = ${now} where id = ${singleMailId}`;
    expect(await archiveContacts(anna, [contactId], now)).toMatchObject({ archived: 1 });
  });
});
