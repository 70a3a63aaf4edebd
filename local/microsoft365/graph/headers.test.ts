import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Mailbox, openMailbox, sendKey, wait } from "../testing/mailbox";
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

const asHeader = "String {00020386-0000-0000-C000-000000000046} Name X-Countersign-Key";

it("takes headers on creation only, and keeps them on sending", async () => {
  const headers = { internetMessageHeaders: [{ name: "x-countersign-key", value: "k1" }] };
  const draft = await anna.draft("zoe@outside.example", headers);
  for (const change of [headers, { internetMessageHeaders: [] }]) {
    const refused = await anna.call("PATCH", `/me/messages/${draft.id}`, change);
    expect([refused.status, refused.body.error.code]).toEqual([400, "ErrorInvalidPropertySet"]);
    expect(refused.body.error.message).toBe("Set action is invalid for property.");
  }
  await anna.send(draft.id);
  expect((await anna.arrived("zoe@outside.example")).headers).toContainEqual({ name: "x-countersign-key", value: "k1" });
});

it("lets a property of the headers' set travel as a header, also when it is changed", async () => {
  const draft = await anna.draft("zoe@outside.example");
  const singleValueExtendedProperties = [{ id: asHeader, value: "k2" }];
  expect((await anna.call("PATCH", `/me/messages/${draft.id}`, { singleValueExtendedProperties })).status).toBe(200);
  await anna.send(draft.id);
  const mail = await anna.arrived("zoe@outside.example");
  expect(mail.headers).toContainEqual({ name: "x-countersign-key", value: "k2" });
  expect(mail.send_key).toBe("k2");
});

it.each([
  ["String 0x001A", "String 0x1a", "IPM.Note"],
  ["string 0x1A", "String 0x1a", "IPM.Note"],
  ["Integer 0x0E07", "Integer 0xe07", "8"],
  [sendKey.toUpperCase().replace("STRING", "String").replace("NAME SENDKEY", "Name SendKey"), sendKey, "AbC"],
  [asHeader, "String {00020386-0000-0000-c000-000000000046} Name x-countersign-key", "k3"],
])("is asked for %s and gives it back as %s", async (asked, given, value) => {
  const draft = await anna.draft("zoe@outside.example", {
    internetMessageHeaders: [{ name: "X-Countersign-Key", value: "k3" }],
    singleValueExtendedProperties: [{ id: sendKey, value: "AbC" }],
  });
  const expand = `$expand=singleValueExtendedProperties($filter=id eq '${asked}')`;
  const { body } = await anna.call("GET", `/me/messages/${draft.id}?${expand}`);
  expect(body.singleValueExtendedProperties).toEqual([{ id: given, value }]);
  await wait(quick.lookupLagMs + 50);
  for (const spelling of [asked, given]) {
    const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${spelling}' and ep/value eq '${value}')`;
    if (!spelling.startsWith("Integer")) expect(await anna.find(filter)).toMatchObject([{ id: draft.id }]);
  }
});

it("refuses what is no property id, and finds by a part of a value", async () => {
  const odd = { singleValueExtendedProperties: [{ id: "0x001A", value: "x" }] };
  expect((await anna.call("POST", "/me/messages", odd)).body.error.code).toBe("ErrorInvalidExtendedProperty");
  const draft = await anna.draft("zoe@outside.example");
  const expand = "$expand=singleValueExtendedProperties($filter=id eq 'PidTagMessageClass')";
  expect((await anna.call("GET", `/me/messages/${draft.id}?${expand}`)).status).toBe(400);
  await wait(quick.lookupLagMs + 50);
  const filter = (test: string) => `singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and ${test})`;
  expect(await anna.find(filter("startswith(ep/value,'IPM.N')"))).toHaveLength(1);
  expect(await anna.find(filter("startswith(ep/value,'REPORT.')"))).toEqual([]);
});

it("names what is wrong with a field, a page size and a sort order", async () => {
  const post = async (message: object) => (await anna.call("POST", "/me/messages", message)).body.error;
  expect(await post({ subjekt: "x" })).toMatchObject({ code: "RequestBodyRead" });
  const get = async (query: string) => (await anna.call("GET", `/me/messages?${query}`)).body.error?.code;
  expect(await get("$select=subject,messageClass")).toBe("BadRequest");
  expect(await get("$top=1001")).toBe("ErrorInvalidUrlQuery");
  const since = "receivedDateTime ge 2020-01-01T00:00:00Z";
  expect(await get(`$filter=${since} and isRead eq true&$orderby=receivedDateTime desc`)).toBeUndefined();
  expect(await get(`$filter=isRead eq true and ${since}&$orderby=receivedDateTime desc`)).toBe("InefficientFilter");
  const delta = await anna.call("GET", "/me/mailFolders/inbox/messages/delta?$orderby=receivedDateTime asc");
  expect(delta.body.error.code).toBe("ErrorInvalidUrlQuery");
});

it("gives each answer its ids, and the caller's own id back", async () => {
  const own = "11111111-2222-4333-8444-555555555555";
  const missing = await anna.call("GET", "/me/messages/none", undefined, { "client-request-id": own });
  expect(missing.headers.get("client-request-id")).toBe(own);
  expect(missing.body.error.innerError).toMatchObject({
    "client-request-id": own,
    "request-id": missing.headers.get("request-id"),
  });
});
