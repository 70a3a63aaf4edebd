import { describe, expect, test } from "vitest";
import { classifyMessage } from "./classify-message";
import type { ReceivedMessage } from "./received-message";

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
const own = ["anna@contoso.com", "anna@contoso-group.com"];
const kind = (change: Partial<ReceivedMessage>) => classifyMessage({ ...plain, ...change }, own);
const withHeader = (name: string, value: string) => kind({ headers: [{ name, value }] });

test("a person's answer is a reply", () => {
  expect(kind({})).toBe("reply");
  expect(withHeader("Auto-Submitted", "no")).toBe("reply");
  // An instruction to the receiver's server, carried by ordinary notifications too.
  expect(withHeader("X-Auto-Response-Suppress", "All")).toBe("reply");
  expect(kind({ subject: "Automation: does it reply automatically?" })).toBe("reply");
});

test("our own mail is nobody's answer", () => {
  expect(kind({ from: "Anna@Contoso.com" })).toBe("ours");
  expect(kind({ from: "anna@contoso-group.com" })).toBe("ours");
});

describe("an automatic answer", () => {
  test.each([
    ["Auto-Submitted", "auto-replied"],
    ["auto-submitted", "auto-generated"],
    ["X-Autoreply", "yes"],
    ["X-Precedence", "auto_reply"],
    ["Return-Path", "<>"],
  ])("by its header %s: %s", (name, value) => {
    expect(withHeader(name, value)).toBe("automatic");
  });
  test.each([
    "Automatic reply: Invoices",
    "Automatische Antwort: Rechnungen",
    "Réponse automatique : Factures",
    "Out of Office: back on Monday",
  ])("by its subject %s", (subject) => {
    expect(kind({ subject })).toBe("automatic");
  });
  test("by its class, and a meeting's answer", () => {
    expect(kind({ messageClass: "IPM.Note.Rules.OofTemplate.Microsoft" })).toBe("automatic");
    expect(kind({ odataType: "#microsoft.graph.eventMessageResponse", text: " " })).toBe("automatic");
    expect(kind({ messageClass: "REPORT.IPM.Note.IPNRN" })).toBe("automatic");
    expect(kind({ messageClass: "REPORT.IPM.Note.IPNNRN" })).toBe("automatic");
  });
});

describe("a report", () => {
  test("by its class or its sender", () => {
    expect(kind({ messageClass: "REPORT.IPM.Note.NDR" })).toBe("report");
    expect(
      kind({ from: "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.com", subject: "Undeliverable: Invoices" }),
    ).toBe("report");
    expect(
      kind({
        from: "mailer-daemon@x.example",
        headers: [{ name: "Content-Type", value: "multipart/report; report-type=delivery-status" }],
      }),
    ).toBe("report");
  });
  test("is not every mail of a postmaster", () => {
    expect(kind({ from: "postmaster@x.example", subject: "I am a person" })).toBe("reply");
  });
});

describe("what concerns nobody", () => {
  test("has no sender, or is no mail at all", () => {
    expect(kind({ from: null })).toBe("other");
    expect(kind({ from: "" })).toBe("other");
    expect(kind({ messageClass: "IPM.Note.Microsoft.Voicemail.UM.CA" })).toBe("other");
    expect(withHeader("Content-Type", "multipart/report; report-type=feedback-report; boundary=x")).toBe("other");
  });
  test.each([
    ["List-Id", "<x.example>"],
    ["List-Unsubscribe", "<https://x.example/u>"],
    ["Precedence", "list"],
    ["Precedence", "bulk"],
  ])("or went to many, by its header %s: %s", (name, value) => {
    expect(withHeader(name, value)).toBe("list");
  });
});

test("an invitation is an answer, and so are the words of who declines one", () => {
  expect(kind({ messageClass: "IPM.Schedule.Meeting.Request", text: "" })).toBe("reply");
  expect(kind({ messageClass: "IPM.Schedule.Meeting.Resp.Neg", text: "Wrong week" })).toBe("reply");
  expect(kind({ messageClass: "IPM.Schedule.Meeting.Notification.Forward", text: "Lena forwarded it" })).toBe("automatic");
});

test("a person who asks for a confirmation in the thread is no filter", () => {
  const asks = { subject: "Please confirm", text: "See https://x.example/terms" };
  expect(kind({ ...asks, headers: [{ name: "In-Reply-To", value: "<a@x>" }] })).toBe("reply");
  expect(kind(asks)).toBe("automatic");
});
