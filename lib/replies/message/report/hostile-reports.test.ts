import { describe, expect, test } from "vitest";
import { quickest } from "../../../env/testing/quickest";
import { isReport } from "./is-report";
import { readReport } from "./read-report";
import { failed, plain, saying, shown, withFields } from "./testing/make-report";

const sound = withFields([failed("5.1.1", "550 5.1.1 user unknown")]);

test("nested without end, it is read as it stands", async () => {
  const levels = Array.from({ length: 300 }, (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`);
  const mime = `Content-Type: multipart/mixed; boundary=b0\r\n\r\n${levels.join("")}${sound}`;
  expect(await readReport(shown, mime)).toMatchObject({ recipient: "lena@hotmail.example", status: "5.1.1", blames: "address" });
});

test("nested without end and without a word, only its subject speaks", async () => {
  const levels = Array.from({ length: 300 }, (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`);
  expect(await readReport(shown, `Content-Type: multipart/mixed; boundary=b0\r\n\r\n${levels.join("")}`)).toMatchObject({
    blames: "for now",
    recipient: null,
  });
});

describe("still read", () => {
  const fields = failed("5.1.1", "550 5.1.1 user unknown").join("\r\n");
  const base64 = Buffer.from(fields).toString("base64");
  test.each([
    [
      "parts in base64",
      sound.replace(
        `delivery-status\r\n\r\nReporting-MTA: dns;x.example\r\n\r\n${fields}`,
        `delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`,
      ),
    ],
    ["an unknown charset", sound.replace("charset=utf-8", "charset=klingon")],
    ["another boundary than its header says", sound.replace("boundary=b1", "boundary=b2")],
    ["an end that is missing", sound.slice(0, sound.indexOf("Diagnostic-Code"))],
    ["its fields in a part of text", sound.replace("message/delivery-status", "text/plain")],
    [
      "wrapped by a gateway",
      `Content-Type: multipart/mixed; boundary=g\r\n\r\n--g\r\n${sound}\r\n--g\r\nContent-Type: text/plain\r\n\r\nUnsubscribe\r\n--g--`,
    ],
    [
      "a part of another name",
      sound.replace("message/delivery-status", "message/global-delivery-status").replace("rfc822;", "utf-8;"),
    ],
  ])("with %s", async (_, raw) => {
    expect(await readReport(shown, raw)).toMatchObject({ blames: "address", status: "5.1.1", recipient: "lena@hotmail.example" });
  });
  test("with umlauts lost, and in a Japanese code that is not named", async () => {
    expect(await readReport(shown, plain("lena@y.example: Das Postfach ist \ufffdberf\ufffdllt"))).toMatchObject({
      blames: "for now",
    });
    const full = "lena@y.example \u001b$B%a!<%k%\\%C%/%9$,0lGU$G$9\u001b(B";
    expect(await readReport(shown, plain(full, "text/plain; charset=us-ascii"))).toMatchObject({ blames: "for now" });
  });
});

const size = 300_000;
const fill = (some: string) => some.repeat(Math.ceil(size / some.length)).slice(0, size);

describe("takes no time", () => {
  test.each([
    ["addresses without a domain", fill("a@")],
    ["blanks", `550 ${fill(" ")}`],
    ["folded lines", `Final-Recipient: x\n${fill(" \n")}`],
    ["dashes", fill("-")],
    ["lines of dashes", fill(`${"-".repeat(150)}\n`)],
    ["open tags", fill("<")],
    ["codes", fill("550 5.1.1 ")],
    ["words of reports", fill("mailbox user address ")],
    ["headers", fill("To: x\n")],
    ["recipients", fill("Final-Recipient: rfc822; a@b.example\nAction: failed\n\n")],
    ["names of hosts", fill("a.b.")],
    ["marks on letters", fill("a\u0301")],
  ])("of %s", async (_, text) => {
    const raws = ["text/plain", "text/html", "message/delivery-status", "message/rfc822"].map((type) => plain(text, type));
    const message = saying(text, { from: "postmaster@x.example", subject: text.slice(0, 2000) });
    const readAll = async () => {
      for (const raw of raws) await readReport(shown, raw);
      isReport(message);
      await readReport(message, null);
    };
    // Five readings; some thirty milliseconds each on a quiet machine.
    expect(await quickest(readAll, 5 * 250, 5)).toBeLessThan(5 * 250);
  });
});
