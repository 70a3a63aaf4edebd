import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readJobs } from "../../analytics/read-jobs";
import { readCampaign } from "../../campaigns/read/read-campaign";
import { readCampaignContacts } from "../../campaigns/read/read-campaign-contacts";
import { openContact } from "../../contacts/open-contact";
import { stubSettings } from "../../env/testing/stub-settings";
import { requestAsShown } from "../../mail/compare/request-as-shown";
import { comparedWithinHours, readBackAfterMinutes } from "../../mail/read-back-limits";
import { type ReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { readCopy } from "./read-copy";
import { readStory } from "./read-story";

let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const say = (at: Date) => at.toISOString();

beforeAll(async () => {
  stubSettings();
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, now);
  await seedDelivery(db.admin, mail.draftId, { state: "confirmed", at: hoursAgo(1) });
  await set({ confirmed_at: hoursAgo(1) });
});

const set = (values: Record<string, unknown>) =>
  db.admin`update deliveries set ${db.admin(values)} where draft_id = ${mail.draftId}`;
const copy = () => withTeam(mail.scope, (tx) => readCopy(tx, mail.draftId, now, say));
const story = async () => {
  const lines = await withTeam(mail.scope, (tx) => readStory(tx, { draftId: mail.draftId, state: "gone", leaves: [], say }));
  return lines.map((line) => line.what);
};
const differences = [{ field: "words", before: "Hi", after: "Hello" }];
async function differs(readBack: string, settled = false) {
  await set({ read_back: readBack, read_back_at: hoursAgo(0.5) });
  const found = requestAsShown({
    ...{ version: 2, subject: "Hello", html: "<p>Hello</p>", thread: null, unsubscribeUrl: "", headers: [] },
    from: { senderAccountId: "s", email: "anna@contoso.com", name: "Anna" },
    to: { email: "lena@x.example", name: "Lena" },
  });
  await db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences, settled_at, settled_by, settled_as)
    select team_id, id, 'sent', ${hoursAgo(0.5)}, ${db.admin.json(found)}, ${db.admin.json(differences)},
      ${settled ? now : null}, ${settled ? mail.scope.memberId : null}, ${settled ? "accepted" : null} from deliveries where draft_id = ${mail.draftId}`;
}

describe("the copy of a mail", () => {
  test.each([
    ["accepted", { state: "accepted", confirmed_at: null }, "waits"],
    ["seen just now", { confirmed_at: now }, "waits"],
    ["that could not be read so often", { read_back_tries: readBackAfterMinutes.length }, "never"],
    ["of long ago", { confirmed_at: hoursAgo(comparedWithinHours + 1) }, "never"],
    ["that is the same", { read_back: "equal", read_back_at: hoursAgo(0.5) }, "equal"],
  ])("%s says so", async (_, values, verdict) => {
    await set(values);
    expect(await copy()).toMatchObject({ verdict, found: null });
  });

  test("lists what Exchange changed", async () => {
    await set({ read_back: "explained", read_back_at: hoursAgo(0.5), read_back_changes: ["One", "Two"] });
    expect(await copy()).toMatchObject({ verdict: "explained", changes: ["One", "Two"], at: say(hoursAgo(0.5)) });
    expect(await story()).toContain("Its sent copy is the same but for harmless changes");
  });

  test("shows in what it differs, and after that who has seen it", async () => {
    await differs("different");
    expect(await copy()).toMatchObject({
      verdict: "different",
      found: { differences, subject: "Hello", bothHtml: expect.stringMatching(/<del>.*<mark>/), settled: null },
    });
    expect(await story()).toContain("Its sent copy differs from what was signed");
    await db.admin`update mail_differences set settled_at = ${now}, settled_as = 'accepted', settled_by = ${mail.scope.memberId} where team_id = ${mail.scope.teamId}`;
    expect(await copy()).toMatchObject({ found: { settled: { by: "Anna Keller", at: say(now) } } });
    expect(await story()).toContain("Seen by Anna Keller");
  });

  test("is not told of where the mail has not left, or its owner sent it", async () => {
    await set({ state: "queued" });
    expect(await copy()).toBeNull();
    await set({ state: "confirmed" });
    await db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences)
      select team_id, id, 'by hand', now(), '{}', '[]' from deliveries where draft_id = ${mail.draftId}`;
    expect(await copy()).toBeNull();
  });

  test("of a mail that its owner sent from Outlook otherwise stays different after somebody has seen it", async () => {
    await differs("equal", true);
    await set({ read_back: null, read_back_at: null });
    await db.admin`update mail_differences set place = 'by hand' where team_id = ${mail.scope.teamId}`;
    expect(await copy()).toMatchObject({
      verdict: "different",
      at: say(hoursAgo(0.5)),
      found: { settled: { by: "Anna Keller" } },
    });
  });
});

describe("what waits for a person", () => {
  const jobs = () => withTeam(mail.scope, (tx) => readJobs(tx, []));

  test.each([
    ["different", { differing: 1, asked: 0 }],
    ["asked", { differing: 0, asked: 1 }],
  ])("holds a copy that is %s until somebody has settled it", async (readBack, counts) => {
    await differs(readBack);
    const { differing, asked } = await jobs();
    expect({ differing: differing.count, asked: asked.count }).toEqual(counts);
    expect([differing.draftId, asked.draftId]).toContain(mail.draftId);
    await db.admin`update mail_differences set settled_at = ${now}, settled_as = 'accepted' where team_id = ${mail.scope.teamId}`;
    expect(await jobs()).toMatchObject({ differing: { count: 0, draftId: null }, asked: { count: 0, draftId: null } });
  });
});

test("what left otherwise than signed is told so wherever it is told, and who waits for it is led to it", async () => {
  await differs("different");
  await db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, delivery_id, draft_type, subject, body, recipient_email, sent_at, sequence_step)
    select v.team_id, v.draft_id, v.contact_id, v.sender_account_id, v.campaign_id, v.campaign_contact_id, v.id, d.draft_type, 'Hi', '<p>Hi</p>', 'lena@x.example', ${hoursAgo(1)}, 1 from deliveries v join email_drafts d on d.id = v.draft_id where d.id = ${mail.draftId}`;
  await db.admin`update campaign_contacts set current_sequence_step = 1, wait_reason = 'left_otherwise' where campaign_id = ${mail.campaignId}`;
  const [row] = (await readCampaignContacts(mail.scope, mail.campaignId, { reason: "left_otherwise" }, 1)).rows;
  expect(row?.draftId).toBe(mail.draftId);
  const contact = await openContact(mail.scope, row?.contactId ?? "", now);
  expect(contact.enrolments[0]?.differingDraftId).toBe(mail.draftId);
  const told = async () => ({
    stream: (await readCampaign(mail.scope, mail.campaignId, now)).stream.map((event) => event.otherwise),
    history: (await openContact(mail.scope, row?.contactId ?? "", now)).happened.filter(({ kind }) => kind === "sent"),
  });
  expect(await told()).toMatchObject({ stream: [true], history: [{ otherwise: true }] });
  await db.admin`update mail_differences set settled_at = ${now}, settled_as = 'accepted' where team_id = ${mail.scope.teamId}`;
  expect(await told()).toMatchObject({ stream: [true], history: [{ otherwise: true }] });
  await set({ read_back: "explained" });
  expect(await told()).toMatchObject({ stream: [false], history: [{ otherwise: false }] });
});

test("a campaign that paused by itself names the mail; one that a person paused names the person", async () => {
  await differs("different");
  await db.admin`update campaigns set status = 'paused' where id = ${mail.campaignId}`;
  await db.admin`insert into campaign_pauses (team_id, campaign_id, paused_at) values (${mail.scope.teamId}, ${mail.campaignId}, ${hoursAgo(0.5)})`;
  const paused = async () => (await readCampaign(mail.scope, mail.campaignId, now)).head.paused;
  expect(await paused()).toEqual({ by: null, at: hoursAgo(0.5), all: false, draftId: mail.draftId, because: null });
  await db.admin`update campaign_pauses set paused_by = ${mail.scope.memberId}, paused_at = ${now} where campaign_id = ${mail.campaignId}`;
  expect(await paused()).toEqual({ by: "Anna Keller", at: now, all: false, draftId: null, because: null });
});
