import { expect, test } from "vitest";
import type { MailRequest } from "../../mail/mail-request";
import { messageOf } from "./create-draft";

const content = {
  from: { senderAccountId: "s", email: "anna@contoso.com", name: "Anna Keller" },
  to: { email: "lena@hotmail.example", name: "Lena" },
  subject: "Invoices",
  html: "<p>Hi Lena</p>",
  thread: null,
  unsubscribeUrl: "http://localhost:3000/u/abc",
};
const propertiesOf = (request: MailRequest) => (messageOf(request, "k").singleValueExtendedProperties ?? []).slice(2);

test("a mail signed in version 1 gets the one header that it never named", () => {
  expect(propertiesOf({ ...content, version: 1 })).toEqual([{ id: "String 0x1045", value: "<http://localhost:3000/u/abc>" }]);
});

test("a mail signed in version 2 gets the headers it was signed with, and no other", () => {
  const headers = [
    { name: "List-Unsubscribe", value: "<http://localhost:3000/u/abc>" },
    { name: "X-Campaign", value: "spring" },
  ];
  expect(propertiesOf({ ...content, version: 2, headers })).toEqual([
    { id: "String 0x1045", value: "<http://localhost:3000/u/abc>" },
    { id: "String {00020386-0000-0000-C000-000000000046} Name X-Campaign", value: "spring" },
  ]);
  expect(propertiesOf({ ...content, version: 2, headers: [] })).toEqual([]);
});
