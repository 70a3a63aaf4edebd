import { describe, expect, test } from "vitest";
import type { ShownMail } from "../../mail/compare/shown-mail";
import { compareCopy } from "./compare-copy";
import { judgeCopy, knownAfter } from "./judge-copy";

const anna = { email: "anna@contoso.com", name: "Anna Keller" };
const signed: ShownMail = {
  subject: "Invoices",
  from: anna,
  sender: anna,
  to: [{ email: "lena@hotmail.example", name: "Lena" }],
  ...{ cc: [], bcc: [], replyTo: [], attachments: [], changeKey: null, changedAt: null, folderId: null },
  html: `<div data-part="text"><p>Hi Lena, <a href="https://contoso.example/a">see</a> &#39;this&#39;</p></div>`,
};
const judge = (change: Partial<ShownMail>, mailbox = { known: 0, accepted: false }) => {
  const found = { ...signed, ...change };
  return judgeCopy(compareCopy(signed, found), signed, found, mailbox);
};
const html = (from: string | RegExp, to: string) => ({ html: signed.html.replace(from, to) });

describe("what Exchange is known to change", () => {
  test("is nothing where it only writes the same in another way", () => {
    const written = `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${signed.html.replaceAll("&#39;", "'")}</body></html>`;
    expect(judge({ html: written })).toEqual({ readBack: "equal", changes: [] });
  });

  test.each<[string, Partial<ShownMail>, RegExp]>([
    ["a mark left out", html(' data-part="text"', ""), /Marks/],
    [
      "marks of a program on a link",
      html("<a ", '<a target="_blank" rel="noopener noreferrer" data-auth="NotApplicable" '),
      /Marks/,
    ],
    ["a recipient's name", { to: [{ email: "lena@hotmail.example", name: "Lena Winter" }] }, /address book/],
  ])("explains %s, and says so", (_, change, says) => {
    expect(judge(change)).toEqual({ readBack: "explained", changes: [expect.stringMatching(says)] });
    expect(judge(change, { known: knownAfter, accepted: false }).readBack).toBe("explained");
  });

  test("explains two at once, and neither where a third thing is other", () => {
    const both = { ...html(' data-part="text"', ""), to: [{ email: "lena@hotmail.example", name: "Lena Winter" }] };
    expect(judge(both).changes).toHaveLength(2);
    expect(judge({ ...both, html: both.html.replace("<p>", '<p style="font-size:40px">') })).toEqual({
      readBack: "asked",
      changes: [],
    });
  });

  test.each<[string, Partial<ShownMail>]>([
    ["words behind a mark", html("<p>Hi", '<p data-x="1">Hello')],
    ["a link under the same words", html("contoso.example/a", "contoso.example/b")],
    ["another recipient", { to: [{ email: "ben@hotmail.example", name: "Lena" }] }],
    ["a blind copy", { bcc: [anna] }],
    ["another subject", { subject: "Re: Invoices" }],
    ["another sender", { from: { email: "ben@contoso.com", name: "Anna Keller" } }],
    ["somebody who sent it for the sender", { sender: { email: "ben@contoso.com", name: "Ben" } }],
  ])("never explains %s, whatever was accepted before", (_, change) => {
    expect(judge(change, { known: 0, accepted: true }).readBack).toBe("different");
  });
});

test.each<[string, Partial<ShownMail>]>([
  ["an attachment", { attachments: [{ name: "terms.pdf", size: 1200 }] }],
  ["the sender's name", { from: { ...anna, name: "Sales Team" } }],
  ["another look", html("<p>", '<p style="font-size:40px">')],
])("%s is asked about in a mailbox with few copies, explained where it was accepted before, and else counts", (_, change) => {
  expect(judge(change, { known: knownAfter - 1, accepted: false }).readBack).toBe("asked");
  expect(judge(change, { known: knownAfter - 1, accepted: true }).readBack).toBe("explained");
  expect(judge(change, { known: knownAfter, accepted: true }).readBack).toBe("explained");
  expect(judge(change, { known: knownAfter, accepted: false }).readBack).toBe("different");
});
