import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readComplaints } from "../../analytics/read-complaints";
import { changeHold } from "../../campaigns/hold/change-hold";
import { pauseCampaign } from "../../campaigns/pause-campaign";
import { readCampaign } from "../../campaigns/read/read-campaign";
import { resumeCampaign } from "../../campaigns/resume-campaign";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedNextReadyMail, seedReadyMail, seedSamePerson } from "../../sending/testing/seed-ready-mail";
import { recordMessage } from "../record-message";
import { findingOf, human, type Mailed, report, seedMailed } from "../testing/seed-mailed";

let db: TestDatabase;
let mail: Mailed;
const at = (text: string) => new Date(`2026-${text}Z`);
const sentAt = at("11-23T15:00");
const came = at("11-24T15:00");
const now = at("11-24T15:01");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 2 }), sentAt);
});

type Change = Parameters<typeof findingOf>[3];
const record = (what: ReturnType<typeof report>, change: Change = {}, receivedAt = came, of = mail) =>
  recordMessage(
    of.scope.teamId,
    findingOf(of, what, receivedAt, { fromEmail: "mailer-daemon@mx.example", ...change }),
    receivedAt,
  );
const standing = async (of: { campaignContactId: string } = mail) =>
  (
    await db.admin`select status, ended_reason, wait_reason, replied_at, bounced_at from campaign_contacts where id = ${of.campaignContactId}`
  )[0];
const suppressed = async () =>
  (await db.admin`select email_norm, reason from suppressions where team_id = ${mail.scope.teamId}`).map((row) => [
    row.email_norm,
    row.reason,
  ]);
const kept = async () =>
  (
    await db.admin`select kind, blames, status_code, failed_address, says, contact_id is not null as placed from mailbox_messages where team_id = ${mail.scope.teamId} order by created_at`
  ).at(-1);
const dead = (recipient: string | null = mail.email) => report("address", { recipient });

describe("a dead address", () => {
  test("ends the contact as bounced, marks the mail and suppresses the address; other campaigns to it end as well", async () => {
    const other = await seedSamePerson(db.admin, mail, sentAt);
    await record(dead());
    expect(await standing()).toMatchObject({ status: "bounced", ended_reason: "bounced", replied_at: null, bounced_at: came });
    expect(await standing(other)).toMatchObject({ status: "completed", ended_reason: "suppressed" });
    expect(await suppressed()).toEqual([[mail.email.toLowerCase(), "bounced"]]);
    expect(await db.admin`select status from sent_emails where id = ${mail.sentEmailId}`).toEqual([{ status: "bounced" }]);
    expect(await kept()).toMatchObject({ kind: "bounce", blames: "address", status_code: "5.1.1", says: "550 said so" });
  });

  test.each([
    ["in capitals", (to: string) => to.toUpperCase()],
    ["with a tag", (to: string) => to.replace("@", "+news@")],
    ["in brackets", (to: string) => `<${to}>`],
    ["with the type before it", (to: string) => `rfc822;${to}`],
  ])("that is written %s is the one we wrote to", async (_, form) => {
    await record(dead(form(mail.email)));
    expect(await suppressed()).toHaveLength(1);
  });

  test("in another alphabet is the one we wrote to", async () => {
    await db.admin`update campaign_contacts set recipient_email = 'lena@münchen.example' where id = ${mail.campaignContactId}`;
    await record(dead("lena@xn--mnchen-3ya.example"));
    expect(await suppressed()).toEqual([["lena@münchen.example", "bounced"]]);
  });

  test("that was theirs before is theirs", async () => {
    await db.admin`update contacts set email = 'new@elsewhere.example', email_norm = 'new@elsewhere.example' where id = ${mail.contactId}`;
    await record(dead());
    expect(await standing()).toMatchObject({ status: "bounced" });
    expect(await suppressed()).toEqual([[mail.email.toLowerCase(), "bounced"]]);
  });

  test("behind a forward is noted, and goes on", async () => {
    await record(dead("old@elsewhere.example"));
    expect(await standing()).toMatchObject({ status: "in_progress" });
    expect(await suppressed()).toEqual([]);
    expect(await kept()).toMatchObject({ kind: "soft_bounce", blames: "forwarder", failed_address: "old@elsewhere.example" });
  });

  test("that the report does not name ends the contact, and suppresses nobody", async () => {
    await record(dead(null), { keys: { address: null } });
    expect(await standing()).toMatchObject({ status: "bounced" });
    expect(await suppressed()).toEqual([]);
  });

  test.each(["got every mail", "stopped by hand"])("that is told of late, after %s, counts as for others", async (reason) => {
    await db.admin`update campaign_contacts set status = 'completed', ended_reason = ${reason} where id = ${mail.campaignContactId}`;
    await db.admin`update campaigns set status = 'completed' where id = ${mail.campaignId}`;
    await record(dead());
    expect(await standing()).toMatchObject({ status: "bounced", ended_reason: "bounced", bounced_at: came });
    expect(await suppressed()).toHaveLength(1);
  });

  test("of one who answered is suppressed, and they stay somebody who answered", async () => {
    await record(human, { fromEmail: mail.email, keys: { address: mail.email } });
    await record(dead(), {}, at("11-24T16:00"));
    expect(await standing()).toMatchObject({ status: "replied", replied_at: came });
    expect(await suppressed()).toHaveLength(1);
  });

  test("told of twice bounces once", async () => {
    await record(dead());
    await record(dead(), {}, at("11-24T16:00"));
    expect(await standing()).toMatchObject({ status: "bounced", bounced_at: came });
    expect(await suppressed()).toHaveLength(1);
  });
});

describe("whose report it is", () => {
  const noIds = { answers: [], conversationId: null };

  test("an address alone is anybody's word; it is written down for a person to place", async () => {
    await record(dead(), { keys: noIds });
    expect(await standing()).toMatchObject({ status: "in_progress" });
    expect(await suppressed()).toEqual([]);
    expect(await kept()).toMatchObject({ kind: "bounce", placed: false });
  });

  test("our own Exchange is believed", async () => {
    await record(dead(), { keys: noIds, byExchange: true, isInside: true });
    expect(await standing()).toMatchObject({ status: "bounced" });
  });

  test("our own mark in the mail that came back is believed", async () => {
    const [row] = await db.admin`select send_key from deliveries where draft_id = ${mail.draftId}`;
    await record(dead(), { keys: noIds, sendKeys: [String(row?.send_key)] });
    expect(await standing()).toMatchObject({ status: "bounced" });
  });

  test("another team's mark says nothing here", async () => {
    const theirs = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt), sentAt);
    const [row] = await db.admin`select send_key from deliveries where draft_id = ${theirs.draftId}`;
    await record(dead(), { keys: noIds, sendKeys: [String(row?.send_key)] });
    expect([await standing(), await standing(theirs)]).toMatchObject([{ status: "in_progress" }, { status: "in_progress" }]);
  });
});

describe("a mail that came back for now", () => {
  const later = report("for now", { status: "4.2.2" });
  const again = async (day: number) => {
    const sent = at(`11-${day}T14:00`);
    await db.admin`insert into sent_emails (team_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, draft_type, subject, body, recipient_email, sent_at)
      select team_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, draft_type, subject, body, recipient_email, ${sent} from sent_emails where id = ${mail.sentEmailId}`;
    await record(later, {}, at(`11-${day}T15:00`));
  };
  const holds = () =>
    db.admin`select kind, until, ended from contact_holds where campaign_contact_id = ${mail.campaignContactId} order by began_at`;

  test("changes nothing, twice; the third in seven days waits for a person, in every campaign", async () => {
    const other = await seedSamePerson(db.admin, mail, sentAt);
    await again(23);
    await again(25);
    expect(await holds()).toEqual([]);
    await again(28);
    expect(await holds()).toEqual([{ kind: "bounced often", until: null, ended: null }]);
    expect([await standing(), await standing(other)]).toMatchObject([
      { status: "in_progress", wait_reason: "bounced_often" },
      { wait_reason: "bounced_often" },
    ]);
    expect(await suppressed()).toEqual([]);
  });

  test("three times in eight days does not", async () => {
    for (const day of [20, 24, 28]) await again(day);
    expect(await holds()).toEqual([]);
  });

  test("and is told of three times is one mail", async () => {
    for (const hour of [15, 16, 17]) await record(later, {}, at(`11-24T${hour}:00`));
    expect(await holds()).toEqual([]);
  });

  test("once more after a person let them go on waits for three again", async () => {
    for (const day of [23, 24, 25]) await again(day);
    await changeHold(mail.scope, mail.contactId, { as: "released" }, at("11-25T16:00"));
    await again(26);
    expect(await holds()).toEqual([{ kind: "bounced often", until: null, ended: "released" }]);
  });
});

test.each(["forwarder", "delayed", "ours"] as const)("a report that blames %s stops nobody", async (blames) => {
  await record(report(blames));
  expect(await standing()).toMatchObject({ status: "in_progress", wait_reason: "delay" });
  expect(await kept()).toMatchObject({ kind: "soft_bounce", blames });
  expect(await suppressed()).toEqual([]);
});

describe("a rule that refuses the text", () => {
  const refused = report("policy", { status: "5.7.1", says: "550 5.7.1 Rule ‘No invoices’\r\n refused it" });
  const words = "550 5.7.1 Rule ‘No invoices’ refused it";
  const pauses = () =>
    db.admin`select because, paused_by, resumed_at from campaign_pauses where campaign_id = ${mail.campaignId} order by paused_at`;
  const resume = async (when: Date) => {
    const { head } = await readCampaign(mail.scope, mail.campaignId, when);
    if (!head.pause) throw new Error("It is not paused.");
    await resumeCampaign(mail.scope, mail.campaignId, head.pause, when);
  };

  test("pauses the campaign with its words, and suppresses nobody", async () => {
    await record(refused);
    expect(await pauses()).toEqual([{ because: words, paused_by: null, resumed_at: null }]);
    expect((await readCampaign(mail.scope, mail.campaignId, now)).head.paused).toMatchObject({ by: null, because: words });
    expect(await standing()).toMatchObject({ status: "in_progress", wait_reason: "paused" });
    expect(await suppressed()).toEqual([]);
    const told = await db.admin`select verb, contact_id, detail from activities where campaign_id = ${mail.campaignId}`;
    expect(told).toEqual([{ verb: "paused by a report", contact_id: mail.contactId, detail: { says: words } }]);
  });

  test("does not pause what is paused", async () => {
    await pauseCampaign(mail.scope, mail.campaignId, came);
    await record(refused);
    expect(await pauses()).toMatchObject([{ because: null }]);
  });

  test("told of again, about mail that left before somebody resumed, pauses nothing; about mail that left since, it does", async () => {
    const second = await seedMailed(db.admin, await seedNextReadyMail(db.admin, mail, sentAt, 1), sentAt);
    await record(refused);
    await resume(at("11-24T16:00"));
    await record(refused, {}, at("11-24T17:00"), second);
    expect(await pauses()).toHaveLength(1);
    const third = await seedMailed(db.admin, await seedNextReadyMail(db.admin, mail, sentAt, 2), at("11-24T18:00"));
    await record(refused, {}, at("11-24T18:01"), third);
    expect(await pauses()).toMatchObject([{ resumed_at: at("11-24T16:00") }, { because: words, resumed_at: null }]);
  });

  test("five at once pause once", async () => {
    await Promise.all(Array.from({ length: 5 }, () => record(refused)));
    expect(await pauses()).toHaveLength(1);
  });
});

describe("a report about ourselves", () => {
  const troubles = async () =>
    (
      await db.admin`select email, trouble, trouble_code from sender_accounts where team_id = ${mail.scope.teamId} order by email`
    ).map((row) => [row.email, row.trouble, row.trouble_code]);
  const own = (reach: "mailbox" | "tenant" | null) => report("ours", { status: "5.7.708", reach });
  const exchange = { byExchange: true, isInside: true };
  beforeEach(async () => {
    await seedMailbox(db.admin, mail.scope.teamId, { email: "ben@contoso.com", displayName: "Ben" });
    await seedMailbox(db.admin, mail.scope.teamId, { email: "old@contoso.com", displayName: "Old", status: "removed" });
  });

  test("pauses the mailbox, or every connected one where the tenant is blamed", async () => {
    await record(own("mailbox"), exchange);
    const ben = ["ben@contoso.com", null, null];
    const old = ["old@contoso.com", null, null];
    expect(await troubles()).toEqual([["anna@contoso.com", "limited", "5.7.708"], ben, old]);
    await record(own("tenant"), exchange);
    expect(await troubles()).toEqual([
      ["anna@contoso.com", "limited", "5.7.708"],
      ["ben@contoso.com", "limited", "5.7.708"],
      old,
    ]);
  });

  test("that only another server turns us away pauses nothing", async () => {
    await record(own(null), exchange);
    expect((await troubles()).map(([, trouble]) => trouble)).toEqual([null, null, null]);
  });

  test.each([
    ["from another server", {}],
    ["about no mail of ours", { ...exchange, keys: { answers: [], address: "x@y.example" } }],
  ])("%s pauses nothing", async (_, change) => {
    await record(own("tenant"), change);
    expect((await troubles()).map(([, trouble]) => trouble)).toEqual([null, null, null]);
  });

  test("that is read again after the pause was lifted pauses nothing", async () => {
    const same = { ...exchange, internetMessageId: "<own@contoso.com>" };
    await record(own("mailbox"), same);
    await db.admin`update sender_accounts set trouble = null, trouble_code = null, trouble_until = null where team_id = ${mail.scope.teamId}`;
    await record(own("mailbox"), same);
    expect((await troubles())[0]).toEqual(["anna@contoso.com", null, null]);
  });
});

test("complaints are told to whoever looks at Today, of their own team and of late", async () => {
  const complaint = { kind: "complaint", recipient: null, originalMessageId: mail.messageId } as const;
  await recordMessage(mail.scope.teamId, findingOf(mail, complaint, came), now);
  const read = (when: Date, scope = mail.scope) => withTeam(scope, (tx) => readComplaints(tx, when));
  expect(await read(now)).toEqual([{ contactId: mail.contactId, name: "Mara Winter", campaignName: "C", at: now }]);
  expect(await read(at("12-10T15:00"))).toEqual([]);
  expect(await read(now, (await seedReadyMail(db.admin, sentAt)).scope)).toEqual([]);
});
