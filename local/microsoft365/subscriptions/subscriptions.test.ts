import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Mailbox, openMailbox, until } from "../testing/mailbox";
import { type Program, startProgram } from "../testing/start-program";

// biome-ignore lint/suspicious/noExplicitAny: what is told is looked at field by field.
type Item = any;
let program: Program;
let anna: Mailbox;
let url: string;
/** What the listener was told, and how it answers the question before. */
const told: Item[] = [];
let answerToken = (token: string) => ({ status: 200, type: "text/plain", text: token });
let answerTold = () => 202;

const listener = createServer(async (request, response) => {
  const token = new URL(request.url ?? "", "http://x").searchParams.get("validationToken");
  if (token !== null) {
    const { status, type, text } = answerToken(token);
    return response.writeHead(status, { "content-type": type }).end(text);
  }
  let body = "";
  for await (const part of request) body += part;
  const status = answerTold();
  if (status === 202) told.push(...(JSON.parse(body) as { value: Item[] }).value);
  response.writeHead(status).end();
});

beforeAll(async () => {
  await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/notify`;
  program = await startProgram();
  anna = await openMailbox(program, "anna@contoso.com");
});
afterAll(async () => {
  await program.stop();
  listener.closeAllConnections();
  listener.close();
});
beforeEach(async () => {
  await program.admin("POST", "reset", {});
  await program.admin("POST", "settings", { notificationDelayMs: 20 });
  told.length = 0;
  answerToken = (token) => ({ status: 200, type: "text/plain", text: token });
  answerTold = () => 202;
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const subscribe = (more: object = {}) =>
  anna.call("POST", "/subscriptions", {
    changeType: "created",
    notificationUrl: url,
    lifecycleNotificationUrl: url,
    resource: "me/mailFolders('inbox')/messages",
    expirationDateTime: inMinutes(3900),
    clientState: "secret",
    ...more,
  });
const arrive = async (more: object = {}) =>
  ((await program.admin("POST", "messages", { mailbox: "anna@contoso.com", ...more })) as { id: string }).id;
const heard = (count = 1) => until(async () => told.length >= count && told);
/** Everything that was to be told has been. */
const quiet = () =>
  until(async () => ((await program.admin("GET", "subscriptions")) as { waiting: number }).waiting === 0 || null, 15_000);

describe("a subscription is refused", () => {
  test.each<[string, object, number, string]>([
    ["that lives too long", { expirationDateTime: inMinutes(4231) }, 400, "ExtensionError"],
    ["that is over", { expirationDateTime: inMinutes(-1) }, 400, "ExtensionError"],
    ["with too long a secret", { clientState: "x".repeat(129) }, 400, "InvalidRequest"],
    ["to an address without https", { notificationUrl: "http://example.com/notify" }, 400, "InvalidRequest"],
    ["to an address where nobody answers", { notificationUrl: "http://127.0.0.1:1/notify" }, 400, "ValidationError"],
    ["whose lifecycle address does not answer", { lifecycleNotificationUrl: "http://127.0.0.1:1/x" }, 400, "ValidationError"],
    ["to somebody else's mailbox", { resource: "users/ben@contoso.com/messages" }, 403, "ExtensionError"],
    ["to what is no mail", { resource: "me/events" }, 400, "InvalidRequest"],
    ["to changes there are none of", { changeType: "moved" }, 400, "InvalidRequest"],
  ])("%s", async (_, more, status, code) => {
    const answer = await subscribe(more);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  test.each<[string, (token: string) => { status: number; type: string; text: string }]>([
    ["as something else", () => ({ status: 200, type: "text/plain", text: "hello" })],
    ["as a page", (token) => ({ status: 200, type: "text/html", text: token })],
    ["still encoded", (token) => ({ status: 200, type: "text/plain", text: encodeURIComponent(token) })],
    ["with a redirect", (token) => ({ status: 308, type: "text/plain", text: token })],
  ])("whose address gives the token back %s", async (_, how) => {
    answerToken = how;
    expect((await subscribe()).body.error.code).toBe("ValidationError");
    expect((await anna.call("GET", "/subscriptions")).body.value).toEqual([]);
  });

  test("to whoever may not read mail", async () => {
    const blind = await openMailbox(program, "ben@contoso.com", "User.Read");
    expect((await blind.call("POST", "/subscriptions", { changeType: "created" })).status).toBe(403);
  });

  test("a second time to the same, unless that is allowed", async () => {
    await subscribe();
    expect((await subscribe()).status).toBe(409);
    await program.admin("POST", "settings", { duplicateSubscriptions: "allowed" });
    expect((await subscribe()).status).toBe(201);
  });
});

test("is renewed, listed and ended by its person alone, and unknown after", async () => {
  const { id } = (await subscribe()).body;
  const ben = await openMailbox(program, "ben@contoso.com");
  expect((await ben.call("PATCH", `/subscriptions/${id}`, { expirationDateTime: inMinutes(60) })).status).toBe(404);
  expect((await anna.call("PATCH", `/subscriptions/${id}`, { expirationDateTime: inMinutes(4300) })).status).toBe(400);
  const renewed = await anna.call("PATCH", `/subscriptions/${id}`, { expirationDateTime: inMinutes(4200) });
  expect([renewed.status, renewed.body.clientState, renewed.body.notificationUrl]).toEqual([200, null, url]);
  expect((await anna.call("GET", "/subscriptions")).body.value).toMatchObject([{ id }]);
  expect((await anna.call("DELETE", `/subscriptions/${id}`)).status).toBe(204);
  for (const [method, body] of [["GET"], ["DELETE"], ["PATCH", { expirationDateTime: inMinutes(60) }]] as const)
    expect((await anna.call(method, `/subscriptions/${id}`, body)).status).toBe(404);
});

describe("a subscriber is told", () => {
  test("of what arrives in its folder, by immutable id, and of nothing else", async () => {
    const { id } = (await subscribe()).body;
    await arrive({ folder: "junkemail" });
    await anna.draft("x@outside.example");
    const arrived = await arrive({});
    await heard();
    await quiet();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      subscriptionId: id,
      clientState: "secret",
      changeType: "created",
      resourceData: { id: arrived },
    });
  });

  test("of what is moved into it, and of a change only where it asked", async () => {
    await subscribe();
    const moved = await arrive({ folder: "archive" });
    await anna.call("POST", `/me/messages/${moved}/move`, { destinationId: "inbox" });
    await heard();
    await anna.call("PATCH", `/me/messages/${moved}`, { isRead: true });
    await quiet();
    expect(told.map((one) => one.changeType)).toEqual(["created"]);
    await subscribe({ changeType: "created,updated" });
    await anna.call("PATCH", `/me/messages/${moved}`, { isRead: false });
    await heard(2);
    expect(told.at(-1).changeType).toBe("updated");
  });

  test("again where it did not take it", async () => {
    await subscribe();
    let first = true;
    answerTold = () => {
      const status = first ? 503 : 202;
      first = false;
      return status;
    };
    await arrive();
    expect(await heard()).toHaveLength(1);
  });

  test("never, twice or late, as the settings say", async () => {
    await subscribe();
    await program.admin("POST", "settings", { notificationsDropped: 1 });
    await arrive();
    await until(async () => ((await program.admin("GET", "subscriptions")) as { dropped: number }).dropped === 1);
    await program.admin("POST", "settings", { notificationsDropped: 0, notificationsDoubled: 1 });
    await arrive();
    await quiet();
    expect(told).toHaveLength(2);
  });

  test("nothing more once it is over, and everything again on demand", async () => {
    await subscribe();
    await arrive();
    await heard();
    await program.admin("POST", "subscriptions/replay", {});
    await heard(2);
    await program.admin("POST", "subscriptions/expire", {});
    await arrive();
    await quiet();
    expect(told).toHaveLength(2);
    expect((await anna.call("GET", "/subscriptions")).body.value).toEqual([]);
  });

  test("what becomes of its subscription; one that must be authorised anew hears nothing until then", async () => {
    const { id } = (await subscribe()).body;
    await program.admin("POST", "subscriptions/lifecycle", { event: "reauthorizationRequired" });
    await heard();
    await arrive();
    await quiet();
    expect(told).toMatchObject([{ subscriptionId: id, clientState: "secret", lifecycleEvent: "reauthorizationRequired" }]);
    expect((await anna.call("POST", `/subscriptions/${id}/reauthorize`, "")).status).toBe(200);
    await arrive();
    await heard(2);
    await program.admin("POST", "subscriptions/lifecycle", { event: "subscriptionRemoved" });
    await heard(3);
    expect((await anna.call("GET", `/subscriptions/${id}`)).status).toBe(404);
  });
});
