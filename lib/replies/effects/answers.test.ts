import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedNextReadyMail, seedReadyMail, seedSamePerson } from "../../sending/testing/seed-ready-mail";
import { recordMessage } from "../record-message";
import { asking, findingOf, human, type Mailed, seedMailed } from "../testing/seed-mailed";
import { decideWish } from "./decide-wish";

let db: TestDatabase;
let mail: Mailed;
const sentAt = new Date("2026-11-23T15:00:00Z");
const came = new Date("2026-11-24T15:00:00Z");
const now = new Date("2026-11-24T15:01:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 2 }), sentAt);
});

const record = (of: Mailed, what = human, change: Parameters<typeof findingOf>[3] = {}) =>
  recordMessage(of.scope.teamId, findingOf(of, what, came, change), now);
const standing = async (of: { campaignContactId: string }) =>
  (await db.admin`select status, ended_reason, replied_at from campaign_contacts where id = ${of.campaignContactId}`)[0];
const count = async (table: string, of: Mailed = mail) =>
  Number((await db.admin`select count(*)::int as n from ${db.admin(table)} where team_id = ${of.scope.teamId}`)[0]?.n);
const suppressed = async () =>
  (await db.admin`select email_norm, reason from suppressions where team_id = ${mail.scope.teamId}`).map((row) => [
    row.email_norm,
    row.reason,
  ]);
const messages = () =>
  db.admin`select id, kind, wish, wish_by, wish_sentence, contact_id from mailbox_messages where team_id = ${mail.scope.teamId} order by created_at`;

describe("an answer", () => {
  test.each([
    ["a person's", human],
    ["a meeting's", { kind: "meeting", wish: null } as const],
  ])("%s ends the contact here and in other campaigns, from when it came", async (_, what) => {
    const other = await seedSamePerson(db.admin, mail, sentAt);
    await record(mail, what);
    expect(await standing(mail)).toEqual({ status: "replied", ended_reason: "replied", replied_at: came });
    expect(await standing(other)).toEqual({ status: "replied", ended_reason: "replied", replied_at: came });
    expect(await count("email_replies")).toBe(1);
  });

  test.each([
    ["completed", "got every mail"],
    ["completed", "stopped by hand"],
    ["bounced", "bounced"],
    ["unsubscribed", "unsubscribed"],
  ])("that comes late is noted for one who is %s (%s), and changes nothing else", async (status, reason) => {
    await db.admin`update campaign_contacts set status = ${status}, ended_reason = ${reason} where id = ${mail.campaignContactId}`;
    await record(mail);
    expect(await standing(mail)).toEqual({ status, ended_reason: reason, replied_at: came });
  });

  test("lets a campaign with nobody left be finished at once", async () => {
    await record(mail);
    const asked =
      await db.admin`select data->>'campaignId' as id from outbox where team_id = ${mail.scope.teamId} and name = 'campaign/feed'`;
    expect(asked).toEqual([{ id: mail.campaignId }]);
  });

  test("asks no model where there is none", async () => {
    await record(mail);
    expect(await db.admin`select 1 from outbox where team_id = ${mail.scope.teamId} and name = 'mailbox/answered'`).toEqual([]);
  });

  test("of another team stays there", async () => {
    const theirs = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 1 }), sentAt);
    const keys = { senderAccountId: theirs.senderAccountId, address: "somebody@else.example" };
    await recordMessage(theirs.scope.teamId, findingOf(mail, human, came, { keys }), now);
    expect(await standing(mail)).toMatchObject({ status: "in_progress" });
    expect(await count("email_replies", theirs)).toBe(0);
  });
});

describe("where an answer stops the campaign for the company", () => {
  let colleague: Mailed;
  let stranger: Mailed;
  beforeEach(async () => {
    colleague = await seedMailed(db.admin, await seedNextReadyMail(db.admin, mail, sentAt, 1), sentAt);
    stranger = await seedMailed(db.admin, await seedNextReadyMail(db.admin, mail, sentAt, 2), sentAt);
    await db.admin`update campaign_settings set reply_stops = 'company' where campaign_id = ${mail.campaignId}`;
    await address(colleague, `second@${mail.email.split("@")[1]}`, "Elsewhere");
  });
  const address = (of: Mailed, email: string, company: string | null) =>
    db.admin`update contacts set email = ${email}, email_norm = ${email.toLowerCase()}, company = ${company} where id = ${of.contactId}`;

  test("it ends for those of the same domain, and for nobody else", async () => {
    await record(mail);
    expect(await standing(colleague)).toEqual({ status: "completed", ended_reason: "company answered", replied_at: null });
    expect(await standing(stranger)).toMatchObject({ status: "in_progress" });
  });

  test("it ends for those of the same company, however it is written", async () => {
    await address(mail, "one@brandt.example", "Brandt  ".trim());
    await address(colleague, "two@holding.example", "  BRANDT ");
    await record(mail, human, { fromEmail: "one@brandt.example" });
    expect(await standing(colleague)).toMatchObject({ ended_reason: "company answered" });
  });

  test("two who write from a provider for everybody are no company", async () => {
    await address(mail, "one@gmail.com", null);
    await address(colleague, "two@gmail.com", "");
    await record(mail, human, { fromEmail: "one@gmail.com" });
    expect(await standing(colleague)).toMatchObject({ status: "in_progress" });
  });

  test("a late answer ends it for them too", async () => {
    await db.admin`update campaign_contacts set status = 'completed', ended_reason = 'got every mail' where id = ${mail.campaignContactId}`;
    await record(mail);
    expect(await standing(colleague)).toMatchObject({ ended_reason: "company answered" });
  });

  test("two colleagues who answer at the same moment both count as having answered, or one of them was first", async () => {
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([record(mail), record(colleague)]);
      for (const one of [mail, colleague]) expect(await standing(one)).toMatchObject({ replied_at: came });
      expect(await count("email_replies")).toBe(2 * (round + 1));
      await db.admin`update campaign_contacts set status = 'in_progress', ended_reason = null, replied_at = null, wait_reason = 'delay' where campaign_id = ${mail.campaignId}`;
    }
  });

  test("where it stops for the person alone, it goes on for the others", async () => {
    await db.admin`update campaign_settings set reply_stops = 'person' where campaign_id = ${mail.campaignId}`;
    await record(mail);
    expect(await standing(colleague)).toMatchObject({ status: "in_progress" });
  });
});

describe("a wish", () => {
  test("for no more mail suppresses and ends everywhere, and is an answer all the same", async () => {
    const other = await seedSamePerson(db.admin, mail, sentAt);
    await record(mail, asking("remove"));
    const ended = { status: "unsubscribed", ended_reason: "asked not to be mailed", replied_at: came };
    expect(await standing(mail)).toEqual(ended);
    expect(await standing(other)).toEqual(ended);
    expect(await suppressed()).toEqual([[mail.email.toLowerCase(), "asked in a reply"]]);
    expect(await count("email_replies")).toBe(1);
  });

  test("of the person's own is never lifted as if the team had decided it", async () => {
    await db.admin`insert into suppressions (team_id, email_norm, reason) values (${mail.scope.teamId}, ${mail.email.toLowerCase()}, 'by hand')`;
    await record(mail, asking("remove"));
    expect(await suppressed()).toEqual([[mail.email.toLowerCase(), "asked in a reply"]]);
  });

  test.each(["wrong person", "later", "left"] as const)(
    "%s is proposed, with its sentence, and does nothing more",
    async (wish) => {
      await record(mail, asking(wish));
      expect(await messages()).toMatchObject([{ wish, wish_by: "words", wish_sentence: `They want ${wish}.` }]);
      expect(await standing(mail)).toMatchObject({ ended_reason: "replied" });
      expect(await suppressed()).toEqual([]);
    },
  );

  test.each([
    ["remove", "asked not to be mailed", 1],
    ["left", "left the company", 0],
    ["later", null, 0],
    ["wrong person", null, 0],
    [null, null, 0],
  ] as const)("that a person decides, %s, does what it says", async (wish, reason, lifted) => {
    const other = await seedSamePerson(db.admin, mail, sentAt);
    await record(mail, asking("later"), { isBulk: false });
    await db.admin`update campaign_contacts set status = 'pending', ended_reason = null, replied_at = null where id = ${other.campaignContactId}`;
    const [message] = await messages();
    await decideWish(mail.scope, String(message?.id), wish, now);
    expect(await messages()).toMatchObject([{ wish, wish_by: "person" }]);
    expect((await standing(other))?.ended_reason).toBe(reason);
    expect(await suppressed()).toHaveLength(lifted);
    expect(await standing(mail)).toMatchObject({ ended_reason: "replied", replied_at: came });
  });

  test("is decided by the message's own team only", async () => {
    await record(mail, asking("later"));
    const theirs = await seedReadyMail(db.admin, sentAt);
    const [message] = await messages();
    await expect(decideWish(theirs.scope, String(message?.id), "remove", now)).rejects.toMatchObject({ code: "not_found" });
    expect(await suppressed()).toEqual([]);
  });
});

test("a complaint suppresses, ends everywhere and is told", async () => {
  const other = await seedSamePerson(db.admin, mail, sentAt);
  await record(
    mail,
    { kind: "complaint", recipient: mail.email, originalMessageId: mail.messageId },
    { fromEmail: "fbl@isp.example" },
  );
  const ended = { status: "unsubscribed", ended_reason: "complained", replied_at: null };
  expect(await standing(mail)).toEqual(ended);
  expect(await standing(other)).toEqual(ended);
  expect(await suppressed()).toEqual([[mail.email.toLowerCase(), "complained"]]);
  expect(await count("email_replies")).toBe(0);
  const told =
    await db.admin`select contact_id, detail from activities where team_id = ${mail.scope.teamId} and verb = 'received a complaint'`;
  expect(told).toEqual([{ contact_id: mail.contactId, detail: { campaignId: mail.campaignId } }]);
});

test("one message in two mailboxes that belongs to two campaigns of a person acts once", async () => {
  const ben = await seedMailbox(db.admin, mail.scope.teamId, { email: "ben@contoso.com", displayName: "Ben Ortiz" });
  const second = await seedMailed(db.admin, await seedSamePerson(db.admin, mail, sentAt), sentAt);
  await db.admin`update deliveries set sender_account_id = ${ben} where campaign_contact_id = ${second.campaignContactId}`;
  const same = { internetMessageId: "<both@x.example>" };
  const written = await Promise.all([
    record(mail, human, same),
    record({ ...second, email: mail.email }, human, { ...same, keys: { senderAccountId: ben } }),
  ]);
  expect(written.filter(Boolean)).toHaveLength(1);
  expect(await count("email_replies")).toBe(1);
  expect(await count("mailbox_messages")).toBe(1);
});
