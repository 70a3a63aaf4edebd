import type { Message } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Mailbox, openMailbox } from "../testing/mailbox";
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

const put = async (more: Message & { messageClass?: string; unreadable?: string; raw?: string }) =>
  ((await program.admin("POST", "messages", { mailbox: "anna@contoso.com", subject: "Hello", ...more })) as { id: string }).id;
const status = async (path: string) => {
  const { status, body } = await anna.call("GET", path);
  return [status, body?.error?.code];
};
const delta = "/me/mailFolders('inbox')/messages/delta";

it("fails for ever on content that cannot be converted; delta still lists the item, unless it asks for the content", async () => {
  const sound = await put({});
  const id = await put({ unreadable: "ErrorContentConversionFailed" });
  for (const fields of ["", "?$select=subject,uniqueBody", "?$select=bodyPreview"])
    for (let turn = 0; turn < 2; turn++)
      expect(await status(`/me/messages/${id}${fields}`)).toEqual([500, "ErrorContentConversionFailed"]);
  expect(await status(`/me/messages/${id}?$select=subject,receivedDateTime`)).toEqual([200, undefined]);
  expect(await status(`/me/messages/${id}/$value`)).toEqual([500, "ErrorContentConversionFailed"]);
  const listed = (await anna.call("GET", `${delta}?$select=id,receivedDateTime,isDraft`)).body.value;
  expect(listed.map((one: Message) => one.id).sort()).toEqual([sound, id].sort());
  expect(await status(`${delta}?$select=subject,body`)).toEqual([500, "InternalServerError"]);
  expect(await status("/me/mailFolders/inbox/messages")).toEqual([500, "InternalServerError"]);
  expect(await status("/me/mailFolders/inbox/messages?$select=subject")).toEqual([200, undefined]);
  expect((await anna.call("POST", `/me/messages/${id}/createReply`)).status).toBe(500);
});

it("fails whatever is asked of corrupt data, until it is mended", async () => {
  const id = await put({});
  expect(await program.admin("POST", "unreadable", { id, code: "ErrorCorruptData" })).toEqual({});
  expect(await status(`/me/messages/${id}?$select=subject`)).toEqual([500, "ErrorCorruptData"]);
  expect(await status(`${delta}?$select=subject`)).toEqual([500, "InternalServerError"]);
  await program.admin("POST", "unreadable", { id, code: null });
  expect(await status(`/me/messages/${id}`)).toEqual([200, undefined]);
});

it.each([
  ["IPM.Note.SMIME", 500],
  ["REPORT.IPM.Note.SMIME.NDR", 500],
  ["REPORT.IPM.Note.SMIME.MultipartSigned.NDR", 500],
  ["IPM.Note.SMIME.MultipartSigned", 200],
  ["REPORT.IPM.Note.NDR", 200],
])("reads the fields of %s, and its MIME with %i", async (messageClass, mime) => {
  const id = await put({ messageClass, raw: "Subject: Hello\r\n\r\nHi" });
  expect(await status(`/me/messages/${id}`)).toEqual([200, undefined]);
  expect(await status(`/me/messages/${id}/$value`)).toEqual([
    mime,
    mime === 500 ? "ErrorMimeContentConversionFailed" : undefined,
  ]);
});

it("writes a report about a signed mail that cannot be read as MIME", async () => {
  const draft = await anna.draft("zoe@outside.example");
  await anna.send(draft.id);
  const mail = await anna.arrived("zoe@outside.example");
  const { id } = (await program.admin("POST", "bounce", { id: mail.id, smime: true })) as { id: string };
  expect(await status(`/me/messages/${id}?$select=subject`)).toEqual([200, undefined]);
  expect(await status(`/me/messages/${id}/$value`)).toEqual([500, "ErrorMimeContentConversionFailed"]);
});

it("shows null wherever Microsoft's type allows it", async () => {
  const nothing: Message = {
    from: null,
    sender: null,
    subject: null,
    bodyPreview: null,
    internetMessageId: null,
    conversationId: null,
    receivedDateTime: null,
    internetMessageHeaders: [
      { name: null, value: "x" },
      { name: "In-Reply-To", value: null },
    ],
  };
  const id = await put(nothing);
  const { body } = await anna.call("GET", `/me/messages/${id}?$select=${Object.keys(nothing).join(",")}`);
  expect(body).toMatchObject(nothing);
  const [listed] = (await anna.call("GET", `${delta}?$select=subject,receivedDateTime`)).body.value;
  expect(listed).toMatchObject({ id, subject: null, receivedDateTime: null });
  const page = await fetch(`${program.url}/?to=anna@contoso.com`);
  expect(page.status).toBe(200);
});

it("takes no field, folder or code that is not there", async () => {
  for (const wrong of [
    { mailbox: "nobody@contoso.com" },
    { folder: "recoverableitemsdeletions" },
    { unreadable: "ErrorUnknown" },
  ])
    expect(await program.admin("POST", "messages", { mailbox: "anna@contoso.com", ...wrong })).toHaveProperty("error");
  expect(await program.admin("POST", "unreadable", { id: "none", code: null })).toHaveProperty("error");
});
