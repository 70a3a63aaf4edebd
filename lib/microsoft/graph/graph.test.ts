import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MailRequest } from "../../mail/mail-request";
import type { Mailbox } from "./clients";
import { createDraft } from "./create-draft";
import { createReplyDraft } from "./create-reply-draft";
import { deleteDraft } from "./delete-draft";
import { findById, findByKey, findByMessageId } from "./find-message";
import { answerOf } from "./graph-answer";
import { sendMessage } from "./send-message";
import { type MailWorld, startMail } from "./testing/start-mail";

let world: MailWorld;
let mailbox: Mailbox;
let count = 0;

const admin: MailWorld["admin"] = (method, path, body) => world.admin(method, path, body);
const nextKey = () => `key-${process.pid}-${count++}`;
const request = (change: Partial<Extract<MailRequest, { version: 1 }>> = {}): MailRequest => ({
  version: 1,
  from: { senderAccountId: "s", email: "anna@contoso.com", name: "Anna Keller" },
  to: { email: `lena+${count}@hotmail.example`, name: "Lena" },
  subject: "Invoices",
  html: "<p>Hi Lena</p>",
  thread: null,
  unsubscribeUrl: "http://localhost:3000/u/abc",
  ...change,
});
const delivered = (key: string) => world.delivered(key);

beforeAll(async () => {
  world = await startMail(process.env);
  mailbox = world.mailbox;
});
afterAll(() => world.end());
beforeEach(async () => {
  await admin("DELETE", "faults");
  await admin("POST", "settings", { moveDelayMs: 150, deliveryDelayMs: 20, lookupLagMs: 100, movedGoneMs: 100 });
});

test("a draft leaves once, with its key, its link and its text, and keeps its id", async () => {
  const key = nextKey();
  const given = request({ subject: "Größe & + # 'x'" });
  const draft = await createDraft(mailbox, given, key);
  expect(await findById(mailbox, draft.graphId)).toMatchObject({ ...draft, isDraft: true });
  expect(await sendMessage(mailbox, draft.graphId)).toMatchObject({ verdict: "done", status: 202 });
  await expect.poll(() => delivered(key)).toHaveLength(1);
  await expect.poll(async () => (await findById(mailbox, draft.graphId))?.isDraft).toBe(false);
  const [mail] = await delivered(key);
  expect(mail).toMatchObject({ recipient: given.to.email, subject: given.subject, message_id: draft.internetMessageId });
  expect(String(mail?.body)).toContain("<p>Hi Lena</p>");
  expect(JSON.stringify(mail?.headers)).toContain("<http://localhost:3000/u/abc>");
});

test("a mail is found by its key and by its Message-ID, in the end and whatever stands in them", async () => {
  const key = `${nextKey()}+a&b#c'd`;
  const draft = await createDraft(mailbox, request(), key);
  await expect.poll(() => findByKey(mailbox, key)).toEqual([{ ...draft, isDraft: true }]);
  await expect.poll(() => findByMessageId(mailbox, draft.internetMessageId)).toEqual([{ ...draft, isDraft: true }]);
  expect(await findByKey(mailbox, "nobody")).toEqual([]);
  await deleteDraft(mailbox, draft.graphId);
  await deleteDraft(mailbox, draft.graphId);
  expect(await findById(mailbox, draft.graphId)).toBeNull();
});

test("a follow-up goes to the contact, in the same thread, under our subject", async () => {
  const first = await createDraft(mailbox, request(), nextKey());
  await sendMessage(mailbox, first.graphId);
  await expect.poll(async () => (await findById(mailbox, first.graphId))?.isDraft).toBe(false);
  await admin("POST", "settings", { subjectPrefix: { "anna@contoso.com": "AW: " } });
  const key = nextKey();
  const given = request({ subject: "Re: Invoices", html: "<p>again</p>" });
  const reply = await createReplyDraft(mailbox, given, key, first.graphId);
  expect(reply.conversationId).toBe(first.conversationId);
  expect((await sendMessage(mailbox, reply.graphId)).status).toBe(202);
  await expect.poll(() => delivered(key)).toHaveLength(1);
  const [mail] = await delivered(key);
  expect(mail).toMatchObject({ recipient: given.to.email, subject: "Re: Invoices", in_reply_to: first.internetMessageId });
});

describe("sending", () => {
  test.each([
    ["status-before", 503, 0],
    ["status-after", 504, 1],
    ["status-before", 429, 0],
  ] as const)("asks once when Graph answers %s %i; the mail left %i times", async (kind, status, times) => {
    const key = nextKey();
    const draft = await createDraft(mailbox, request(), key);
    await admin("POST", "faults", { kind, status, path: "/send$", times: null, retryAfter: "1" });
    expect(await sendMessage(mailbox, draft.graphId)).toMatchObject({ verdict: "later", status });
    await new Promise((done) => setTimeout(done, 500));
    expect(await delivered(key)).toHaveLength(times);
  });

  test("takes a 202 with Retry-After for what it is", async () => {
    const draft = await createDraft(mailbox, request(), nextKey());
    await admin("POST", "faults", { kind: "202-retry-after", path: "/send$", retryAfter: "3" });
    expect(await sendMessage(mailbox, draft.graphId)).toEqual({ verdict: "done", status: 202, code: "", retryAfterSeconds: 3 });
  });

  test("says that no answer came when the line was cut", async () => {
    const draft = await createDraft(mailbox, request(), nextKey());
    await admin("POST", "faults", { kind: "drop-after", path: "/send$" });
    expect(await sendMessage(mailbox, draft.graphId)).toMatchObject({ verdict: "later", status: -1 });
  });

  test("of what is no draft any more is missing, not an error", async () => {
    const draft = await createDraft(mailbox, request(), nextKey());
    await sendMessage(mailbox, draft.graphId);
    await expect.poll(async () => (await findById(mailbox, draft.graphId))?.isDraft).toBe(false);
    expect(await sendMessage(mailbox, draft.graphId)).toMatchObject({ verdict: "missing", status: 404 });
  });
});

test("a dead token is a mailbox that is signed out", async () => {
  const error = await createDraft({ token: async () => "dead" }, request(), nextKey()).catch((thrown: unknown) => thrown);
  expect(answerOf(error)).toMatchObject({ verdict: "signed out", status: 401 });
});
