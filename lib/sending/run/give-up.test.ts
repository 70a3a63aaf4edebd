import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { pauseCampaign } from "../../campaigns/pause-campaign";
import { resumeCampaign } from "../../campaigns/resume-campaign";
import { pauseSeen } from "../../campaigns/testing/pause-seen";
import { stubSettings } from "../../env/testing/stub-settings";
import { sweepCampaign } from "../sweep/sweep-campaign";
import { type ReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { advanceContact } from "./advance-contact";

/** A mail that Exchange refused for good, as the ledger knows it, and the process that was to end its contact is gone. */
let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, now);
  const id = await seedDelivery(db.admin, mail.draftId, { state: "failed", at: now });
  await db.admin`update deliveries set error_code = 'ErrorInvalidRecipients', submitted_at = null where id = ${id}`;
});

const readEnd = async () =>
  (
    await db.admin`select c.ended_reason as reason, d.status, d.failure, k.status as campaign
      from campaign_contacts c join email_drafts d on d.campaign_contact_id = c.id join campaigns k on k.id = c.campaign_id
      where c.id = ${mail.campaignContactId}`
  )[0];
const over = {
  reason: "could not be sent",
  status: "failed",
  failure: "ErrorInvalidRecipients",
};

test("a mail refused for good whose slot was taken back meanwhile ends by the next sweep, says why, and its campaign is finished", async () => {
  await pauseCampaign(mail.scope, mail.campaignId, minutes(1));
  await resumeCampaign(mail.scope, mail.campaignId, await pauseSeen(mail.scope, mail.campaignId), minutes(2));
  expect(await readEnd()).toMatchObject({ reason: null, failure: null, campaign: "active" });
  await sweepCampaign(mail.scope, mail.campaignId, minutes(3));
  expect(await readEnd()).toEqual({ ...over, campaign: "completed" });
});

test("a mail refused for good whose slot still stands is left to its run, which ends it", async () => {
  await sweepCampaign(mail.scope, mail.campaignId, minutes(1));
  expect(await readEnd()).toMatchObject({ reason: null });
  const { campaignContactId, senderAccountId } = mail;
  const [row] = await db.admin<
    { runId: string }[]
  >`select run_id as "runId" from campaign_contacts where id = ${campaignContactId}`;
  const held = { campaignContactId, senderAccountId, runId: row?.runId ?? "" };
  expect(await advanceContact(mail.scope, held, () => minutes(2))).toEqual({ kind: "ended" });
  expect(await readEnd()).toMatchObject(over);
});
