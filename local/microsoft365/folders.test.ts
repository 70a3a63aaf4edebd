import type { Message } from "@microsoft/microsoft-graph-types";
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
  await program.admin("POST", "settings", { ...quick, lookupLagMs: 0 });
});

const mailbox = "anna@contoso.com";
const put = async (more: Record<string, unknown> = {}) =>
  ((await program.admin("POST", "messages", { mailbox, subject: "Hello", ...more })) as { id: string }).id;
const from = (address: string) => ({ emailAddress: { address, name: address } });
const ids = (answer: { body: { value: Message[] } }) => answer.body.value.map((one) => one.id);
const since = "$filter=receivedDateTime ge 2020-01-01T00:00:00Z&$orderby=receivedDateTime asc";
const everywhere = async () => ids(await anna.call("GET", `/me/messages?${since}`));
const lookInto = (folder: string) => anna.call("GET", `/me/mailFolders('${folder}')/messages/delta?$select=id`);
const follow = async (link: string) => {
  const { body } = await anna.call("GET", link.replace("https://graph.microsoft.com/v1.0", ""));
  return body.value as (Message & { "@removed"?: object })[];
};

it("lists every folder over the whole mailbox: Junk, what was deleted, and folders of one's own", async () => {
  const all = [];
  for (const folder of ["inbox", "junkemail", "archive", "deleteditems", "Clients"]) all.push(await put({ folder }));
  expect((await everywhere()).sort()).toEqual([...all].sort());
  const folders = (await anna.call("GET", "/me/mailFolders")).body.value as { id: string; displayName: string }[];
  const own = folders.find((one) => one.displayName === "Clients")?.id ?? "";
  expect(ids(await anna.call("GET", `/me/mailFolders/${own}/messages`))).toEqual([all[4]]);
  expect((await anna.call("GET", "/me/mailFolders/Clients/messages")).status).toBe(404);
});

it("shows what came in to a filter once its lag is over, and to a change list after its own", async () => {
  await program.admin("POST", "settings", { lookupLagMs: 300, changesLagMs: 600 });
  const id = await put();
  expect(await everywhere()).toEqual([]);
  await until(async () => (await everywhere()).includes(id));
  expect(ids(await lookInto("inbox"))).toEqual([]);
  await until(async () => ids(await lookInto("inbox")).includes(id));
});

it("a rule files mail as it arrives: the inbox never tells of it", async () => {
  await program.admin("POST", "settings", { rules: [{ mailbox, from: "pat@x.example", folder: "Clients", read: true }] });
  const id = await put({ from: from("pat@x.example") });
  const other = await put({ from: from("zoe@x.example") });
  expect(ids(await lookInto("inbox"))).toEqual([other]);
  expect((await anna.call("GET", `/me/messages/${id}?$select=isRead`)).body.isRead).toBe(true);
});

it("a message that is filed later is gone from the list it stood on, is new on the other, keeps its immutable id, and for a moment has no place", async () => {
  await program.admin("POST", "settings", { movedGoneMs: 400, rules: [{ mailbox, folder: "archive", afterMs: 100 }] });
  const id = await put();
  const inbox = (await lookInto("inbox")).body;
  const archive = (await lookInto("archive")).body;
  expect(inbox.value.map((one: Message) => one.id)).toEqual([id]);
  await until(async () => (await anna.call("GET", `/me/messages/${id}`)).status === 404);
  await until(async () => (await anna.call("GET", `/me/messages/${id}`)).status === 200);
  expect(await follow(inbox["@odata.deltaLink"])).toMatchObject([{ id, "@removed": { reason: "deleted" } }]);
  expect(await follow(archive["@odata.deltaLink"])).toMatchObject([{ id }]);
});

it("an automatic answer of the own organisation stands on no list, and is found by its Message-ID alone", async () => {
  const more = { internetMessageId: "<oof@contoso.com>", messageClass: "IPM.Note.Rules.OofTemplate.Microsoft" };
  const id = await put(more);
  expect(await everywhere()).toEqual([]);
  expect(ids(await lookInto("inbox"))).toEqual([]);
  expect(ids(await anna.call("GET", "/me/mailFolders/inbox/messages"))).toEqual([]);
  expect((await anna.find("internetMessageId eq '<oof@contoso.com>'")).map((one: Message) => one.id)).toEqual([id]);
});
