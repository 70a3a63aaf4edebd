import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { openSentMail } from "./open-sent-mail";

let db: TestDatabase;
let mail: ReadyMail;
let sentId: string;
let deliveryId: string;
const at = new Date("2026-11-24T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, at);
  deliveryId = await seedDelivery(db.admin, mail.draftId, { state: "accepted", at });
  const [sent] =
    await db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, delivery_id,
      draft_type, subject, body, recipient_email, sent_at)
    select team_id, id, contact_id, sender_account_id, campaign_id, campaign_contact_id, ${deliveryId}, draft_type, 'As kept', '<p>Hi</p>', ${mail.email}, ${at}
    from email_drafts where id = ${mail.draftId} returning id`;
  sentId = String(sent?.id);
  await db.admin`update signatures set kind = 'person', signed_by = ${mail.scope.memberId}, signed_at = '2026-11-24T11:04:17Z' where draft_id = ${mail.draftId}`;
});

test("a mail opens as it was handed to Exchange, with who signed it and when to the second", async () => {
  const [signed] = await db.admin`select g.hash, m.name, d.request from signatures g join members m on m.id = g.signed_by
    join email_drafts d on d.id = g.draft_id where g.draft_id = ${mail.draftId} and g.voided_at is null`;
  expect(signed?.request).toMatchObject({ subject: "Hello" });
  expect(await openSentMail(mail.scope, sentId)).toEqual({
    id: sentId,
    draftId: mail.draftId,
    subject: "Hello",
    from: "anna@contoso.com",
    fromName: signed?.request.from.name,
    to: mail.email,
    html: signed?.request.html,
    seal: { hash: signed?.hash, name: signed?.name, at: "2026-11-24T11:04:17.000Z", byLaunch: false, otherwise: false },
  });
});

test("one that left otherwise than signed says so", async () => {
  await db.admin`update deliveries set read_back = 'different', read_back_at = ${at} where id = ${deliveryId}`;
  await db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences)
    values (${mail.scope.teamId}, ${deliveryId}, 'sent', ${at}, '{}', '[]')`;
  expect((await openSentMail(mail.scope, sentId)).seal).toMatchObject({ otherwise: true });
});

test("one of which no signature and no request are kept shows its text", async () => {
  await db.admin`delete from signatures where draft_id = ${mail.draftId}`;
  await db.admin`update email_drafts set request = null where id = ${mail.draftId}`;
  expect(await openSentMail(mail.scope, sentId)).toMatchObject({
    subject: "As kept",
    html: "<p>Hi</p>",
    to: mail.email,
    seal: null,
  });
});

test("another team opens nothing", async () => {
  const { scope } = await seedTeam(db.admin);
  await expect(openSentMail(scope, sentId)).rejects.toMatchObject({ code: "not_found" });
});
