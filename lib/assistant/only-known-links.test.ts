import { expect, test } from "vitest";
import { onlyKnownLinks } from "./only-known-links";

const sources = "Write to anna@contoso.com or see https://www.contoso.com/plan?a=1&b=2.";

test.each([
  ["a link that a source names", '<p><a href="https://contoso.com/plan?a=1&amp;b=2">the plan</a></p>'],
  ["a known address written with other capitals", "<p>Ask Anna@Contoso.com.</p>"],
  ["sentences that only look like a place", "<p>That works.Please come at 9.30, e.g. on Thursday.</p>"],
])("%s stays", (_, html) => expect(onlyKnownLinks(html, sources)).toBe(html));

test("a link that no source names becomes its words", () => {
  const html = '<p><a href="https://evil.example/x">Pay</a> <a href="mailto:eve@evil.example">us</a> <a>now</a></p>';
  expect(onlyKnownLinks(html, sources)).toBe("<p>Pay us now</p>");
});

test.each([
  "<p>See https://evil.example/pay</p>",
  '<p><a href="https://evil.example">www.evil.example</a></p>',
  "<p>Write to eve@evil.example</p>",
  "<p>evil.example has it</p>",
  "<p>evil.exam<b>ple</b>/pay</p>",
])("a text whose words name another place is none: %s", (html) => expect(onlyKnownLinks(html, sources)).toBeNull());
