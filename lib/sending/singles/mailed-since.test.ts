import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { ensureDelivery } from "../ledger/ensure-delivery";
import { hearFirst } from "../ledger/hear-first";
import { refuseEarly } from "../ledger/refuse-early";
import { type SingleMail, seedSingleMail } from "../testing/seed-single-mail";
import { lookOverSingles } from "./look-over-singles";

/** A first mail by hand whose reader got another mail between its signature and its time: an answer to that may lie in the mailbox. */
let db: TestDatabase;
let mail: SingleMail;
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedSingleMail(db.admin, now, { signedAt: new Date(now.getTime() - 3_600_000) });
  await ensureDelivery(mail.scope, mail.draftId, now);
  await db.admin`update sender_accounts set trouble = 'unreadable' where id = ${mail.senderAccountId}`;
});

const mailed =
  () => db.admin`insert into sent_emails (team_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at)
  values (${mail.scope.teamId}, ${mail.contactId}, ${mail.senderAccountId}, 'first_outreach', 'S', 'B', ${mail.email}, ${now})`;
const early = () => refuseEarly(mail.scope, mail.draftId, mail.runId, () => Promise.resolve(now));
async function isHeard() {
  let heard = false;
  const look = async () => {
    heard = true;
    return now;
  };
  await hearFirst(mail.scope, mail, { token: async () => "" }, () => Promise.resolve(now), look);
  return heard;
}
const reason = async () => {
  await lookOverSingles(mail.scope, new Date(now.getTime() + 60_000));
  return (await db.admin`select wait_reason as reason from single_mails where id = ${mail.singleMailId}`)[0]?.reason;
};

describe("while its mailbox cannot be read", () => {
  test("a first mail leaves", async () => {
    expect([await early(), await isHeard(), await reason()]).toEqual([null, false, null]);
  });

  test("one to somebody who was mailed since waits, as a follow-up does", async () => {
    await mailed();
    expect(await early()).toMatchObject({ reason: "mailbox not read" });
    expect([await isHeard(), await reason()]).toEqual([true, "mailbox_unreadable"]);
  });
});
