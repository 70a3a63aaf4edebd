import { expect, test } from "vitest";
import { correctSender } from "../correct-sender";
import { isSameMail } from "../is-same-mail";
import { hashRequest } from "../mail-request";
import { readKeptRequest } from "../read-kept-request";
import { buildAnswerRequest } from "./build-answer-request";

const parts = {
  from: { senderAccountId: "s", email: "anna@contoso.com", name: "Anna Keller" },
  to: { email: "lena@hotmail.example", name: "Lena" },
  subject: "Re: Invoices",
  bodyHtml: "<p>Yes</p>",
  signatureHtml: "<p>Anna</p>",
  teamName: "Contoso",
  postalAddress: "12 Harbor Street",
  unsubscribeUrl: "http://localhost:3000/u/abc",
};
const answered = {
  messageId: "m",
  at: new Date("2026-11-16T16:08:00Z"),
  words: "Hi <b>\n& you\n\n\n  Bye",
  timezone: "America/New_York",
  isApart: false,
};
const request = buildAnswerRequest(parts, answered);
const body = parts.bodyHtml;

test("quotes whom it answers, by name and time, as paragraphs in which nothing acts", () => {
  expect(request.html).toContain("On 16 Nov 2026, 11:08, Lena wrote:");
  expect(request.html).toContain("<p>Hi &lt;b&gt;<br>&amp; you</p><p>Bye</p></blockquote>");
  expect(buildAnswerRequest(parts, { ...answered, words: " \n " }).html).not.toContain("wrote:");
});

test("goes into the conversation of the message, with no way to unsubscribe, or is a mail of its own", () => {
  expect(request).toMatchObject({ version: 3, thread: { messageId: "m" }, headers: [], unsubscribeUrl: "" });
  expect(request.html).not.toMatch(/footer|Harbor/);
  expect(buildAnswerRequest(parts, { ...answered, isApart: true }).thread).toBeNull();
});

test("is read back as it was signed, and is another mail to another message, address or text", () => {
  const read = readKeptRequest(JSON.parse(JSON.stringify(request)));
  expect("request" in read && hashRequest(read.request)).toBe(hashRequest(request));
  expect(isSameMail(request, { request: { ...request, html: `${request.html} ` }, body })).toBe(true);
  for (const change of [{ thread: { messageId: "n" } }, { thread: null }, { thread: { deliveryId: "m" } }, { subject: "Re: x" }])
    expect(isSameMail(request, { request: { ...request, ...change }, body })).toBe(false);
  expect(isSameMail(request, { request, body: "<p>No</p>" })).toBe(false);
  expect("unreadable" in readKeptRequest({ ...request, thread: { messageId: "m", deliveryId: "d" } })).toBe(true);
});

test("stays what it is under another address of its mailbox", () => {
  expect(correctSender(request, "new@contoso.com")).toEqual({ ...request, from: { ...request.from, email: "new@contoso.com" } });
});
