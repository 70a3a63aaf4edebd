import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseClock } from "@/db/access/database-clock";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { sendPlanned } from "../sending/run/send-planned";
import { giveConsent } from "../sending/testing/give-consent";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { lookFirst } from "./look-first/look-first";
import { pollMailbox } from "./poll-mailbox";
import { openMailbox, type PolledMailbox } from "./testing/polled-mailbox";
import { type DueFollowUp, seedDueFollowUp } from "./testing/seed-due-follow-up";

let world: MailWorld;
const mailbox = "anna@contoso.com";

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());

const suppressed = async (of: ReadyMail) =>
  (await world.db.admin`select email_norm, reason from suppressions where team_id = ${of.scope.teamId}`).map(
    (row) => `${row.email_norm}: ${row.reason}`,
  );
const status = async (of: ReadyMail) =>
  (await world.db.admin`select status, wait_reason from campaign_contacts where id = ${of.campaignContactId}`)[0]?.status;

describe("the button of a mail program", () => {
  let anna: PolledMailbox;
  beforeEach(async () => {
    anna = await openMailbox(world);
    await world.admin("POST", "settings", { lookupLagMs: 0, movedGoneMs: 0 });
    await anna.poll();
  });
  const theirs = () => `${anna.mail.email.toLowerCase()}: unsubscribed`;
  const put = (change: Record<string, unknown>) =>
    anna.put({ subject: `unsubscribe ${anna.mail.unsubscribeToken}`, body: { contentType: "text", content: "" }, ...change });

  test.each(["inbox", "junkemail", "archive", "deleteditems"])(
    "unsubscribes by the header of the mail, found in %s",
    async (folder) => {
      const id = await anna.sent();
      expect(await world.admin("POST", "unsubscribe-mail", { id, folder })).toEqual({ id: expect.any(String) });
      expect(await anna.poll()).toMatchObject({ written: 1 });
      expect([await suppressed(anna.mail), await status(anna.mail)]).toEqual([[theirs()], "unsubscribed"]);
      expect(await anna.count("email_replies")).toBe(0);
    },
  );

  test.each<[string, Record<string, unknown>]>([
    ["in HTML", { body: { contentType: "html", content: "<p><b>Please</b></p>" } }],
    ["in capitals", { subject: "UNSUBSCRIBE {token}" }],
    ["behind a gateway's mark", { subject: "[EXTERN] Re: unsubscribe {token}" }],
    ["with its blank left undecoded", { subject: "unsubscribe%20{token}" }],
    ["as an encoded word", { subject: "=?utf-8?Q?unsubscribe_{token}?=" }],
  ])("counts %s", async (_, { subject, ...more }) => {
    await anna.sent();
    const token = anna.mail.unsubscribeToken;
    const [to, from] = [anna.mail.email, { emailAddress: { address: anna.mail.email, name: "x" } }];
    await put({ from, ...more, ...(subject ? { subject: String(subject).replace("{token}", token) } : {}) });
    await anna.poll();
    expect([await suppressed(anna.mail), to]).toEqual([[theirs()], to]);
  });

  test("an automatic answer and a delivery report that quote its subject do nothing", async () => {
    await anna.sent();
    const subject = `unsubscribe ${anna.mail.unsubscribeToken}`;
    const from = { emailAddress: { address: anna.mail.email, name: "x" } };
    const headers = [{ name: "Auto-Submitted", value: "auto-replied" }];
    const away = { contentType: "text", content: "I am out of the office." };
    await put({ from, subject: `Automatic reply: ${subject}`, internetMessageHeaders: headers, body: away });
    const daemon = {
      emailAddress: { address: "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.com", name: "Microsoft Outlook" },
    };
    const raw = [
      `Subject: Undeliverable: ${subject}`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns;contoso.com",
      "",
      "Final-Recipient: rfc822;colleague@elsewhere.example",
      "Action: failed",
      "Status: 5.1.10",
      "",
      "--b--",
      "",
    ].join("\r\n");
    await put({ from: daemon, subject: `Undeliverable: ${subject}`, messageClass: "REPORT.IPM.Note.NDR", raw });
    await anna.poll();
    expect(await suppressed(anna.mail)).toEqual([]);
    expect(await status(anna.mail)).not.toBe("unsubscribed");
  });
});

describe("a follow-up with a slot three seconds ahead does not leave", () => {
  let campaign: ReadyMail;
  let mail: DueFollowUp;
  const within = 5000;
  beforeEach(async () => {
    await world.admin("POST", "reset", {});
    await world.admin("POST", "settings", {
      moveDelayMs: 0,
      deliveryDelayMs: 0,
      lookupLagMs: 0,
      movedGoneMs: 0,
      replySettlesMs: 0,
    });
    campaign = await seedReadyMail(world.db.admin, new Date(), { followUps: 1 });
    await giveConsent(world.db.admin, campaign);
    mail = await seedDueFollowUp(world, campaign, 1);
    await world.db
      .admin`update scheduled_emails set scheduled_for = now() + interval '3 seconds' where draft_id = ${mail.draftId}`;
  });
  const leaves = (subject = `unsubscribe ${mail.unsubscribeToken}`) =>
    world.admin("POST", "messages", {
      ...{ mailbox, subject, body: { contentType: "text", content: "" } },
      from: { emailAddress: { address: "other@private.example", name: "x" } },
    });
  const send = (hears: typeof lookFirst | null) =>
    sendPlanned(mail.scope, { ...mail, senderAccountId: campaign.senderAccountId }, databaseClock, hears);
  const slotPasses = async () => {
    const passed = async () =>
      (await world.db.admin`select now() > scheduled_for as passed from scheduled_emails where draft_id = ${mail.draftId}`)[0]
        ?.passed;
    await expect.poll(passed, { timeout: 10_000 }).toBe(true);
  };
  const nothingLeft = async () => {
    await world.settle();
    expect(await world.admin("GET", `mail?to=${encodeURIComponent(mail.email.toLowerCase())}`)).toEqual([]);
    const [ledger] = await world.db
      .admin`select count(*)::int as intents from delivery_intents i join deliveries v on v.id = i.delivery_id
      where v.draft_id = ${mail.draftId}`;
    const slots = await world.db.admin`select status from scheduled_emails where draft_id = ${mail.draftId}`;
    expect([ledger?.intents, slots.map((slot) => slot.status)]).toEqual([0, ["cancelled"]]);
  };

  test("after the look that found the mail which unsubscribes", async () => {
    await leaves();
    const began = performance.now();
    await pollMailbox(mail.scope, campaign.senderAccountId, new Date());
    expect(await status(mail)).toBe("unsubscribed");
    expect(performance.now() - began).toBeLessThan(within);
    await slotPasses();
    expect(await send(null)).toEqual({ kind: "ended" });
    await nothingLeft();
  });

  test("where only the look right before it finds that mail", async () => {
    await world.db.admin`update mailbox_watches set look_began_at = null where sender_account_id = ${campaign.senderAccountId}`;
    await world.db
      .admin`update mailbox_syncs set last_polled_at = now() - interval '1 hour' where sender_account_id = ${campaign.senderAccountId}`;
    await slotPasses();
    await leaves();
    expect(await send(lookFirst)).toEqual({ kind: "ended" });
    await nothingLeft();
  });
});
