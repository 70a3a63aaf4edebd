import { describe, expect, test } from "vitest";
import { readReport } from "./read-report";
import { failed, plain, saying, shown, withFields } from "./testing/make-report";

const gone = "550 5.1.1 user unknown";

test("the code, both addresses, the mail it is about and the other server's words, folded lines included", async () => {
  const block = failed("5.1.10 (not known)", "550 5.1.10 Recipient\r\n  not found", { final: "Lena@Hotmail.example" });
  expect(await readReport(shown, withFields([block]))).toEqual({
    blames: "address",
    reach: null,
    status: "5.1.10",
    recipient: "lena@hotmail.example",
    writtenTo: "lena@hotmail.example",
    originalMessageId: "<original@contoso.com>",
    says: "550 5.1.10 Recipient not found",
  });
});

describe("a code that says nothing gives way to one that says more", () => {
  test.each([
    ["in the other server's answer", "5.0.0", "550 5.1.1 no", "", "5.1.1"],
    ["in the report's words", "5.0.0", "550 no such user", "Refused (#5.1.1).", "5.1.1"],
    ["nowhere", "5.0.0", "550 no such user", "", "5.0.0"],
    ["but not one that says as much", "5.7.1", "550 5.7.9 no", "", "5.7.1"],
  ])("%s", async (_, status, says, words, expected) => {
    expect(await readReport(shown, withFields([failed(status, says)], undefined, words))).toMatchObject({ status: expected });
  });
});

describe("of several recipients", () => {
  const full = failed("5.2.2", "552 5.2.2 mailbox full", { final: "office@hotmail.example" });
  test("it is about the one we wrote to", async () => {
    const raw = withFields([full, failed("5.1.1", gone)]);
    expect(await readReport(shown, raw)).toMatchObject({ blames: "address", recipient: "lena@hotmail.example" });
  });
  test("it is about the one that failed", async () => {
    const relayed = failed("2.0.0", "250 ok", { action: "relayed", final: "lena@hotmail.example" });
    expect(await readReport(shown, withFields([relayed, full], "lena@hotmail.example, office@hotmail.example"))).toMatchObject({
      blames: "for now",
      recipient: "office@hotmail.example",
    });
  });
  test("words stand beside each", async () => {
    const words =
      "<office@y.example>: host said: 552 mailbox full\n\n<lena@y.example>: host said: 550 no such user\n\n--- copy of the message\nTo: lena@y.example\nMessage-ID: <a@x>";
    expect(await readReport(shown, plain(words))).toMatchObject({
      blames: "address",
      recipient: "lena@y.example",
      writtenTo: "lena@y.example",
    });
  });
});

describe("the mailbox behind an address", () => {
  const original = "Original-Recipient: rfc822;pat@fabrikam.example";
  test("is the address itself where it is the same organisation's", async () => {
    const block = [original, ...failed("5.1.10", "550 5.1.10 not found", { final: "pat4@fabrikam.onmicrosoft.com" })];
    expect(await readReport(shown, withFields([block], "pat@fabrikam.example"))).toMatchObject({
      blames: "address",
      recipient: "pat@fabrikam.example",
    });
  });
  test.each(["IMCEAEX-_O=FABRIKAM_CN=PAT@fabrikam.example", "pat@mail.fabrikam.example", "pat4@fabrikam.onmicrosoft.com"])(
    "is called %s without being another's",
    async (final) => {
      expect(await readReport(shown, withFields([failed("5.1.1", gone, { final })], "pat@fabrikam.example"))).toMatchObject({
        blames: "address",
      });
    },
  );
  test.each([
    ["by its fields", withFields([[original, ...failed("5.1.1", gone, { final: "pat@home.example" })]], null)],
    ["by whom we wrote to", withFields([failed("5.2.2", "552 full", { final: "pat@home.example" })], "pat@fabrikam.example")],
    [
      "behind a list of the same organisation",
      withFields([failed("5.1.1", gone, { final: "lena@fabrikam.example" })], "all@fabrikam.example"),
    ],
    ["by Exim's words", plain("  pat@home.example\n    (generated from pat@fabrikam.example)\n    550 user unknown")],
    ["by Sendmail's words", plain("<pat@home.example>\n    (reason: 550 no)\n    (expanded from: <pat@fabrikam.example>)")],
    [
      "by a German server's words",
      plain("Die Weiterleitung von pat@fabrikam.example an pat@home.example schlug fehl: 550 user unknown"),
    ],
  ])("may be somebody else's: %s", async (_, raw) => {
    expect(await readReport(shown, raw)).toMatchObject({
      blames: "forwarder",
      recipient: expect.stringMatching(/^(pat@home|lena@fabrikam)/),
    });
  });
  test("is not somebody else's because people are told how to forward", async () => {
    const raw = withFields([failed("5.1.1", gone)], undefined, "Please forward this message to your administrator.");
    expect(await readReport(shown, raw)).toMatchObject({ blames: "address" });
  });
});

describe("words alone", () => {
  test("name the address, the code and the mail that comes back", async () => {
    const words =
      "I was not able to deliver it.\n\n<lena@y.example>:\nNo mailbox by that name. (#5.1.1)\n\n--- Below this line is a copy.\n\nReceived: from a by b\nTo: Lena <lena@y.example>\nMessage-ID: <first@contoso.com>\n\nNo spam, no virus, 552 5.2.2 full.";
    for (const raw of [plain(words), plain(`<pre>${words.replaceAll("<", "&lt;")}</pre>`, "text/html"), null]) {
      expect(await readReport(saying(words), raw)).toMatchObject({
        blames: "address",
        status: "5.1.1",
        recipient: "lena@y.example",
        writtenTo: "lena@y.example",
        originalMessageId: "<first@contoso.com>",
      });
    }
  });
  test("may name the local part alone, or nobody", async () => {
    const words =
      "It was undeliverable to:\n  lena (user not found)\n\nOriginal message follows:\n\nTo: Lena <lena@y.example>\nMessage-ID: <a@x>\n";
    expect(await readReport(shown, plain(words))).toMatchObject({ blames: "address", recipient: "lena@y.example" });
    expect(await readReport(shown, plain("Your mail: 550 5.1.1 user unknown"))).toMatchObject({
      status: "5.1.1",
      recipient: null,
    });
  });
  test("come second to the header that names who failed", async () => {
    const message = { ...shown, headers: [...shown.headers, { name: "X-Failed-Recipients", value: "lena@y.example" }] };
    expect(await readReport(message, plain("Ask help@y.example.\n550 no such user"))).toMatchObject({
      recipient: "lena@y.example",
    });
  });
  test("first tell which mail, and then what became of it", async () => {
    const words =
      "This is about the mail with these headers:\n\n  Message-id: <a@x>\n  To: lena@y.example\n\nIt could not be delivered.\n  Reason: user disabled\n";
    expect(await readReport(saying(words), null)).toMatchObject({
      blames: "address",
      recipient: "lena@y.example",
      originalMessageId: "<a@x>",
    });
  });
  test("of nothing are no report", async () => {
    expect(await readReport({ ...shown, subject: "hello" }, "Subject: hello\r\n\r\nhow are you")).toBeNull();
    expect(await readReport({ ...shown, subject: "" }, null)).toBeNull();
  });
});

test("Exchange's classes tell of delays and of good news where the raw text cannot be had", async () => {
  const of = (messageClass: string) => readReport(saying("lena@y.example", { messageClass }), null);
  expect(await of("REPORT.IPM.Note.Delayed")).toMatchObject({ blames: "delayed" });
  expect(await of("REPORT.IPM.Note.DR")).toMatchObject({ blames: "delivered" });
});
