import { describe, expect, test } from "vitest";
import { judgeReport } from "./judge-report";
import { readRawReport } from "./read-raw-report";
import { readReportWords } from "./read-report-words";

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
  expect(await readRawReport(report("5.1.10"))).toEqual({
    action: "failed",
    status: "5.1.10",
    recipient: "lena@hotmail.example",
    originalMessageId: "<original@contoso.com>",
    says: "smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found",
  });
});

test("a mail without a report part is no report", async () => {
  expect(await readRawReport("Subject: hello\r\n\r\nhow are you")).toBeNull();
});

describe("an address is dead", () => {
  test.each(["5.1.1", "5.1.2", "5.1.10", "5.2.1", "5.4.1", "5.4.310"])("with status %s", async (status) => {
    const read = await readRawReport(report(status));
    expect(read && judgeReport(read)).toBe("hard");
  });
});

describe("an address is not dead", () => {
  test.each(["5.2.2", "5.7.1", "5.7.515", "5.7.233", "4.4.7"])("with status %s", async (status) => {
    const read = await readRawReport(report(status));
    expect(read && judgeReport(read)).not.toBe("hard");
  });
  test("when delivery is only delayed", async () => {
    const read = await readRawReport(report("4.4.7", "delayed"));
    expect(read && judgeReport(read)).not.toBe("hard");
  });
});

describe("hostile reports", () => {
  test("that are nested without end are read as they stand", async () => {
    const levels = Array.from({ length: 3000 }, (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`);
    const mime = `Content-Type: multipart/mixed; boundary=b0\r\n\r\n${levels.join("")}${report("5.1.1")}`;
    expect(await readRawReport(mime)).toMatchObject({ recipient: "lena@hotmail.example", status: "5.1.1" });
  });
  test.each([
    ["addresses without a domain", "a@".repeat(400_000)],
    ["blanks", `550 ${" ".repeat(900_000)}`],
    ["folded lines", `Final-Recipient: x\n${" \n".repeat(300_000)}`],
    ["dashes", `${"-".repeat(900_000)}`],
    ["open tags", "<".repeat(900_000)],
  ])("of %s take no time", async (_, text) => {
    const began = performance.now();
    await readRawReport(`Subject: x\r\nContent-Type: text/html\r\n\r\n${text}`);
    await readRawReport(`Subject: x\r\n\r\n${text}`);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

test("a code that says nothing gives way to the one in the other server's words", async () => {
  const mime = report("5.0.0").replace("550 5.0.0 RESOLVER", "550 5.1.1 RESOLVER");
  expect(await readRawReport(mime)).toMatchObject({ status: "5.1.1" });
});

describe("a report about our own account", () => {
  const says = (status: string, words: string) =>
    judgeReport({ action: "failed", status, recipient: null, originalMessageId: null, says: words });
  test.each([
    ["5.1.8", "550 5.1.8 Access denied, bad outbound sender"],
    ["5.1.90", "550 5.1.90 Your message can't be sent"],
    ["5.2.2", "550 5.2.2 Submission quota exceeded"],
    ["5.7.705", "Access denied, tenant has exceeded threshold"],
    ["5.7.708", "Access denied, traffic not accepted from this IP"],
    ["5.7.233", "tenant external recipient rate limit"],
  ])("has %s and its words", (status, words) => {
    expect(says(status, words)).toBe("ours");
  });
  test.each([
    ["5.1.8", "550 5.1.8 <anna@contoso.com>: Sender address rejected: Domain not found"],
    ["5.2.2", "552 5.2.2 Mailbox full"],
    ["5.7.1", "550 5.7.1 Access denied"],
  ])("has not %s with other words", (status, words) => {
    expect(says(status, words)).toBe("soft");
  });
});

test("words without an address and a code are no report", () => {
  expect(readReportWords("Something went wrong.")).toBeNull();
});

test("addresses and codes in the mail that comes back are not the report's", () => {
  const words = "Sorry.\n--- Below this line is a copy of the message.\nTo: other@x.example\n550 5.1.1";
  expect(readReportWords(words)).toBeNull();
});
