import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedSingle } from "@/db/seed/seed-single";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { decideWish } from "../effects/decide-wish";
import { recordMessage } from "../record-message";
import { endedWithReader, planned, seedByHand, standsByHand } from "../testing/seed-by-hand";
import { asking, findingOf, human, report } from "../testing/seed-mailed";

let db: TestDatabase;
let world: Awaited<ReturnType<typeof seedByHand>>;
let draftId: string;
const sentAt = new Date("2026-11-23T15:00:00Z");
const now = new Date("2026-11-24T15:00:00Z");
const tomorrow = new Date("2026-11-25T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
/** Besides what is signed, a draft to the same person that nobody has signed. */
beforeEach(async () => {
  world = await seedByHand(db.admin, sentAt, tomorrow);
  const { scope, senderAccountId, contactId } = world.first;
  ({ draftId } = await seedSingle(db.admin, { ...scope, senderAccountId }, contactId));
});

const record = (finding: Parameters<typeof recordMessage>[1]) => recordMessage(world.first.scope.teamId, finding, now);
const next = () => standsByHand(db.admin, world.next.draftId);
const draft = async () => (await standsByHand(db.admin, draftId)).stands;
const enrolled = async () =>
  (await db.admin`select status, ended_reason from campaign_contacts where id = ${world.enrolled.campaignContactId}`)[0];
const suppressed = () =>
  db.admin`select reason, single_mail_id, campaign_contact_id from suppressions
    where team_id = ${world.first.scope.teamId} and email_norm = ${world.first.email.toLowerCase()} and lifted_at is null`;

describe("what says that they want no more ends what is written to them by hand", () => {
  test.each<[string, () => Parameters<typeof recordMessage>[1], string, string]>([
    ["words in an answer", () => findingOf(world.first, asking("remove"), now), "asked in a reply", "asked not to be mailed"],
    [
      "a complaint",
      () => findingOf(world.first, { kind: "complaint", recipient: world.first.email, originalMessageId: null }, now),
      "complained",
      "complained",
    ],
    [
      "their mail program’s own button",
      () =>
        findingOf(world.first, { kind: "unsubscribe", token: world.first.unsubscribeToken, otherwise: { kind: "other" } }, now, {
          keys: { answers: [] },
        }),
      "unsubscribed",
      "unsubscribed",
    ],
  ])("%s", async (_, finding, reason, ended) => {
    expect(await record(finding())).toBe(true);
    expect(await suppressed()).toEqual([{ reason, single_mail_id: world.first.singleMailId, campaign_contact_id: null }]);
    expect(await enrolled()).toEqual({ status: "unsubscribed", ended_reason: ended });
    expect([await next(), await draft()]).toEqual([endedWithReader, "suppressed"]);
  });

  test("a person who reads it in an answer", async () => {
    await record(findingOf(world.first, human, now));
    const [message] = await db.admin`select id from mailbox_messages where team_id = ${world.first.scope.teamId}`;
    await decideWish(world.first.scope, String(message?.id), "remove", now);
    expect(await suppressed()).toMatchObject([{ reason: "asked in a reply", single_mail_id: world.first.singleMailId }]);
    expect(await next()).toMatchObject({ stands: "suppressed", slot: "cancelled" });
    expect(await draft()).toBe("suppressed");
  });

  test("an answer that asks for something else ends nothing by hand", async () => {
    await record(findingOf(world.first, asking("later"), now));
    expect(await suppressed()).toEqual([]);
    expect([(await next()).stands, await draft()]).toEqual(["open", "open"]);
  });
});

describe("a report about a mail by hand", () => {
  const returned = (blames: Parameters<typeof report>[0], recipient: string | null = world.first.email) =>
    record(findingOf(world.first, report(blames, { recipient }), now, { fromEmail: "mailer-daemon@mx.example" }));
  const sent = async () => (await db.admin`select status from sent_emails where id = ${world.first.sentEmailId}`)[0]?.status;

  test("that the address is dead suppresses it, and ends what would go there, by hand or in a campaign", async () => {
    expect(await returned("address")).toBe(true);
    expect(await suppressed()).toEqual([
      { reason: "bounced", single_mail_id: world.first.singleMailId, campaign_contact_id: null },
    ]);
    expect(await sent()).toBe("bounced");
    expect([await next(), await draft()]).toEqual([endedWithReader, "suppressed"]);
    expect(await enrolled()).toEqual({ status: "completed", ended_reason: "suppressed" });
  });

  test("leaves what goes to another address of theirs", async () => {
    await db.admin`update single_mails set recipient_email = 'new@x.example' where draft_id = ${draftId}`;
    await returned("address");
    expect(await draft()).toBe("open");
  });

  test("that names no address says so of the mail alone", async () => {
    await returned("address", null);
    expect(await suppressed()).toEqual([]);
    expect([await sent(), await next()]).toEqual(["bounced", planned]);
  });

  test.each(["for now", "policy", "delayed", "forwarder"] as const)("that blames “%s” changes nothing", async (blames) => {
    expect(await returned(blames)).toBe(true);
    expect(await suppressed()).toEqual([]);
    expect([await sent(), await next(), await draft()]).toEqual(["sent", planned, "open"]);
  });

  test("of a campaign’s mail ends what is planned by hand to the same address", async () => {
    const { enrolled: of } = world;
    const mailed = { ...of, sentEmailId: "", messageId: "<of-campaign@contoso.com>", conversationId: "c" };
    await db.admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, state, send_key, request_hash, internet_message_id, submitted_at, accepted_at)
      select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, 'accepted', replace(gen_random_uuid()::text, '-', ''), 'h', ${mailed.messageId}, ${sentAt}, ${sentAt}
      from email_drafts where id = ${of.draftId}`;
    await record(
      findingOf(mailed, report("address", { recipient: mailed.email }), now, { fromEmail: "mailer-daemon@mx.example" }),
    );
    expect(await enrolled()).toMatchObject({ status: "bounced" });
    expect([await next(), await draft()]).toEqual([endedWithReader, "suppressed"]);
  });
});
