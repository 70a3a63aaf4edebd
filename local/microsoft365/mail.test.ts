import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Mailbox, openMailbox, sendKey, until, wait } from "./testing/mailbox";
import { type Program, quick, startProgram } from "./testing/start-program";

let program: Program;
let anna: Mailbox;
beforeAll(async () => {
  program = await startProgram();
  anna = await openMailbox(program, "anna@contoso.com");
});
afterAll(() => program?.stop());
beforeEach(async () => {
  await program.admin("POST", "reset");
  await program.admin("POST", "settings", quick);
});

type Delivered = {
  id: string;
  subject: string;
  body: string;
  message_id: string;
  send_key: string | null;
  in_reply_to: string | null;
  headers: { name: string; value: string }[];
};
const delivered = (to: string) => program.admin("GET", `mail?to=${encodeURIComponent(to)}`) as Promise<Delivered[]>;
const arrived = (to: string, count = 1) => until(async () => ((await delivered(to)).length >= count ? delivered(to) : null));
const keyed = (value: string) => ({
  internetMessageHeaders: [{ name: "x-countersign-key", value }],
  singleValueExtendedProperties: [
    { id: sendKey, value },
    { id: "String 0x1045", value: "<https://app.example/u/1>" },
  ],
});
const byKey = (value: string) => `singleValueExtendedProperties/Any(ep: ep/id eq '${sendKey}' and ep/value eq '${value}')`;

it("accepts first, moves later, delivers last, and answers 404 for a moment after the move", async () => {
  // Long enough to be seen on a busy machine.
  await program.admin("POST", "settings", { movedGoneMs: 1500 });
  const draft = await anna.draft("zoe@outside.example", keyed("k1"));
  expect(draft).toMatchObject({
    isDraft: true,
    internetMessageId: expect.stringMatching(/^<\w+@\w+\.eurprd04\.prod\.outlook\.com>$/),
  });
  expect(draft.internetMessageHeaders).toBeUndefined();
  expect(draft.body.content).not.toBe("<p class='a'>Hi</p>");
  const sent = await anna.send(draft.id);
  expect([sent.status, sent.text]).toEqual([202, ""]);
  expect((await anna.call("GET", `/me/messages/${draft.id}`)).body.isDraft).toBe(true);
  await until(async () => (await anna.call("GET", `/me/messages/${draft.id}`)).status === 404);
  const copy = await until(async () => {
    const answer = await anna.call("GET", `/me/messages/${draft.id}`);
    return answer.status === 200 ? answer.body : null;
  });
  expect(copy).toMatchObject({ isDraft: false, internetMessageId: draft.internetMessageId });
  const [mail] = await arrived("zoe@outside.example");
  expect(mail).toMatchObject({ message_id: draft.internetMessageId, send_key: "k1" });
  expect(mail?.headers).toContainEqual({ name: "List-Unsubscribe", value: "<https://app.example/u/1>" });
  const again = await anna.send(draft.id);
  expect([again.status, again.body.error.code]).toEqual([404, "ErrorItemNotFound"]);
});

it("delivers twice what is sent twice before the move", async () => {
  const draft = await anna.draft("zoe@outside.example");
  await anna.send(draft.id);
  expect((await anna.send(draft.id)).status).toBe(202);
  expect(await arrived("zoe@outside.example", 2)).toHaveLength(2);
});

it("lets look-ups lag, and knows a key by its exact name and any case of its value", async () => {
  const draft = await anna.draft("zoe@outside.example", keyed("AbC"));
  expect(await anna.find(byKey("AbC"))).toEqual([]);
  await wait(quick.lookupLagMs + 50);
  expect(await anna.find(byKey("abc"))).toMatchObject([{ id: draft.id, isDraft: true }]);
  expect(await anna.find(byKey("AbC").replace("SendKey", "sendkey"))).toEqual([]);
  expect(await anna.find(`internetMessageId eq '${draft.internetMessageId}'`)).toMatchObject([{ id: draft.id }]);
  await anna.send(draft.id);
  await arrived("zoe@outside.example");
  const [found] = await until(async () => {
    const list = await anna.find(byKey("abc"));
    return list[0]?.isDraft === false ? list : null;
  });
  expect(found.id).toBe(draft.id);
  const odd = await anna.call("GET", `/me/messages?$filter=${encodeURIComponent("subject eq 'x'")}`);
  expect(odd.status).toBe(400);
});

it("changes ordinary ids on the move", async () => {
  const plain = { prefer: "odata.maxpagesize=5" };
  const draft = (await anna.call("POST", "/me/messages", { toRecipients: [{ emailAddress: { address: "z@o.example" } }] }, plain))
    .body;
  await anna.call("POST", `/me/messages/${draft.id}/send`, "", plain);
  await arrived("z@o.example");
  await wait(quick.movedGoneMs);
  const gone = await anna.call("GET", `/me/messages/${draft.id}`, undefined, plain);
  expect([gone.status, gone.body.error.code]).toEqual([404, "ErrorItemNotFound"]);
});

it("refuses headers as Exchange does, and reads them from MIME", async () => {
  const post = (internetMessageHeaders: object[]) => anna.call("POST", "/me/messages", { internetMessageHeaders });
  expect((await post([{ name: "List-Unsubscribe", value: "x" }])).body.error.code).toBe("InvalidInternetMessageHeader");
  const six = Array.from({ length: 6 }, (_, n) => ({ name: `x-${n}`, value: "1" }));
  expect((await post(six)).body.error.code).toBe("InvalidInternetMessageHeaderCollection");
  const mime =
    "To: Zoe <zoe@outside.example>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nIn-Reply-To: <a@b>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\nHi";
  const text = { "content-type": "text/plain" };
  const draft = (await anna.call("POST", "/me/messages", Buffer.from(mime).toString("base64"), text)).body;
  expect(draft).toMatchObject({ subject: "Grüße", toRecipients: [{ emailAddress: { address: "zoe@outside.example" } }] });
  const bad = await anna.call("POST", "/me/messages", "not base64!", text);
  expect(bad.body.error.code).toBe("ErrorMimeContentInvalidBase64String");
  await anna.send(draft.id);
  const [mail] = await arrived("zoe@outside.example");
  expect(mail?.in_reply_to).toBe("<a@b>");
  expect(mail?.headers).toContainEqual({ name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" });
});

it("makes an answer that is addressed to oneself and must be patched with a fresh etag", async () => {
  await program.admin("POST", "settings", { subjectPrefix: { "anna@contoso.com": "AW: " }, replySettlesMs: 5000 });
  const first = await anna.draft("zoe@outside.example");
  await anna.send(first.id);
  await arrived("zoe@outside.example");
  await wait(quick.movedGoneMs);
  const asHeader = "String {00020386-0000-0000-C000-000000000046} Name x-countersign-key";
  const message = {
    toRecipients: [{ emailAddress: { address: "zoe@outside.example" } }],
    singleValueExtendedProperties: [{ id: asHeader, value: "k2" }],
  };
  const made = await anna.call("POST", `/me/messages/${first.id}/createReply`, { message });
  expect(made.status).toBe(201);
  const reply = made.body;
  expect(reply).toMatchObject({
    subject: "AW: Invoices",
    conversationId: first.conversationId,
    toRecipients: [{ emailAddress: { address: "anna@contoso.com" } }],
  });
  expect(reply.body.content).toContain("Hi");
  const patch = (etag: string) =>
    anna.call("PATCH", `/me/messages/${reply.id}`, { ...message, subject: "Re: Invoices" }, { "if-match": etag });
  const early = await patch(reply["@odata.etag"]);
  expect([early.status, early.body.error.code]).toEqual([412, "ErrorIrresolvableConflict"]);
  expect((await patch(reply["@odata.etag"])).status).toBe(412);
  const fresh = (await anna.call("GET", `/me/messages/${reply.id}`)).body;
  expect((await patch(fresh["@odata.etag"])).status).toBe(200);
  await anna.send(reply.id);
  const [, second] = await arrived("zoe@outside.example", 2);
  expect(second).toMatchObject({ subject: "Re: Invoices", in_reply_to: first.internetMessageId, send_key: "k2" });
});

it("answers as a contact, an automat, the mail system; the own organisation's absence stays hidden", async () => {
  for (const to of ["zoe@outside.example", "bounce.me@outside.example", "ben@contoso.com"]) {
    await anna.send((await anna.draft(to, keyed(to))).id);
    await arrived(to);
  }
  const mails = (await program.admin("GET", "mail")) as (Delivered & { recipient: string })[];
  for (const mail of mails.filter((one) => !one.recipient.startsWith("bounce"))) {
    await program.admin("POST", "auto-reply", { id: mail.id, text: "Away" });
    if (mail.recipient !== "ben@contoso.com") await program.admin("POST", "reply", { id: mail.id, text: "Thursday" });
  }
  const expand =
    "$expand=singleValueExtendedProperties($filter=id eq 'String 0x001A')&$select=subject,internetMessageHeaders,from&$top=20";
  const inbox = (await anna.call("GET", `/me/mailFolders/inbox/messages?${expand}`)).body.value;
  expect(inbox.map((one: { subject: string }) => one.subject).sort()).toEqual([
    "Automatic reply: Invoices",
    "RE: Invoices",
    "Undeliverable: Invoices",
  ]);
  const ndr = inbox.find((one: { subject: string }) => one.subject.startsWith("Undeliverable"));
  expect(ndr.singleValueExtendedProperties).toEqual([{ id: "String 0x1a", value: "REPORT.IPM.Note.NDR" }]);
  expect(ndr.from.emailAddress.address).toMatch(/^MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@/);
  const raw = (await anna.call("GET", `/me/messages/${ndr.id}/$value`)).text;
  expect(raw).toContain("Final-Recipient: rfc822;bounce.me@outside.example");
  expect(raw).toContain("x-countersign-key: bounce.me@outside.example");
});

it("lets four calls at once into a mailbox", async () => {
  await program.admin("POST", "settings", { workMs: 2000 });
  const answers = await Promise.all(Array.from({ length: 10 }, () => anna.call("GET", "/me/messages")));
  await program.admin("POST", "settings", { workMs: 0 });
  const throttled = answers.filter((one) => one.status === 429);
  expect(answers.filter((one) => one.status === 200)).toHaveLength(4);
  expect(throttled).toHaveLength(6);
  expect(throttled[0]?.body.error).toMatchObject({ code: "ApplicationThrottled" });
});
