import { describe, expect, test } from "vitest";
import { buildMailRequest } from "./build-mail-request";
import { correctSender } from "./correct-sender";
import { isSameMail } from "./is-same-mail";
import { linkUnsubscribe, listUnsubscribe } from "./leaving/list-unsubscribe";
import { hashRequest, type MailRequest } from "./mail-request";
import { readKeptRequest } from "./read-kept-request";

const now = buildMailRequest({
  from: { senderAccountId: "s", email: "anna@contoso.com", name: "Anna Keller" },
  to: { email: "lena@hotmail.example", name: "Lena" },
  subject: "Invoices",
  bodyHtml: "<p>Hi Lena</p>",
  signatureHtml: "<p>Anna</p>",
  teamName: "Contoso",
  postalAddress: "12 Harbor Street",
  unsubscribeUrl: "http://localhost:3000/u/abc",
  previous: null,
});
const { headers, version, ...shared } = now;
const first: MailRequest = { ...shared, version: 1 };
/** As the release before signed: the page alone. */
const linkOnly: typeof now = { ...now, headers: [linkUnsubscribe(now.unsubscribeUrl)] };
const body = "<p>Hi Lena</p>";
const withHtml = <R extends MailRequest>(request: R): R => ({ ...request, html: `${request.html}<p>older block</p>` });

describe.each<[string, MailRequest]>([
  ["version 1", first],
  ["version 2 of before", linkOnly],
  ["version 2", now],
])("what was signed in %s", (_, signed) => {
  test("stays as it was signed when only the signature block or the mailbox's address is another", () => {
    expect(isSameMail(withHtml(signed), { request: now, body })).toBe(true);
    const from = { ...now.from, email: "new@contoso.com" };
    const corrected = { ...now, from, headers: [listUnsubscribe(from.email, now.unsubscribeUrl)] };
    expect(isSameMail(signed, { request: corrected, body })).toBe(true);
  });

  test.each<[string, Partial<typeof now>, string]>([
    ["subject", { subject: "Other" }, body],
    ["text", {}, "<p>Other</p>"],
    ["recipient", { to: { ...now.to, email: "b@x.example" } }, body],
    ["mailbox", { from: { ...now.from, senderAccountId: "t" } }, body],
    ["thread", { thread: { deliveryId: "d" } }, body],
    ["unsubscribe link", { unsubscribeUrl: "http://localhost:3000/u/abd" }, body],
  ])("is another mail with another %s", (_name, change, text) => {
    expect(isSameMail(signed, { request: { ...now, ...change }, body: text })).toBe(false);
  });

  test("is read back as it was, so that its hash is the same", () => {
    const read = readKeptRequest(JSON.parse(JSON.stringify(signed)));
    expect("request" in read && hashRequest(read.request)).toBe(hashRequest(signed));
  });
});

test("the hash of version 1 is the one it always had", () => {
  expect(hashRequest({ ...first, html: "<p>x</p>" })).toBe("27fcf033b85c3c4a11db3cee233183f06a428408b41b53dfcd39dd72237a94de");
});

test("the headers are part of what is signed in version 2", () => {
  expect(headers).toEqual([
    {
      name: "List-Unsubscribe",
      value: "<mailto:anna@contoso.com?subject=unsubscribe%20abc>, <http://localhost:3000/u/abc>",
    },
  ]);
  expect(hashRequest({ ...now, headers: [] })).not.toBe(hashRequest(now));
  expect(isSameMail({ ...now, headers: [] }, { request: now, body })).toBe(false);
});

test.each([
  ["where it writes to another address than it leaves from", listUnsubscribe("old@contoso.com", now.unsubscribeUrl)],
  ["with the token of somebody else", listUnsubscribe("anna@contoso.com", "http://localhost:3000/u/abd")],
  ["with another page", linkUnsubscribe("http://localhost:3000/u/abd")],
])("it is another mail %s", (_, header) => {
  expect(isSameMail({ ...now, headers: [header] }, { request: now, body })).toBe(false);
});

test.each<[string, unknown, RegExp]>([
  ["nothing was kept", null, /not kept/],
  ["its version is of a later release", { ...now, version: 4 }, /does not know \(version 4\)/],
  ["it has no version", { ...shared }, /does not know \(no version\)/],
  ["it is a text", "x", /does not know/],
  ["a part is missing", { ...first, html: undefined }, /not whole/],
  ["something stands beside it", { ...first, headers }, /not whole/],
  ["a header begins a second one", { ...now, headers: [{ name: "X-A", value: "a\r\nBcc: b@x.example" }] }, /not whole/],
])("a kept request is refused with a sentence when %s", (_, kept, sentence) => {
  expect(readKeptRequest(kept)).toEqual({ unreadable: expect.stringMatching(sentence) });
});

test("under a corrected address only the sender is another, and where to write to unsubscribe; the version is of now", () => {
  const corrected = {
    ...now,
    from: { ...now.from, email: "new@contoso.com" },
    headers: [listUnsubscribe("new@contoso.com", now.unsubscribeUrl)],
  };
  for (const signed of [first, linkOnly, now]) expect(correctSender(signed, "new@contoso.com")).toEqual(corrected);
  const more = { ...now, headers: [...now.headers, { name: "X-Campaign", value: "spring" }] };
  expect(correctSender(more, "new@contoso.com").headers).toEqual([...corrected.headers, { name: "X-Campaign", value: "spring" }]);
  expect(correctSender(withHtml(now), "new@contoso.com").html).toBe(withHtml(now).html);
  const unnamed = { ...first, from: { ...first.from, name: first.from.email } };
  expect(correctSender(unnamed, "new@contoso.com").from.name).toBe("new@contoso.com");
});

test("a mail signed while the lines of a postal address ran together is still the mail that was signed", () => {
  const html = (address: string) => now.html.replace("12 Harbor Street", address);
  const signed = { ...now, html: html("12 Harbor Street\nPortland") };
  const kept = readKeptRequest(JSON.parse(JSON.stringify(signed)));
  if (!("request" in kept)) throw new Error("It cannot be read.");
  expect(hashRequest(kept.request)).toBe(hashRequest(signed));
  expect(isSameMail(kept.request, { request: { ...now, html: html("12 Harbor Street<br>Portland") }, body })).toBe(true);
});
