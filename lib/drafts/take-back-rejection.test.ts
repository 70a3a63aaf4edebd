import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery, seedDraft, seedEnrolment, seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stopContact } from "../campaigns/stop-contact";
import { openContact } from "../contacts/open-contact";
import { stubSettings } from "../env/testing/stub-settings";
import { feedCampaign } from "../sending/queue/feed-campaign";
import { rejectDraft } from "./reject-draft";
import { readDraftView } from "./review/read-draft-view";
import { signDraft } from "./sign-draft";
import { takeBackRejection } from "./take-back-rejection";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let mailbox: string;
let contactId: string;
let campaignId: string;
let enrolled: string;
let draftId: string;
const now = new Date();
const dayMs = 86_400_000;
const [lea] = inventPeople(1);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
  mailbox = await seedMailbox(db.admin, scope.teamId);
  const { contactIds } = await seedContacts(db.admin, scope.teamId, lea ? [lea] : [], { listName: "One" });
  contactId = contactIds[0] ?? "";
  await db.admin`update contacts set name = 'Lea Hale' where id = ${contactId}`;
  campaignId = await campaign("Spring");
  enrolled = await enrol(campaignId, 2 * dayMs);
  draftId = await seedDraft(db.admin, enrolled);
  await rejectDraft(scope, draftId, "Wrong moment", now);
});

async function campaign(name: string) {
  const made = await seedCampaign(db.admin, scope.teamId, {
    name,
    status: "active",
    senderAccountId: mailbox,
    steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }],
    settings: { ...anyHour, dailyLimit: 20, spacingSeconds: 1 },
  });
  return made.campaignId;
}
/** Enrolled so long ago. */
async function enrol(id: string, agoMs: number) {
  const made = await seedEnrolment(db.admin, id, contactId);
  await db.admin`update campaign_contacts set enrolled_at = ${new Date(now.getTime() - agoMs)} where id = ${made}`;
  return made;
}
const stands = async () =>
  (
    await db.admin`select status, ended_reason as ended, wait_reason as waits, next_at, run_id from campaign_contacts where id = ${enrolled}`
  )[0];
const member = () => ({ ...scope, timezone: "UTC", teamTimezone: "UTC" }) as Parameters<typeof readDraftView>[0];

describe("a rejection is not taken back, and says why and since when, for somebody", () => {
  const since = new Date(now.getTime() - dayMs);
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(since);
  const happened: [string, () => Promise<unknown>, string][] = [
    [
      "who answered another campaign since",
      async () => {
        const other = await campaign("Before");
        await db.admin`insert into email_replies (team_id, campaign_id, contact_id, message_id, received_at, sender_account_id)
          values (${scope.teamId}, ${other}, ${contactId}, '<a@x>', ${since}, ${mailbox})`;
      },
      "Lea Hale answered on",
    ],
    [
      "who was archived since",
      () => db.admin`update contacts set archived_at = ${since} where id = ${contactId}`,
      "Lea Hale was archived on",
    ],
    [
      "of whom a mailbox has an answer of no campaign",
      () => db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, contact_id, received_at)
        values (${scope.teamId}, ${mailbox}, '<b@x>', 'reply', ${contactId}, ${since})`,
      "Lea Hale answered on",
    ],
    [
      "to whom a mail bounced",
      () => db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, contact_id, received_at)
        values (${scope.teamId}, ${mailbox}, '<c@x>', 'bounce', ${contactId}, ${since})`,
      "A mail to Lea Hale bounced on",
    ],
    [
      "who was suppressed",
      async () => {
        await seedSuppression(db.admin, scope.teamId, lea?.email ?? "");
        await db.admin`update suppressions set created_at = ${since} where team_id = ${scope.teamId}`;
      },
      "Lea Hale was suppressed on",
    ],
    [
      "to whom the mail left, by whatever hand",
      () => seedDelivery(db.admin, draftId, { state: "confirmed", at: since }),
      "This mail to Lea Hale left on",
    ],
  ];
  test.each(happened)("%s", async (_, happen, sentence) => {
    await happen();
    const refused = await takeBackRejection(scope, draftId, now).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "conflict" });
    expect(String(refused)).toContain(sentence);
    expect(String(refused)).toContain(`${day}, so the campaign stays ended for them.`);
    expect(await stands()).toMatchObject({ status: "completed", ended: "rejected" });
    expect((await db.admin`select 1 from email_drafts where id = ${draftId} and rejected_at is not null`).length).toBe(1);
  });

  test("in a campaign that is finished", async () => {
    await db.admin`update campaigns set status = 'completed' where id = ${campaignId}`;
    await expect(takeBackRejection(scope, draftId, now)).rejects.toThrow("The campaign is finished.");
  });
});

test("an answer that was found before the enrolment keeps no rejection from being taken back", async () => {
  await db.admin`insert into email_replies (team_id, contact_id, message_id, received_at, created_at, sender_account_id)
    values (${scope.teamId}, ${contactId}, '<o@x>', ${new Date(now.getTime() - 3 * dayMs)}, ${new Date(now.getTime() - 3 * dayMs)}, ${mailbox})`;
  await takeBackRejection(scope, draftId, now);
  expect(await stands()).toMatchObject({ status: "pending", ended: null, waits: "needs_signature" });
});

describe("somebody who is under way in another campaign", () => {
  const signed = async () => signDraft(scope, draftId, (await readDraftView(member(), draftId, now)).hash, now);
  const slots = () => db.admin`select 1 from scheduled_emails where draft_id = ${draftId} and status = 'pending'`;
  const feeds = () => db.admin`select 1 from outbox where name = 'campaign/feed' and data->>'campaignId' = ${campaignId}`;

  test("that enrolled them earlier is put back, waits by its name without a slot, and goes on once that has ended", async () => {
    const earlier = await enrol(await campaign("Winter offers"), 4 * dayMs);
    await takeBackRejection(scope, draftId, now);
    expect(await stands()).toMatchObject({ status: "pending", ended: null, waits: "elsewhere" });
    await signed();
    await feedCampaign(scope, campaignId, now);
    expect(await stands()).toMatchObject({ waits: "elsewhere", next_at: null, run_id: null });
    expect(await slots()).toHaveLength(0);
    const view = await readDraftView(member(), draftId, now);
    expect(view.checks.filter((check) => !check.passes).map((check) => check.sentence)).toEqual([
      "Under way in Winter offers; the mail waits until that has ended",
    ]);
    expect(view.leaves).toBe("once Winter offers has ended");
    expect((await openContact(scope, contactId, now)).enrolments).toMatchObject([
      { campaignName: "Spring", waitReason: "elsewhere", elsewhere: "Winter offers" },
      { campaignName: "Winter offers", elsewhere: null },
    ]);
    const before = (await feeds()).length;
    await stopContact(scope, earlier, now);
    expect((await feeds()).length).toBe(before + 1);
    await feedCampaign(scope, campaignId, now);
    expect(await slots()).toHaveLength(1);
  });

  test("that enrolled them later is put back and goes on first", async () => {
    const later = await enrol(await campaign("Summer"), dayMs);
    await seedDraft(db.admin, later);
    await takeBackRejection(scope, draftId, now);
    await signed();
    await feedCampaign(scope, campaignId, now);
    expect(await slots()).toHaveLength(1);
  });
});
