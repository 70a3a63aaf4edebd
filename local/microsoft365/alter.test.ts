import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Mailbox, openMailbox, until } from "./testing/mailbox";
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

const content = `<div style="margin-top:24px;color: #646D67"><p>It&#39;s &quot;new&quot;</p><a title="&quot;" href="https://a.example/x">see</a></div>`;
const alters = (...list: object[]) => program.admin("POST", "settings", { alters: list });

/** As it lies among the sent items. */
async function sentCopy() {
  const draft = await anna.draft("zoe@outside.example", { body: { contentType: "html", content } });
  await anna.send(draft.id);
  await anna.arrived("zoe@outside.example");
  return until(async () => {
    const { body } = await anna.call("GET", `/me/messages/${draft.id}?$expand=attachments`);
    return body?.isDraft === false ? body : null;
  });
}

it("keeps HTML as Exchange writes it: a blank after each semicolon of a style, letters for entities in the text", async () => {
  const { body, hasAttachments, attachments } = await sentCopy();
  expect(body.content).toContain(
    `<body><div style="margin-top:24px; color:#646D67"><p>It's "new"</p><a title="&quot;" href="https://a.example/x">see</a></div></body>`,
  );
  expect([hasAttachments, attachments]).toEqual([false, []]);
});

it.each([
  ["words", { body: { content: expect.stringContaining(`"new" Call me today.</p>`) } }],
  ["links", { body: { content: expect.stringContaining("https://links.example/?to=https%3A%2F%2Fa.example%2Fx") } }],
  ["recipients", { ccRecipients: [{ emailAddress: { address: "copy@outside.example", name: "Copy" } }] }],
  ["subject", { subject: "[External] Invoices" }],
  ["sender", { from: { emailAddress: { address: "ben@contoso.com" } } }],
  ["name", { from: { emailAddress: { address: "anna@contoso.com", name: "Sales Team" } } }],
  ["markup", { body: { content: expect.stringContaining(`<p style="color:#C00000; font-size:24pt">It's`) } }],
  ["disclaimer", { body: { content: expect.stringContaining("<hr><p>This message is confidential.</p></body>") } }],
  ["attachment", { hasAttachments: true, attachments: [{ name: "terms.pdf", size: 1200 }] }],
])("alters %s on the way to Sent Items, for the one mailbox and as often as was asked", async (kind, other) => {
  await alters({ kind, mailbox: "ben@contoso.com" }, { kind, mailbox: "anna@contoso.com", times: 1 });
  expect(await sentCopy()).toMatchObject(other);
  await alters();
  expect(await sentCopy()).not.toMatchObject(other);
});

it("alters no more mails than were asked for, and knows no other kind", async () => {
  await alters({ kind: "subject", times: 1 });
  expect([(await sentCopy()).subject, (await sentCopy()).subject]).toEqual(["[External] Invoices", "Invoices"]);
  expect(await alters({ kind: "smell" })).toEqual({ error: expect.stringContaining("kind is one of words") });
});
