import { expect, test } from "vitest";
import { listUnsubscribe } from "./list-unsubscribe";

const url = `https://mail.contoso.com/u/${"0a".repeat(32)}`;

test("names the mailbox first, and the page after it", () => {
  expect(listUnsubscribe("anna@contoso.com", url).value).toBe(
    `<mailto:anna@contoso.com?subject=unsubscribe%20${"0a".repeat(32)}>, <${url}>`,
  );
});

test.each([
  "anna@contoso.com",
  "o'brien+sales@contoso.com",
  "a&b?c=d@contoso.com",
  "50%@contoso.com",
  "x>,<y@contoso.com",
  "ä@ö.example",
])("leads a program that reads addresses as they are written to %s", (address) => {
  const { value } = listUnsubscribe(address, url);
  const [mail = "", page, ...others] = value.split(", ");
  expect([page, others]).toEqual([`<${url}>`, []]);
  expect(mail).toMatch(/^<mailto:[^<>\s]+>$/);
  const read = new URL(mail.slice(1, -1));
  expect(decodeURIComponent(read.pathname)).toBe(address);
  expect([...read.searchParams]).toEqual([["subject", `unsubscribe ${"0a".repeat(32)}`]]);
});
