import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Mailbox, openMailbox, until } from "../testing/mailbox";
import { type Program, quick, startProgram } from "../testing/start-program";

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

const trouble = (given: object) => program.admin("POST", "mailboxes", { mailbox: "anna@contoso.com", ...given });
const inbox = async (mailbox: Mailbox) =>
  (await mailbox.call("GET", "/me/mailFolders/inbox/messages")).body.value as { id: string; subject: string }[];

it.each([
  ["ErrorMessageSubmissionBlocked", 403],
  ["ErrorExceededMessageLimit", 429],
  ["ErrorSendAsDenied", 403],
  ["ErrorQuotaExceeded", 403],
])("refuses sending with %s until that is over, and nothing leaves", async (sending, status) => {
  await trouble({ sending });
  const draft = await anna.draft("zoe@outside.example");
  const refused = await anna.send(draft.id);
  expect([refused.status, refused.body.error.code]).toEqual([status, sending]);
  expect((await anna.call("GET", `/me/messages/${draft.id}`)).body.isDraft).toBe(true);
  await trouble({ sending: null });
  expect((await anna.send(draft.id)).status).toBe(202);
  await anna.arrived("zoe@outside.example");
  expect(await program.admin("GET", "mail")).toHaveLength(1);
});

it.each([
  ["5.1.8", "bad outbound sender"],
  ["5.1.90", "daily limit for message recipients"],
  ["5.2.2", "Submission quota exceeded"],
  ["5.7.233", "TERRL"],
  ["5.7.705", "tenant has exceeded threshold"],
  ["5.7.708", "traffic not accepted from this IP"],
])("takes the mail and reports %s about the own account", async (sending, words) => {
  await trouble({ sending });
  const draft = await anna.draft("zoe@outside.example");
  expect((await anna.send(draft.id)).status).toBe(202);
  const [report] = await until(async () => {
    const list = await inbox(anna);
    return list.length > 0 && list;
  });
  expect(report?.subject).toBe("Undeliverable: Invoices");
  const { text } = await anna.call("GET", `/me/messages/${report?.id}/$value`);
  expect(text).toContain(`Status: ${sending}\r\nDiagnostic-Code: smtp;550 ${sending} `);
  expect(text).toContain(words);
  expect(text).toContain(`Message-ID: ${draft.internetMessageId}`);
  expect(await program.admin("GET", "mail")).toEqual([]);
});

it("reports a full mailbox of the recipient and one's own quota under the same status in other words", async () => {
  await anna.send((await anna.draft("zoe@outside.example")).id);
  const { id } = await anna.arrived("zoe@outside.example");
  const words = async (more: object) => {
    const report = (await program.admin("POST", "bounce", { id, status: "5.2.2", ...more })) as { id: string };
    return (await anna.call("GET", `/me/messages/${report.id}/$value`)).text;
  };
  expect(await words({})).toContain("550 5.2.2 Mailbox full");
  expect(await words({ own: true })).toContain("550 5.2.2 Submission quota exceeded");
  expect(await words({ says: "Something else" })).toContain("550 5.2.2 Something else");
});

it("knows no mailbox while the licence is away, on any call but the one for who signed in", async () => {
  const draft = await anna.draft("zoe@outside.example");
  await trouble({ licence: false });
  for (const [method, path] of [
    ["GET", "/me/messages"],
    ["GET", "/me/mailFolders/inbox"],
    ["GET", "/me/mailFolders/inbox/messages/delta"],
    ["POST", "/me/messages"],
    ["POST", `/me/messages/${draft.id}/send`],
  ] as const) {
    const { status, body } = await anna.call(method, path, method === "POST" ? "{}" : undefined);
    expect([status, body.error.code]).toEqual([404, "MailboxNotEnabledForRESTAPI"]);
  }
  expect((await anna.call("GET", "/me")).status).toBe(200);
  const ben = await openMailbox(program, "ben@contoso.com");
  await ben.send((await ben.draft("anna@contoso.com")).id);
  await until(async () => (await inbox(ben)).some((one) => one.subject.startsWith("Undeliverable")));
  await trouble({ licence: true });
  expect((await anna.call("GET", `/me/messages/${draft.id}`)).status).toBe(200);
  expect((await anna.send(draft.id)).status).toBe(202);
});

it("has no mailbox for a guest", async () => {
  const gil = await openMailbox(program, "gil@partner.example");
  expect((await gil.call("GET", "/me/messages")).body.error.code).toBe("MailboxNotEnabledForRESTAPI");
});

it("tells the sign-in name from the addresses, sends from the primary one and receives at all", async () => {
  const finn = await openMailbox(program, "finn@fabrikam.com");
  const me = (await finn.call("GET", "/me?$select=mail,proxyAddresses,userPrincipalName")).body;
  expect(me).toMatchObject({
    mail: "finn@fabrikam.com",
    userPrincipalName: "finn.adler@fabrikam.onmicrosoft.com",
    proxyAddresses: ["SMTP:finn@fabrikam.com", "smtp:finn.adler@fabrikam.onmicrosoft.com"],
  });
  expect((await finn.call("GET", "/me")).body.proxyAddresses).toBeUndefined();
  expect((await finn.call("GET", "/me?$select=smtp")).status).toBe(400);
  const from = { emailAddress: { address: "finn.adler@fabrikam.onmicrosoft.com" } };
  await finn.send((await finn.draft("zoe@outside.example", { from })).id);
  expect(await finn.arrived("zoe@outside.example")).toMatchObject({ sender: "finn@fabrikam.com" });
  await anna.send((await anna.draft("Finn.Adler@fabrikam.onmicrosoft.com")).id);
  expect(await until(async () => (await inbox(finn))[0])).toMatchObject({ subject: "Invoices" });
  expect((await finn.call("GET", "/users/finn.adler@fabrikam.onmicrosoft.com/messages")).status).toBe(200);
  expect((await finn.call("GET", "/users/nobody@fabrikam.com/messages")).body.error.code).toBe("ErrorInvalidUser");
});

it("sends for nobody else, and to nobody who has no address", async () => {
  const other = await anna.draft("zoe@outside.example", { from: { emailAddress: { address: "ben@contoso.com" } } });
  const denied = await anna.send(other.id);
  expect([denied.status, denied.body.error.code]).toEqual([403, "ErrorSendAsDenied"]);
  const odd = await anna.send((await anna.draft("zoe at outside")).id);
  expect([odd.status, odd.body.error.code]).toEqual([400, "ErrorInvalidRecipients"]);
});

it("changes subject, text and recipients of drafts only; of what was sent, by a permission of its own", async () => {
  const id = (await program.admin("POST", "messages", { mailbox: "anna@contoso.com", subject: "Hello" })) as { id: string };
  const path = `/me/messages/${id.id}`;
  for (const change of [{ subject: "x" }, { body: { content: "x" } }, { toRecipients: [] }, { isRead: true, ccRecipients: [] }]) {
    const { status, body } = await anna.call("PATCH", path, change);
    expect([status, body.error.code]).toEqual([403, "ErrorAccessDenied"]);
  }
  const from = await anna.call("PATCH", path, { from: { emailAddress: { address: "anna@contoso.com" } } });
  expect(from.body.error).toMatchObject({ code: "ErrorInvalidPropertySet", message: "Message is not draft." });
  expect((await anna.call("PATCH", path, { isRead: true })).body.isRead).toBe(true);
  const more = await openMailbox(program, "anna@contoso.com", "Mail.ReadWrite Mail-Advanced.ReadWrite");
  expect((await more.call("PATCH", path, { subject: "x" })).body.subject).toBe("x");
});

it("refuses a comment and a text at once, and takes one short prefix off before it writes its own", async () => {
  const reply = async (subject: string, body: object = {}) => {
    const { id } = (await program.admin("POST", "messages", { mailbox: "anna@contoso.com", subject })) as { id: string };
    return anna.call("POST", `/me/messages/${id}/createReply`, body);
  };
  expect((await reply("x", { comment: "a", message: { body: { content: "b" } } })).status).toBe(400);
  expect((await reply("AW: RE: Invoices")).body.subject).toBe("RE: RE: Invoices");
  expect((await reply("回复: Invoices")).body.subject).toBe("RE: Invoices");
  expect((await reply("Question: Invoices")).body.subject).toBe("RE: Question: Invoices");
});

it("knows the accounts and troubles there are", async () => {
  for (const wrong of [{ mailbox: "nobody@contoso.com" }, { sending: "ErrorUnknown" }, { refresh: 1 }])
    expect(await trouble(wrong)).toHaveProperty("error");
  expect(await program.admin("GET", "mailboxes")).toEqual({});
});
