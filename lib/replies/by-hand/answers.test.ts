import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedUnplaced } from "@/db/seed/seed-address";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { openContact } from "../../contacts/open-contact";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedNextReadyMail } from "../../sending/testing/seed-ready-mail";
import { findLeaver } from "../effects/find-leaver";
import { type MatchKeys, matchMessage } from "../match-message";
import { recordMessage } from "../record-message";
import { inReview, planned, seedByHand, standsByHand } from "../testing/seed-by-hand";
import { away, findingOf, human } from "../testing/seed-mailed";
import { foreseePlacing } from "../unplaced/foresee-placing";
import { placeMessage } from "../unplaced/place-message";
import { changeWhatHolds } from "./change-what-holds";

let db: TestDatabase;
let world: Awaited<ReturnType<typeof seedByHand>>;
const sentAt = new Date("2026-11-23T15:00:00Z");
const now = new Date("2026-11-24T15:00:00Z");
const tomorrow = new Date("2026-11-25T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await seedByHand(db.admin, sentAt, tomorrow);
});

const record = (finding: Parameters<typeof recordMessage>[1], teamId = world.first.scope.teamId) =>
  recordMessage(teamId, finding, now);
const next = () => standsByHand(db.admin, world.next.draftId);
const enrolled = async () =>
  (await db.admin`select status, ended_reason from campaign_contacts where id = ${world.enrolled.campaignContactId}`)[0];
const replies = () =>
  db.admin`select campaign_id, sent_email_id, contact_id, from_email from email_replies where team_id = ${world.first.scope.teamId}`;
const messages = () =>
  db.admin`select kind, campaign_contact_id, contact_id, matched_by, is_old from mailbox_messages where team_id = ${world.first.scope.teamId}`;

describe("whose a message is", () => {
  const keysOf = (change: Partial<MatchKeys>): MatchKeys => ({
    senderAccountId: world.first.senderAccountId,
    answers: [],
    conversationId: null,
    address: null,
    subject: "",
    report: false,
    ...change,
  });
  const match = (change: Partial<MatchKeys>, teamId = world.first.scope.teamId) =>
    withTeam({ teamId, memberId: null }, (tx) => matchMessage(tx, keysOf(change)));

  test.each<[string, () => Partial<MatchKeys> | Promise<Partial<MatchKeys>>, string]>([
    ["its Message-ID", () => ({ answers: [world.first.messageId] }), "headers"],
    ["its conversation", () => ({ conversationId: world.first.conversationId }), "conversation"],
    ["the address it went to", () => ({ address: world.first.email.toUpperCase(), subject: "Re: Hello" }), "address"],
    ["a report that names it", () => ({ answers: [world.first.messageId], report: true }), "report"],
    [
      "a report that returns our mark",
      async () => {
        const [row] = await db.admin`select send_key from deliveries where draft_id = ${world.first.draftId}`;
        return { report: true, sendKeys: [String(row?.send_key)] };
      },
      "report",
    ],
  ])("by %s", async (_, keys, matchedBy) => {
    const given = await keys();
    expect(await match(given)).toMatchObject({
      matchedBy,
      campaignContactId: null,
      campaignId: null,
      singleMailId: world.first.singleMailId,
      contactId: world.first.contactId,
      sentEmailId: world.first.sentEmailId,
      recipient: world.first.email.toLowerCase(),
    });
    expect(await match(given, (await seedTeam(db.admin)).scope.teamId)).toBeNull();
  });

  test("by its token, and for no other team", async () => {
    const leaver = (teamId: string) => withTeam({ teamId, memberId: null }, (tx) => findLeaver(tx, world.first.unsubscribeToken));
    expect(await leaver(world.first.scope.teamId)).toMatchObject({ matchedBy: "token", singleMailId: world.first.singleMailId });
    expect(await leaver((await seedTeam(db.admin)).scope.teamId)).toBeNull();
  });
});

describe("an answer to a mail by hand", () => {
  test("is kept, ends every campaign of theirs, sends what is signed back to Review, and stands on their page", async () => {
    expect(await next()).toEqual(planned);
    expect(await record(findingOf(world.first, human, now))).toBe(true);
    const { contactId, sentEmailId, email } = world.first;
    expect(await replies()).toEqual([
      { campaign_id: null, sent_email_id: sentEmailId, contact_id: contactId, from_email: email },
    ]);
    expect(await messages()).toMatchObject([{ kind: "reply", campaign_contact_id: null, contact_id: contactId, is_old: false }]);
    expect(await enrolled()).toEqual({ status: "replied", ended_reason: "replied" });
    expect(await next()).toEqual(inReview);
    const { happened } = await openContact(world.first.scope, contactId, now);
    expect(happened.map(({ kind }) => kind)).toContain("reply");
  });

  test("does the same where it takes a meeting", async () => {
    await record(findingOf(world.first, { kind: "meeting", wish: null }, now));
    expect(await next()).toEqual(inReview);
    expect(await enrolled()).toMatchObject({ ended_reason: "replied" });
  });

  test("found in two mailboxes at once acts once, of somebody who is in no campaign too", async () => {
    await db.admin`update campaign_contacts set status = 'completed' where id = ${world.enrolled.campaignContactId}`;
    const second = await seedMailbox(db.admin, world.first.scope.teamId, { email: "ben@contoso.com", displayName: "Ben" });
    const finding = findingOf(world.first, human, now, { internetMessageId: "<one@x.example>" });
    const copy = { ...finding, keys: { ...finding.keys, senderAccountId: second } };
    const done = await Promise.all([record(finding), record(copy)]);
    expect(done.sort()).toEqual([false, true]);
    expect(await replies()).toHaveLength(1);
    expect(await next()).toEqual(inReview);
  });

  test("that is automatic leaves what is planned by hand, and holds the campaign as ever", async () => {
    await record(findingOf(world.first, away("2026-12-01"), now));
    expect(await next()).toEqual(planned);
    const holds = await db.admin`select kind from contact_holds where campaign_contact_id = ${world.enrolled.campaignContactId}`;
    expect(holds).toEqual([{ kind: "out of office" }]);
    expect(await replies()).toEqual([]);
  });

  test("that is automatic, of which a person says that somebody wrote it, sends what is planned by hand back to Review", async () => {
    await record(findingOf(world.first, away("2026-12-01"), now));
    const { scope, contactId } = world.first;
    await changeWhatHolds(scope, contactId, { as: "back", day: "2026-12-03" }, now);
    expect(await next()).toEqual(planned);
    await changeWhatHolds(scope, contactId, { as: "reply" }, now);
    expect(await next()).toEqual(inReview);
    expect(await enrolled()).toMatchObject({ ended_reason: "replied" });
  });

  test("stays without effect where it came before anything had left to them", async () => {
    await record(findingOf(world.first, human, new Date("2026-11-20T00:00:00Z")));
    expect(await messages()).toMatchObject([{ is_old: true }]);
    expect(await next()).toEqual(planned);
    expect(await enrolled()).toMatchObject({ status: "pending" });
  });

  test("leaves a mail alone that was handed over", async () => {
    await seedDelivery(db.admin, world.next.draftId, { state: "reconciling", at: now });
    await record(findingOf(world.first, human, now));
    expect(await next()).toMatchObject({ stands: "open", slot: "pending", signature: "live" });
  });

  test("is nothing to another person’s mail by hand, nor to one that is over", async () => {
    const other = await seedNextReadyMail(db.admin, world.first, tomorrow);
    await db.admin`update single_mails set ended_reason = 'cancelled', ended_at = ${now} where id = ${world.next.singleMailId ?? ""}`;
    await record(findingOf(world.first, human, now));
    expect(await standsByHand(db.admin, other.draftId)).toEqual(planned);
    expect(await next()).toMatchObject({ stands: "cancelled", signature: "live" });
  });
});

describe("an answer elsewhere", () => {
  test("in a campaign’s thread sends what is signed by hand back to Review", async () => {
    const { enrolled: of } = world;
    const mailed = { ...of, sentEmailId: "", messageId: "<of-campaign@contoso.com>", conversationId: "of-campaign" };
    const ids = { internetMessageId: mailed.messageId, conversationId: mailed.conversationId };
    await seedDelivery(db.admin, of.draftId, { state: "accepted", at: sentAt, ...ids });
    await record(findingOf(mailed, human, now));
    expect(await enrolled()).toMatchObject({ status: "replied" });
    expect(await next()).toEqual(inReview);
  });

  test("of a colleague in their thread sends back what is signed to the colleague", async () => {
    const colleague = await seedNextReadyMail(db.admin, world.first, tomorrow);
    const domain = world.first.email.split("@")[1];
    await db.admin`update contacts set email = ${`col@${domain}`}, email_norm = ${`col@${domain}`} where id = ${colleague.contactId}`;
    await record(findingOf(world.first, human, now, { fromEmail: `col@${domain}` }));
    expect(await standsByHand(db.admin, colleague.draftId)).toEqual(inReview);
    expect(await next()).toEqual(inReview);
  });

  test("that is placed by hand says before what it does, joins the mail by hand, and does it", async () => {
    const messageId = await seedUnplaced(db.admin, world.first.senderAccountId, { from: "else@where.example", at: now });
    const { scope, contactId, sentEmailId } = world.first;
    expect(await foreseePlacing(scope, messageId, contactId)).toMatchObject({ joins: "Hello", counts: null, signedByHand: 1 });
    expect(await placeMessage(scope, messageId, contactId, now)).toMatchObject({ contactId, stopped: 1 });
    expect(await replies()).toMatchObject([{ campaign_id: null, sent_email_id: sentEmailId }]);
    expect(await next()).toEqual(inReview);
  });

  test.each<[string, boolean, typeof inReview]>([
    ["goes back to Review, though it belongs to no mail of ours", false, inReview],
    ["stays where we were told that they are not for us", true, planned],
  ])("what is signed to somebody who writes of something else %s", async (_, ignored, stands) => {
    const { scope, email } = world.first;
    if (ignored)
      await db.admin`insert into ignored_senders (team_id, email_norm) values (${scope.teamId}, ${email.toLowerCase()})`;
    const keys = { answers: [], conversationId: null, address: email, subject: "Our new address" };
    await record(findingOf(world.first, human, now, { fromEmail: email, subject: "Our new address", keys }));
    expect(await messages()).toMatchObject([{ kind: "reply", contact_id: null }]);
    expect(await next()).toEqual(stands);
    expect(await replies()).toEqual([]);
  });
});
