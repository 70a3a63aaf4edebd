import { expect, test } from "vitest";
import { hashRequest, type MailRequest } from "../../lib/mail/mail-request";
import { type Arrived, isSound, judgeMails, type Signed } from "./judge-mails";

const expected = [
  { recipient: "a@chaos.example", mails: 2 },
  { recipient: "b@chaos.example", mails: 1 },
];

function sign(recipient: string, key: string): Signed {
  const request: MailRequest = {
    ...{ version: 2, thread: null, headers: [], unsubscribeUrl: "https://x.example/u/1", subject: `Hello ${key}` },
    from: { senderAccountId: "1", email: "anna@contoso.com", name: "Anna Keller" },
    to: { email: recipient, name: "Pat" },
    html: `<p>A word &amp; its ${key}.</p><p><a href="https://x.example/u/1">Unsubscribe</a></p>`,
  };
  return { recipient, key, hash: hashRequest(request), request };
}
const signed = [sign("a@chaos.example", "k1"), sign("a@chaos.example", "k2"), sign("b@chaos.example", "k3")];
const deliver = ({ recipient, key, request }: Signed): Arrived => ({
  ...{ recipient, sender: request.from.email, subject: request.subject, send_key: key ?? "" },
  // As Exchange writes it.
  body: `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${request.html}</body></html>`,
});
const arrived = signed.map(deliver);
const [first, second, third] = arrived as [Arrived, Arrived, Arrived];

test("each signed mail once, in its own words, is sound", () => {
  expect(isSound(judgeMails(expected, signed, arrived))).toBe(true);
});

test("a second copy is found", () => {
  const { doubled, ...others } = judgeMails(expected, signed, [...arrived, second]);
  expect(doubled).toEqual(["a@chaos.example: 2 copies of key k2", "a@chaos.example: 3 mails instead of 2"]);
  expect(Object.values(others).flat()).toEqual([]);
});

test("a mail that was signed twice is found, though each has a key of its own", () => {
  const again = sign("b@chaos.example", "k4");
  expect(judgeMails(expected, [...signed, again], [...arrived, deliver(again)]).doubled).toEqual([
    "b@chaos.example: 2 mails instead of 1",
  ]);
});

test("a mail that did not arrive is found, and one that was never written", () => {
  expect(judgeMails(expected, signed, [first, second]).lost).toEqual([
    "b@chaos.example: a signed mail, key k3",
    "b@chaos.example: 0 of 1 mails",
  ]);
  expect(judgeMails(expected, signed.slice(0, 2), [first, second]).lost).toEqual(["b@chaos.example: 0 of 1 mails"]);
});

test("who still waits has lost nothing yet, and may have got nothing twice", () => {
  const open = new Set(["b@chaos.example"]);
  expect(judgeMails(expected, signed, [first], open).lost).toEqual([
    "a@chaos.example: a signed mail, key k2",
    "a@chaos.example: 1 of 2 mails",
  ]);
  expect(judgeMails(expected, signed, [...arrived, third], open).doubled).toHaveLength(2);
});

test.each<[string, Partial<Arrived>]>([
  ["another word", { body: first.body.replace("A word", "A thing") }],
  ["a word too few", { body: first.body.replace("its ", "") }],
  ["another link", { body: first.body.replace("/u/1", "/u/2") }],
  ["another subject", { subject: "Hello" }],
  ["another sender", { sender: "ben@contoso.com" }],
])("%s than was signed is found", (_, change) => {
  expect(judgeMails(expected, signed, [{ ...first, ...change }, second, third]).changed).toEqual(["a@chaos.example: key k1"]);
});

test("what left is compared with the signature, not with what the row says now", () => {
  const [one, ...others] = signed as [Signed, ...Signed[]];
  const request = { ...one.request, html: first.body.replace("A word", "A thing") };
  const mails = [{ ...first, body: request.html }, second, third];
  expect(judgeMails(expected, [{ ...one, request }, ...others], mails).changed).toEqual(["a@chaos.example: key k1"]);
});

test("what nobody signed, and who was never to be written to, is found", () => {
  expect(judgeMails(expected, signed.slice(1), arrived).unsigned).toEqual(["a@chaos.example: key k1"]);
  expect(judgeMails(expected.slice(1), signed, arrived).unsigned).toHaveLength(2);
});
