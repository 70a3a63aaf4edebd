import { expect, test } from "vitest";
import { readNamed } from "@/lib/answers/labels/read/read-named";
import { onlyKnownLinks } from "@/lib/assistant/only-known-links";
import { mapperOf } from "@/lib/columns/map-row";
import { checkAddress } from "@/lib/mail/check-address";
import { isSeen } from "@/lib/mail/is-seen";
import { oneLine } from "@/lib/mail/one-line";
import { findQuotes } from "@/lib/mail/quote/find-quotes";
import { linesOf, sanitizeHtml, textOf } from "@/lib/mail/sanitize-html";
import { plainLetters } from "@/lib/mail/text/plain-letters";
import { textOfHtml } from "@/lib/mail/text-of-html";
import { isOnlyQuote } from "@/lib/microsoft/graph/drafts/read-bare-reply";
import { cutHtml } from "@/lib/received/html/cut-html";
import { htmlOfText } from "@/lib/received/html/html-of-text";
import { markLinks } from "@/lib/received/html/mark-links";
import { sanitizeReceived } from "@/lib/received/html/sanitize-received";
import { splitLetter } from "@/lib/received/html/split-letter";
import { cutFooters } from "@/lib/replies/message/quote/cut-footers";
import { newText } from "@/lib/replies/message/quote/new-text";
import type { ReceivedMessage } from "@/lib/replies/message/received-message";
import { addressOf } from "@/lib/replies/message/report/read-fields";
import { understand } from "@/lib/replies/message/understand";
import { sentencesOf } from "@/lib/replies/message/wish/sentences";
import { readEntry } from "@/lib/suppressions/entries/read-entry";
import { checkTemplate, renderTemplate, requiredFields, templateFields } from "@/lib/templates/render/render-template";
import { growthOf, hostile, mostGrowth } from "./testing/growth-of";
import { withChips, withoutChips } from "./ui/editor/field-text";
import { stillHtml } from "./ui/editor/still/still-html";

const message = (text: string): ReceivedMessage => ({
  from: "hanna@feltz.example",
  subject: text.slice(0, 255),
  text,
  body: text,
  isUnique: false,
  receivedAt: new Date("2026-11-23T12:00:00Z"),
  messageClass: "IPM.Note",
  odataType: null,
  headers: [],
});
const data = { a: "x".repeat(500) };
const fill = (body: string) => {
  try {
    renderTemplate({ subject: "s", body }, data);
  } catch {
    // That it cannot be read is said in its own test.
  }
};

/** Long enough for what is quadratic to show, whatever the machine does besides. */
const longest = 32_000;

/** What reads a text from outside. */
const readers: Record<string, [(text: string) => unknown, number]> = {
  checkTemplate: [(text) => checkTemplate({ subject: text.slice(0, 500), body: text }), longest],
  renderTemplate: [fill, longest],
  templateFields: [templateFields, longest],
  requiredFields: [requiredFields, longest],
  withChips: [withChips, longest],
  withoutChips: [withoutChips, longest],
  stillHtml: [(text) => stillHtml(text, { single: false, placeholder: "" }), longest],
  sanitizeHtml: [sanitizeHtml, longest],
  textOf: [textOf, longest],
  linesOf: [linesOf, longest],
  textOfHtml: [textOfHtml, longest],
  onlyKnownLinks: [(text) => onlyKnownLinks(sanitizeHtml(text), text), longest],
  isOnlyQuote: [isOnlyQuote, longest],
  oneLine: [oneLine, longest],
  isSeen: [isSeen, longest],
  plainLetters: [plainLetters, longest],
  checkAddress: [checkAddress, longest],
  readEntry: [readEntry, longest],
  addressOf: [addressOf, longest],
  mapperOf: [(text) => mapperOf([{ header: "E-mail", target: "email" }])([text]), longest],
  findQuotes: [(text) => findQuotes(text.split("\n").slice(0, 4000)), longest],
  cutFooters: [(text) => cutFooters(text.split("\n").slice(0, 4000)), longest],
  newText: [(text) => newText({ text }), longest],
  sentencesOf: [sentencesOf, longest],
  readNamed: [(text) => readNamed(text, ["a@b.example"]), longest],
  cutHtml: [cutHtml, longest],
  sanitizeReceived: [(text) => sanitizeReceived(cutHtml(text).html, { images: false }), longest],
  markLinks: [(text) => markLinks(sanitizeReceived(cutHtml(text).html, { images: false }).html), longest],
  htmlOfText: [htmlOfText, longest],
  splitLetter: [
    (html) => splitLetter({ html: cutHtml(html).html, unique: null, attachments: [], closed: null, isCut: false }),
    longest,
  ],
};

test.each(Object.entries(readers))("%s reads hostile texts in time that grows as they do", (_, [read, longest]) => {
  const grown = Object.entries(hostile).map(([name, textOf]) => [name, growthOf(read, textOf, longest) ?? 0] as const);
  expect(grown.filter(([, growth]) => growth >= mostGrowth)).toEqual([]);
});

test("what is found quadratic is said to be", () => {
  expect(
    growthOf(
      (text) => /a+b/.test(text),
      (letters) => "a".repeat(letters),
      100_000,
    ),
  ).toBeGreaterThan(mostGrowth);
  expect(
    growthOf(
      (text) => text.toUpperCase(),
      (letters) => "a".repeat(letters),
      100_000,
    ) ?? 0,
  ).toBeLessThan(mostGrowth);
});

// What is understood of a message is read from its beginning, so longer ones take no longer; what stands there must not take seconds.
test("a hostile message is understood in the time of any other", async () => {
  const us = { addresses: ["anna@contoso.example"], domains: ["contoso.example"] };
  const took = async (text: string) => {
    const began = performance.now();
    await understand(message(text), us, null);
    return performance.now() - began;
  };
  const usual = "We have no need of this now, thank you. Ask again in spring.\n".repeat(1600);
  await took(usual);
  const usualMs = Math.max(await took(usual), 25);
  for (const [name, textOf] of Object.entries(hostile)) {
    const hostileMs = Math.min(await took(textOf(100_000)), await took(textOf(100_000)));
    expect({ name, times: hostileMs / usualMs < 20 }).toEqual({ name, times: true });
  }
});
