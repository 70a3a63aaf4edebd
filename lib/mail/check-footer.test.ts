import { expect, test } from "vitest";
import { buildMailRequest, type RequestParts } from "./build-mail-request";
import { checkFooter } from "./check-footer";

const parts: RequestParts = {
  from: { senderAccountId: "s", email: "anna@contoso.com", name: "Anna Keller" },
  to: { email: "lena@hotmail.example", name: "Lena" },
  subject: "Invoices",
  bodyHtml: "<p>Hi Lena</p>",
  signatureHtml: "<p>Anna</p>",
  teamName: "Contoso, Ltd <x>",
  postalAddress: "12 Harbor Street, Portland",
  unsubscribeUrl: "http://localhost:3000/u/abc?a=1&b=2",
  previous: null,
};
const quoting = (html: string) => ({ deliveryId: "d", sentAt: new Date("2026-11-16T16:08:00Z"), html, timezone: "UTC" });
const built = (more: Partial<RequestParts> = {}) => buildMailRequest({ ...parts, ...more });
const noAddress = "The team’s postal address is missing";
const noLine = "The unsubscribe line is missing";

test("a footer is whole with a postal address and the link, in every version", () => {
  expect(checkFooter(built())).toBeNull();
  const { headers: _, ...rest } = built();
  expect(checkFooter({ ...rest, version: 1 } as Parameters<typeof checkFooter>[0])).toBeNull();
});

test.each(["", " ", "\n\u00a0 ", "\u200b", "\u2800", "\u3164", "."])(
  "a footer with %j for an address lacks it, whatever the team is called",
  (postalAddress) => {
    expect(checkFooter(built({ postalAddress }))).toBe(noAddress);
    expect(checkFooter({ ...built(), html: built().html.replace(parts.postalAddress, postalAddress) })).toBe(noAddress);
  },
);

test("the footer of a mail that is quoted does not stand for its own", () => {
  const previous = quoting(built().html);
  expect(checkFooter(built({ previous }))).toBeNull();
  expect(checkFooter(built({ previous, postalAddress: "" }))).toBe(noAddress);
  const own = built({ previous });
  expect(checkFooter({ ...own, html: own.html.replace(/<div data-part="footer".*?<\/div>/, "") })).toBe(noLine);
});

test("a link to somebody else's page is no unsubscribe line", () => {
  expect(checkFooter({ ...built(), unsubscribeUrl: "http://localhost:3000/u/other" })).toBe(noLine);
});

test.each(["12 Harbor Street\nPortland", "Harbor House,\n12 Harbor Street,\nPortland"])(
  "a footer of several lines is whole: %j",
  (postalAddress) => {
    expect(checkFooter(built({ postalAddress }))).toBeNull();
    expect(checkFooter({ ...built(), html: built().html.replace(parts.postalAddress, postalAddress) })).toBeNull();
  },
);
