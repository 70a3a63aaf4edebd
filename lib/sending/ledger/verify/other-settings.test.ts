import { expect, test } from "vitest";
import { linkUnsubscribe, listUnsubscribe } from "../../../mail/leaving/list-unsubscribe";
import type { MailRequest } from "../../../mail/mail-request";
import { noSettings } from "../../../microsoft/graph/read-settings";
import { otherSettings } from "./other-settings";

const url = `http://localhost:3000/u/${"0a".repeat(32)}`;
const content = {
  from: { senderAccountId: "s", email: "anna@contoso.com", name: "Anna Keller" },
  to: { email: "lena@hotmail.example", name: "Lena" },
  subject: "Invoices",
  html: "<p>Hi Lena</p>",
  thread: null,
  unsubscribeUrl: url,
};
const [mailAndPage, page] = [listUnsubscribe("anna@contoso.com", url), linkUnsubscribe(url)];
const signed: [string, MailRequest, string, string][] = [
  ["in version 1", { ...content, version: 1 }, page.value, mailAndPage.value],
  ["in version 2 with the page alone", { ...content, version: 2, headers: [page] }, page.value, mailAndPage.value],
  ["with a mail first", { ...content, version: 2, headers: [mailAndPage] }, mailAndPage.value, page.value],
];

test.each(signed)("a mail signed %s unsubscribes where it was signed to, and nowhere else", (_, request, own, other) => {
  const differences = (unsubscribe: string | null) => otherSettings(request, { ...noSettings, unsubscribe });
  expect(differences(own)).toEqual([]);
  expect(differences(null)).toEqual([]);
  expect(differences(` ${own.replace(", ", ",\r\n\t")} `)).toEqual([]);
  for (const changed of [other, "<https://evil.example/u>", `${own}, <https://evil.example/u>`])
    expect(differences(changed)).toEqual([
      { field: "settings", before: `Unsubscribes at ${own}`, after: `Unsubscribes at ${changed}` },
    ]);
});
