import { expect, test } from "vitest";
import { buildMailRequest, type RequestParts } from "./build-mail-request";
import { hashRequest } from "./mail-request";

const parts: RequestParts = {
  from: { senderAccountId: "s", email: "anna@contoso.com", name: "Anna Keller" },
  to: { email: "lena@hotmail.example", name: "Lena" },
  subject: "Invoices",
  bodyHtml: "<p>Hi Lena</p>",
  signatureHtml: "<p>Anna</p>",
  teamName: "Contoso <Ltd>",
  postalAddress: "12 Harbor Street",
  unsubscribeUrl: "http://localhost:3000/u/abc",
  previous: null,
};

test("a mail holds its text, signature block, postal address and unsubscribe link", () => {
  const { html, thread } = buildMailRequest(parts);
  for (const piece of [
    "<p>Hi Lena</p>",
    "<p>Anna</p>",
    "Contoso &lt;Ltd&gt;, 12 Harbor Street",
    'href="http://localhost:3000/u/abc"',
  ])
    expect(html).toContain(piece);
  expect(thread).toBeNull();
});

test("a follow-up quotes the mail before and names its thread", () => {
  const previous = {
    deliveryId: "d",
    sentAt: new Date("2026-11-16T16:08:00Z"),
    html: "<p>before</p>",
    timezone: "America/New_York",
  };
  const { html, thread } = buildMailRequest({ ...parts, previous });
  expect(html).toContain("On 16 Nov 2026, 11:08, Anna Keller wrote:");
  expect(html).toContain("<p>before</p>");
  expect(thread).toEqual({ deliveryId: "d" });
});

test("neither a name nor a subject can begin a second header", () => {
  const sly = "Lena\r\nBcc: all@contoso.com\u202e\u0000";
  const { subject, to, from, html } = buildMailRequest({
    ...parts,
    subject: sly,
    to: { ...parts.to, name: sly },
    from: { ...parts.from, name: sly },
    teamName: "</div><script>alert(1)</script>",
  });
  for (const text of [subject, to.name, from.name]) expect(text).toBe("Lena Bcc: all@contoso.com");
  expect(html).not.toContain("<script");
});

test("the hash depends on every part of the mail and on nothing else", () => {
  const hash = hashRequest(buildMailRequest(parts));
  expect(hashRequest(buildMailRequest({ ...parts }))).toBe(hash);
  const changed: Partial<RequestParts>[] = [
    { subject: "Invoices." },
    { bodyHtml: "<p>Hi Lena </p>" },
    { to: { email: "lena@hotmail.example", name: "Lena P" } },
    { from: { ...parts.from, email: "ben@contoso.com" } },
    { signatureHtml: "" },
    { postalAddress: "13 Harbor Street" },
    { unsubscribeUrl: "http://localhost:3000/u/abd" },
  ];
  const hashes = changed.map((change) => hashRequest(buildMailRequest({ ...parts, ...change })));
  expect(new Set([hash, ...hashes]).size).toBe(1 + changed.length);
});

test("a postal address keeps its lines, and in one line is written as ever", () => {
  const footer = (postalAddress: string) => buildMailRequest({ ...parts, postalAddress }).html;
  for (const written of ["12 Harbor Street\nPortland <ME>", " 12 Harbor Street \r\n\r\n Portland <ME>\n"])
    expect(footer(written)).toContain(">Contoso &lt;Ltd&gt;, 12 Harbor Street<br>Portland &lt;ME&gt;. Rather not hear");
  expect(footer("12 Harbor Street")).toContain(", 12 Harbor Street. Rather not hear");
});
