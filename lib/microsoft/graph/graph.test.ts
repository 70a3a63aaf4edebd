import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MailRequest } from "../../mail/mail-request";
import { type Mailbox, readClient, writeClient } from "./clients";
import { createDraft, draftOf, type GraphDraft } from "./create-draft";
import { createReplyDraft } from "./create-reply-draft";
import { deleteDraft } from "./delete-draft";
import { findById, findByKey, findByMessageId } from "./find-message";
import { answerOf } from "./graph-answer";
import { sendKeyHeader, sendKeyProperty } from "./send-key";
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

/** A draft, with the ids by which it is found again. */
async function makeDraft(...of: Parameters<typeof createDraft>): Promise<GraphDraft> {
  const { shown, ...ids } = await createDraft(...of);
  expect(shown).toMatchObject({ subject: of[1].subject, to: [{ email: of[1].to.email }] });
  return ids;
}

/** The item that a mail became when it left, whatever its id is now. */
async function sentCopy(draft: GraphDraft) {
  const sent = async () => (await findByMessageId(mailbox, String(draft.internetMessageId))).find((one) => !one.isDraft);
  return expect
    .poll(sent, { timeout: 5000 })
    .toBeTruthy()
    .then(async () => String((await sent())?.graphId));
}

/** Microsoft's pages contradict each other on this; the product lives with both. */
describe.each(["stays", "changes"])("where the id of a draft %s when it is sent", (sentId) => {
  beforeAll(() => admin("POST", "settings", { sentId }));

  test("a draft leaves once, with its key, its link and its text, and is found by its Message-ID", async () => {
    const key = nextKey();
    const given = request({ subject: "Größe & + # 'x'" });
    const draft = await makeDraft(mailbox, given, key);
    expect(await findById(mailbox, draft.graphId)).toMatchObject({ ...draft, isDraft: true });
    expect(await sendMessage(mailbox, draft.graphId)).toMatchObject({ verdict: "done", status: 202 });
    await expect.poll(() => delivered(key)).toHaveLength(1);
    expect((await sentCopy(draft)) === draft.graphId).toBe(sentId === "stays");
    const [mail] = await delivered(key);
    expect(mail).toMatchObject({ recipient: given.to.email, subject: given.subject, message_id: draft.internetMessageId });
    expect(String(mail?.body)).toContain("<p>Hi Lena</p>");
    expect(mail?.headers).toContainEqual({ name: "List-Unsubscribe", value: "<http://localhost:3000/u/abc>" });
    expect(mail?.headers).toContainEqual({ name: "x-countersign-key", value: key });
  });

  test("a follow-up goes to the contact, in the same thread, under our subject, with its key and its link", async () => {
    const first = await makeDraft(mailbox, request(), nextKey());
    await sendMessage(mailbox, first.graphId);
    const sent = await sentCopy(first);
    await admin("POST", "settings", { subjectPrefix: { "anna@contoso.com": "AW: " } });
    const key = nextKey();
    const given = request({ subject: "Re: Invoices", html: "<p>again</p>" });
    const reply = await createReplyDraft(mailbox, given, key, sent);
    expect(reply.conversationId).toBe(first.conversationId);
    expect((await sendMessage(mailbox, reply.graphId)).status).toBe(202);
    await expect.poll(() => delivered(key)).toHaveLength(1);
    const [mail] = await delivered(key);
    expect(mail).toMatchObject({ recipient: given.to.email, subject: "Re: Invoices", in_reply_to: first.internetMessageId });
    expect(mail?.headers).toContainEqual({ name: "List-Unsubscribe", value: "<http://localhost:3000/u/abc>" });
    expect(mail?.headers).toContainEqual({ name: "x-countersign-key", value: key });
  });

  test("sending what is no draft any more is missing, not an error", async () => {
    const draft = await makeDraft(mailbox, request(), nextKey());
    await sendMessage(mailbox, draft.graphId);
    await sentCopy(draft);
    expect(await sendMessage(mailbox, draft.graphId)).toMatchObject({ verdict: "missing", status: 404 });
  });
});

test("a request that names its headers carries these and no others", async () => {
  const key = nextKey();
  const headers = [
    { name: "List-Unsubscribe", value: "<http://localhost:3000/u/signed>" },
    { name: "x-signed", value: "yes" },
  ];
  const draft = await makeDraft(mailbox, { ...request(), version: 2, headers } as MailRequest, key);
  await sendMessage(mailbox, draft.graphId);
  await expect.poll(() => delivered(key)).toHaveLength(1);
  expect((await delivered(key))[0]?.headers).toEqual(
    expect.arrayContaining([...headers, { name: "x-countersign-key", value: key }]),
  );
  expect((await delivered(key))[0]?.headers).toHaveLength(3);
});

test("a follow-up that cannot be filled in leaves nothing behind", async () => {
  const first = await makeDraft(mailbox, request(), nextKey());
  await admin("POST", "faults", { kind: "status-before", method: "PATCH", status: 403, code: "ErrorQuotaExceeded" });
  const error = await createReplyDraft(mailbox, request(), nextKey(), first.graphId).catch((thrown: unknown) => thrown);
  expect(answerOf(error)).toMatchObject({ verdict: "full", code: "ErrorQuotaExceeded" });
  const drafts = (await readClient(mailbox)
    .api("/me/mailFolders/drafts/messages")
    .query("$select=id,conversationId&$top=100")
    .get()) as { value: { id: string; conversationId: string }[] };
  const thread = drafts.value.filter((one) => one.conversationId === first.conversationId);
  expect(thread.map(({ id }) => id)).toEqual([first.graphId]);
});

test("a draft of which Graph tells no more than its id is one all the same", () => {
  const told = { id: "AAk", internetMessageId: null, conversationId: null };
  expect(draftOf(told)).toEqual({ graphId: "AAk", internetMessageId: null, conversationId: null });
});

test.each([
  ["our own property, as they were made before", sendKeyProperty],
  ["the property of its header", sendKeyHeader],
])("a draft is found by %s alone", async (_name, id) => {
  const key = nextKey();
  const fields = { subject: "x", singleValueExtendedProperties: [{ id, value: key }] };
  const made = (await writeClient(mailbox).api("/me/messages").post(fields)) as { id: string };
  await expect.poll(async () => (await findByKey(mailbox, key)).map(({ graphId }) => graphId)).toEqual([made.id]);
});

test("a mail is found by its key and by its Message-ID, in the end and whatever stands in them", async () => {
  const key = `${nextKey()}+a&b#c'd`;
  const draft = await makeDraft(mailbox, request(), key);
  await expect.poll(() => findByKey(mailbox, key)).toEqual([{ ...draft, isDraft: true }]);
  await expect.poll(() => findByMessageId(mailbox, String(draft.internetMessageId))).toEqual([{ ...draft, isDraft: true }]);
  expect(await findByKey(mailbox, "nobody")).toEqual([]);
  await deleteDraft(mailbox, draft.graphId);
  await deleteDraft(mailbox, draft.graphId);
  expect(await findById(mailbox, draft.graphId)).toBeNull();
});

describe("sending", () => {
  test.each([
    ["status-before", 503, 0, "later"],
    ["status-after", 504, 1, "later"],
    ["status-before", 429, 0, "throttled"],
  ] as const)("asks once when Graph answers %s %i; the mail left %i times", async (kind, status, times, verdict) => {
    const key = nextKey();
    const draft = await makeDraft(mailbox, request(), key);
    await admin("POST", "faults", { kind, status, path: "/send$", times: null, retryAfter: "1" });
    expect(await sendMessage(mailbox, draft.graphId)).toMatchObject({ verdict, status });
    await world.settle();
    expect(await delivered(key)).toHaveLength(times);
  });

  test("takes a 202 with Retry-After for what it is", async () => {
    const draft = await makeDraft(mailbox, request(), nextKey());
    await admin("POST", "faults", { kind: "202-retry-after", path: "/send$", retryAfter: "3" });
    expect(await sendMessage(mailbox, draft.graphId)).toEqual({ verdict: "done", status: 202, code: "", retryAfterSeconds: 3 });
  });

  test("says that no answer came when the line was cut", async () => {
    const draft = await makeDraft(mailbox, request(), nextKey());
    await admin("POST", "faults", { kind: "drop-after", path: "/send$" });
    expect(await sendMessage(mailbox, draft.graphId)).toMatchObject({ verdict: "later", status: -1 });
  });
});

test("a dead token is a mailbox that is signed out", async () => {
  const error = await makeDraft({ token: async () => "dead" }, request(), nextKey()).catch((thrown: unknown) => thrown);
  expect(answerOf(error)).toMatchObject({ verdict: "signed out", status: 401 });
});
