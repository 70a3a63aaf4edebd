import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { readSetAsides } from "../listening/read-set-asides";
import { openMailbox, type PolledMailbox } from "../testing/polled-mailbox";

/** Mail that was made to stop a reader, or does so by chance, with an answer behind it. */
let world: MailWorld;
let anna: PolledMailbox;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  anna = await openMailbox(world);
});

const exchange = "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.com";
const from = (address: string) => ({ emailAddress: { address, name: address } });
const nested = (depth: number) => {
  const head = ["From: mailer-daemon@evil.example", "Subject: Undeliverable: hello", "MIME-Version: 1.0"];
  const part = (level: number) => [`Content-Type: multipart/mixed; boundary="n${level}"`, "", `--n${level}`];
  return [...head, ...Array.from({ length: depth }, (_, level) => part(level)).flat()].join("\r\n");
};
const report = { messageClass: "REPORT.IPM.Note.NDR", subject: "Undeliverable: hello", from: from(exchange) };

const hostile: [string, Record<string, unknown>][] = [
  ["three hundred nested parts", { ...report, from: from("mailer-daemon@evil.example"), raw: nested(300) }],
  ["ten thousand nested parts", { ...report, from: from("mailer-daemon@evil.example"), raw: nested(10_000) }],
  ["a Message-ID of 6,000 letters", { internetMessageId: `<${"x".repeat(6000)}@evil.example>`, from: from("a@evil.example") }],
  [
    "a charset that lies",
    { ...report, raw: `Content-Type: text/plain; charset=utf-16\r\n\r\n${"\u00ff\ufffd\u0001".repeat(900)}` },
  ],
  ["a charset that nobody knows", { ...report, raw: "Content-Type: text/html; charset=x-klingon\r\n\r\n<p>\u0001\u009d</p>" }],
  ["25 megabytes", { body: { contentType: "text", content: "x".repeat(25_000_000) }, from: from("a@evil.example") }],
  ["25 megabytes of report", { ...report, raw: `Content-Type: text/plain\r\n\r\n${"lorem ipsum\r\n".repeat(2_000_000)}` }],
  ["nothing at all", { from: null, sender: null, subject: null, internetMessageId: null, conversationId: null, body: null }],
  ["a header of a megabyte", { internetMessageHeaders: [{ name: "X-Long", value: "y".repeat(1_000_000) }] }],
];

test.each(hostile)("%s: reading ends soon, and the answer behind it is found", { timeout: 120_000 }, async (_, message) => {
  expect(await anna.put(message)).toEqual(expect.any(String));
  await anna.answer(await anna.sent());
  const began = performance.now();
  // The answer, and the other one where it may be somebody's.
  expect([1, 2]).toContain((await anna.poll()).written);
  expect(performance.now() - began).toBeLessThan(60_000);
  expect(await anna.contact()).toMatchObject({ status: "replied" });
  expect(await anna.poll()).toEqual({ read: expect.any(Number), written: 0 });
});

test("an answer with a Message-ID of 6,000 letters ends the contact once", async () => {
  await anna.sent();
  const [row] = await world.db.admin`select internet_message_id as id from deliveries where draft_id = ${anna.mail.draftId}`;
  const internetMessageId = `<${"x".repeat(6000)}@c.example>`;
  for (const folder of ["inbox", "Clients"])
    await anna.put({ internetMessageId, folder, inReplyTo: row?.id, from: from(anna.mail.email), subject: "Re: Hello" });
  expect(await anna.poll()).toMatchObject({ written: 1 });
  expect(await anna.contact()).toMatchObject({ status: "replied" });
  expect(await anna.poll()).toEqual({ read: 0, written: 0 });
  expect(await anna.count("email_replies")).toBe(1);
});

test("an answer whose 500th letter is half of one is kept without the half", async () => {
  const text = `${"a".repeat(499)}\u{1f44d} yes`;
  await anna.answer(await anna.sent(), { text });
  await anna.poll();
  const [row] = await world.db.admin`select snippet from email_replies where team_id = ${anna.mail.scope.teamId}`;
  expect(row?.snippet).toBe("a".repeat(499));
});

test("a report about signed mail, whose raw text answers 500 for ever, is understood by its words", async () => {
  await world.admin("POST", "bounce", { id: await anna.sent(), status: "5.1.10", smime: true });
  expect(await anna.poll()).toMatchObject({ read: 1 });
  expect(await readSetAsides(anna.mail.scope, anna.mailbox)).toEqual([]);
});

test("one without words either is tried a few times, set aside where a person sees why, and the rest is read", async () => {
  await anna.put({ ...report, messageClass: "REPORT.IPM.Note.SMIME.NDR", body: { contentType: "text", content: "" } });
  await anna.answer(await anna.sent());
  expect(await anna.poll()).toMatchObject({ written: 1 });
  for (let turn = 0; turn < 2; turn++) {
    await anna.pass(1000);
    await anna.poll();
  }
  const [aside, ...more] = await readSetAsides(anna.mail.scope, anna.mailbox);
  expect(aside).toMatchObject({ says: "Exchange cannot turn it into text", tries: 3, givenUp: true });
  expect(more).toEqual([]);
  expect(await anna.place()).toMatchObject({ last_polled_at: expect.any(Date), error: null });
});

test.each([
  ["that the address is dead", "5.1.10", "RESOLVER.ADR.RecipientNotFound"],
  ["that our tenant is blocked", "5.7.705", "Access denied, tenant has exceeded threshold"],
])("a report in the name of our own Exchange %s, which nobody vouched for, does nothing", async (_, status, words) => {
  await anna.sent();
  await anna.put({
    ...report,
    folder: "junkemail",
    internetMessageHeaders: [
      {
        name: "Authentication-Results",
        value: "spf=fail smtp.mailfrom=evil.example; dmarc=fail action=quarantine; compauth=fail reason=000",
      },
    ],
    raw: [
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns;x.example",
      "",
      `Final-Recipient: rfc822;${anna.mail.email}`,
      "Action: failed",
      `Status: ${status}`,
      `Diagnostic-Code: smtp;550 ${status} ${words}`,
      "--b--",
    ].join("\r\n"),
  });
  expect(await anna.poll()).toMatchObject({ written: 1 });
  expect(await anna.contact()).toMatchObject({ status: "in_progress" });
  expect(await anna.account()).toMatchObject({ trouble: null });
  expect(await anna.count("suppressions")).toBe(0);
});

test("what an answer quotes is no wish of its writer, in whatever lines Exchange gives it", async () => {
  await anna.sent();
  const [row] = await world.db.admin`select internet_message_id as id from deliveries where draft_id = ${anna.mail.draftId}`;
  const content = "Sure, call me.\r\n\r\n> Please remove me from your list\r\n> unsubscribe\r\n";
  await anna.put({
    from: from(anna.mail.email),
    subject: "Re: Hello",
    inReplyTo: row?.id,
    body: { contentType: "text", content },
  });
  await anna.poll();
  expect(await anna.contact()).toMatchObject({ status: "replied" });
  expect(await anna.count("suppressions")).toBe(0);
});
