import { describe, expect, test } from "vitest";
import { answeredIds } from "./answered-ids";
import type { ReceivedMessage } from "./received-message";
import { needsRaw, understand } from "./understand";

const plain: ReceivedMessage = {
  from: "lena@hotmail.example",
  subject: "Re: Invoices",
  text: "Thursday at ten works.",
  body: "Thursday at ten works.",
  isUnique: true,
  receivedAt: null,
  messageClass: "IPM.Note",
  odataType: "#microsoft.graph.message",
  headers: [],
};
const us = { addresses: ["anna@contoso.com", "anna@contoso-group.com"], domains: ["contoso.com"] };
const understood = (change: Partial<ReceivedMessage>) =>
  understand({ ...plain, ...(change.text === undefined ? {} : { body: change.text }), ...change }, us, null);
const kind = async (change: Partial<ReceivedMessage>) => (await understood(change)).kind;
const header = (name: string, value: string) => ({ headers: [{ name, value }] });
const inThread = { name: "In-Reply-To", value: "<first@contoso.com>" };

test("a person's answer is theirs, through whatever it was sent", async () => {
  expect(await kind({})).toBe("human");
  expect(await kind(header("Auto-Submitted", "no"))).toBe("human");
  // An instruction to the receiver's server, carried by ordinary notifications too.
  expect(await kind(header("X-Auto-Response-Suppress", "All"))).toBe("human");
  expect(await kind({ subject: "Automation: does it reply automatically?" })).toBe("human");
  expect(
    await kind({
      subject: "Invoices",
      headers: [inThread, { name: "List-Id", value: "<x.example>" }, { name: "Precedence", value: "list" }],
    }),
  ).toBe("human");
});

test.each([
  "Anna@Contoso.com",
  "anna@contoso-group.com",
  "ben@contoso.com",
  "/O=EXCHANGELABS/OU=EXCHANGE ADMINISTRATIVE GROUP (FYDIBOHF23SPDLT)/CN=RECIPIENTS/CN=9D2E-BEN",
  "IMCEAEX-_O=EXCHANGELABS_OU=X_CN=BEN@eurprd05.prod.outlook.com",
])("what %s writes is ours", async (from) => {
  expect(await kind({ from })).toBe("ours");
});

describe("an automatic answer", () => {
  test.each([
    ["Auto-Submitted", "auto-replied"],
    ["X-Autoreply", "yes"],
    ["Return-Path", "<>"],
  ])("by its header %s: %s", async (name, value) => {
    expect(await kind(header(name, value))).toBe("automatic");
  });
  test.each(["Automatic reply: Invoices", "Automatische Antwort: Rechnungen", "Réponse automatique : Factures"])(
    "by its subject %s",
    async (subject) => {
      expect(await kind({ subject })).toBe("automatic");
    },
  );
  test("by its class", async () => {
    expect(await kind({ messageClass: "IPM.Note.Rules.OofTemplate.Microsoft" })).toBe("automatic");
  });
  test("asks to be removed like a person does; who is gone has only left", async () => {
    const auto = { headers: [{ name: "Auto-Submitted", value: "auto-replied" }] };
    expect(
      await understood({ ...auto, text: "We buy nothing by mail. Please take this address off any list you keep." }),
    ).toMatchObject({
      wish: { wants: "remove" },
    });
    expect(
      await understood({ ...auto, text: "Lena no longer works here. Please remove this address from your list." }),
    ).toMatchObject({
      wish: { wants: "left" },
    });
    expect(await understood({ ...auto, text: "I am away until May. Please contact Ben in March or later." })).toMatchObject({
      wish: null,
    });
  });
});

test("the mailbox of a colleague that answers by itself answers us; our own does not", async () => {
  const answer = { subject: "Automatic reply: Invoices", ...header("Auto-Submitted", "auto-replied") };
  expect(await kind({ from: "ben@contoso.com", ...answer })).toBe("automatic");
  expect(await kind({ from: "anna@contoso.com", ...answer })).toBe("ours");
});

test("a report is known by its class or its sender, and asks for its raw text", async () => {
  const words = "lena@hotmail.example: 550 5.1.10 not found";
  for (const change of [
    { messageClass: "REPORT.IPM.Note.NDR" },
    { from: "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.com", subject: "Undeliverable: Invoices" },
    { from: "mailer-daemon@x.example", ...header("Content-Type", "multipart/report; report-type=delivery-status") },
  ]) {
    expect(await kind({ ...change, text: words })).toBe("report");
    expect(needsRaw({ ...plain, ...change })).toBe(true);
  }
  expect(await kind({ from: "mailer-daemon@x.example", text: "Please remove me from your list." })).not.toBe("human");
  expect(await kind({ from: "postmaster@x.example", subject: "I am a person" })).toBe("human");
  expect(needsRaw(plain)).toBe(false);
});

describe("what concerns nobody", () => {
  test.each<[string, Partial<ReceivedMessage>]>([
    ["no sender", { from: null }],
    ["an empty sender", { from: "" }],
    ["voice mail", { messageClass: "IPM.Note.Microsoft.Voicemail.UM.CA" }],
    ["a receipt of reading", { messageClass: "REPORT.IPM.Note.IPNRN" }],
    ["a receipt of throwing away", { messageClass: "REPORT.IPM.Note.IPNNRN" }],
    ["a receipt by its form", header("Content-Type", "multipart/report; report-type=disposition-notification; boundary=x")],
    ["a newsletter", { subject: "This week", ...header("List-Unsubscribe", "<https://x.example/u>") }],
    ["a list's mail", { subject: "This week", ...header("Precedence", "list") }],
    ["a service", { from: "no-reply@share.example", subject: "Ben shared a file" }],
    ["a notice", { from: "teams@x.example", subject: "You were mentioned", ...header("Auto-Submitted", "auto-generated") }],
    ["a meeting passed on", { messageClass: "IPM.Schedule.Meeting.Notification.Forward", text: "Lena forwarded it" }],
  ])("%s", async (_, change) => {
    expect(await kind(change)).toBe("other");
  });
});

describe("a meeting", () => {
  test.each<[string, Partial<ReceivedMessage>]>([
    ["an invitation", { messageClass: "IPM.Schedule.Meeting.Request", text: "" }],
    ["a decline", { messageClass: "IPM.Schedule.Meeting.Resp.Neg", text: "Wrong week" }],
    ["an answer of Graph's type", { messageClass: null, odataType: "#microsoft.graph.eventMessageResponse", text: " " }],
    ["one sent by a program", { messageClass: "IPM.Schedule.Meeting.Request", ...header("Auto-Submitted", "auto-generated") }],
    ["one that lost its class", { subject: "Zugesagt: Rechnungen", text: "Lena hat die Einladung angenommen." }],
  ])("%s", async (_, change) => {
    expect(await kind(change)).toBe("meeting");
  });
  test("may say to stop, and no lesser wish", async () => {
    const answer = { messageClass: "IPM.Schedule.Meeting.Resp.Neg" };
    expect(await understood({ ...answer, text: "Please take me off your list." })).toMatchObject({ wish: { wants: "remove" } });
    expect(await understood({ ...answer, text: "Not now, try again in March." })).toMatchObject({ wish: null });
  });
});

describe("a complaint", () => {
  test("is not what somebody only says they will do", async () => {
    const told = "Conformément au RGPD, supprimez mes coordonnées.";
    expect(await kind({ text: `${told} Sans réponse, je saisirai la CNIL pour plainte.` })).toBe("human");
    expect(await kind({ text: `${told} J'ai saisi la CNIL d'une plainte.` })).toBe("complaint");
  });
  const form = header("Content-Type", "multipart/report; report-type=feedback-report; boundary=b1");
  const raw = (fields: string[], to: string) =>
    [
      "Content-Type: multipart/report; report-type=feedback-report; boundary=b1",
      "MIME-Version: 1.0",
      "",
      "--b1",
      "Content-Type: message/feedback-report",
      "",
      "Feedback-Type: abuse",
      ...fields,
      "",
      "--b1",
      "Content-Type: message/rfc822",
      "",
      `To: ${to}`,
      "Message-ID:",
      " <first@contoso.com>",
      "",
      "Please unsubscribe me",
      "--b1--",
    ].join("\r\n");
  test.each([
    [["Original-Rcpt-To: <Lena@hotmail.example>"], "lena@hotmail.example"],
    [["Removal-Recipient: lena@hotmail.example"], "lena@hotmail.example"],
    [["Original-Rcpt-To: redacted@hotmail.example"], "to@hotmail.example"],
    [[], "to@hotmail.example"],
  ])("in its own form names whom and what it is about: %j", async (fields, recipient) => {
    const message = { ...plain, ...form };
    expect(needsRaw(message)).toBe(true);
    expect(await understand(message, us, raw(fields, "To@hotmail.example"))).toEqual({
      kind: "complaint",
      recipient,
      originalMessageId: "<first@contoso.com>",
    });
    expect(await understand(message, us, null)).toEqual({ kind: "complaint", recipient: null, originalMessageId: null });
  });
  test.each<[string, Partial<ReceivedMessage>]>([
    [
      "a provider's desk",
      { from: "abuse@host.example", subject: "[ABUSE #1] Spam from 192.0.2.1", text: "We have received a complaint." },
    ],
    ["the contact's server", { subject: "Spam from your domain", text: "Your domain is on our block list now." }],
    ["one who went to an authority", { text: "Ich habe Ihre Werbung heute der Bundesnetzagentur gemeldet." }],
    ["a lawyer", { text: "Au nom de notre client, nous vous mettons en demeure de cesser ces envois." }],
  ])("in words: %s", async (_, change) => {
    expect(await kind(change)).toBe("complaint");
  });
  test.each([
    "If you mail me again I will report you to the ICO.",
    "Our spam filter caught your first mail, please send it again.",
    "I hereby object to the use of my data (Art. 21 GDPR).",
    "Our client asks whether you integrate with Sage.",
    "We reported our turnover to the ministry; the tool for that is from Microsoft.",
  ])("is not what a person says who only wishes, asks or tells: %s", async (text) => {
    expect(await kind({ text })).toBe("human");
  });
});

test("a person who asks for a confirmation in the thread is no filter", async () => {
  const asks = { subject: "Please confirm", text: "See https://x.example/terms" };
  expect(await kind({ ...asks, headers: [inThread] })).toBe("human");
  expect(await kind(asks)).toBe("automatic");
});

test("the ids a message answers: In-Reply-To, then References from the latest", () => {
  expect(
    answeredIds({
      headers: [
        { name: "References", value: "<a@x> <b@x>\r\n <c@x>" },
        { name: "In-Reply-To", value: "<c@x>" },
      ],
    }),
  ).toEqual(["<c@x>", "<b@x>", "<a@x>"]);
});
