import { describe, expect, test } from "vitest";
import { isDeadAddress, readReport } from "./read-report";

const report = (status: string, action = "failed") =>
  [
    "From: MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.com",
    "Subject: Undeliverable: Invoices",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b1",
    "MIME-Version: 1.0",
    "",
    "--b1",
    "Content-Type: text/plain",
    "",
    "Your message could not be delivered.",
    "--b1",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns;x.example",
    "",
    "Final-Recipient: rfc822;Lena@Hotmail.example",
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp;550 ${status} RESOLVER.ADR.RecipientNotFound;`,
    "  not found",
    "--b1",
    "Content-Type: text/rfc822-headers",
    "",
    "Message-ID:",
    " <original@contoso.com>",
    "X-Countersign-Key: abc",
    "--b1--",
    "",
  ].join("\r\n");

test("reads recipient, status and the original's Message-ID, folded lines included", async () => {
  expect(await readReport(report("5.1.10"))).toEqual({
    action: "failed",
    status: "5.1.10",
    recipient: "lena@hotmail.example",
    originalMessageId: "<original@contoso.com>",
  });
});

test("a mail without a report part is no report", async () => {
  expect(await readReport("Subject: hello\r\n\r\nhow are you")).toBeNull();
});

describe("an address is dead", () => {
  test.each(["5.1.1", "5.1.2", "5.1.10", "5.2.1", "5.4.1", "5.4.310"])("with status %s", async (status) => {
    const read = await readReport(report(status));
    expect(read && isDeadAddress(read)).toBe(true);
  });
});

describe("an address is not dead", () => {
  test.each(["5.2.2", "5.7.1", "5.7.515", "5.7.233", "4.4.7"])("with status %s", async (status) => {
    const read = await readReport(report(status));
    expect(read && isDeadAddress(read)).toBe(false);
  });
  test("when delivery is only delayed", async () => {
    const read = await readReport(report("4.4.7", "delayed"));
    expect(read && isDeadAddress(read)).toBe(false);
  });
});
