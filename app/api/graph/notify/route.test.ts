import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "@/lib/env/testing/stub-settings";
import { POST } from "./route";

let db: TestDatabase;
let teamId: string;
let mailbox: string;
let id: string;
const secret = "the secret of this subscription";
const address = "http://localhost:3000/api/graph/notify";

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ teamId } = await seedTeam(db.admin));
  mailbox = await seedMailbox(db.admin, teamId, { email: "anna@contoso.com", displayName: "Anna Keller" });
  id = await subscribe("inbox");
});

async function subscribe(folder: string) {
  const made = randomUUID();
  const hash = createHash("sha256").update(secret).digest("hex");
  await db.admin`insert into graph_subscriptions (id, team_id, sender_account_id, folder, client_state_hash, expires_at)
    values (${made}, ${teamId}, ${mailbox}, ${folder}, ${hash}, now() + interval '1 day')`;
  return made;
}

const ask = (body: BodyInit | null, query = "") =>
  POST(new Request(`${address}${query}`, { method: "POST", body, duplex: "half" } as RequestInit));
const tell = (...items: unknown[]) => ask(JSON.stringify({ value: items }));
const item = (more: object = {}) => ({
  id: randomUUID(),
  subscriptionId: id,
  clientState: secret,
  changeType: "created",
  resource: "Users/u/Messages/AAk",
  resourceData: { "@odata.type": "#Microsoft.Graph.Message", id: "AAk" },
  ...more,
});
async function outcome() {
  const [watch] = await db.admin`select notifications, notified_at from mailbox_watches where sender_account_id = ${mailbox}`;
  const events = await db.admin<{ name: string }[]>`select name from outbox where team_id = ${teamId} order by id`;
  return { counted: Number(watch?.notifications ?? 0), events: events.map((one) => one.name) };
}
const nothing = { counted: 0, events: [] };

describe("Graph's question before it subscribes", () => {
  test("is answered with its token alone, decoded, as plain text", async () => {
    const answer = await ask(null, "?validationToken=Validation%3a+Testing+%3cb%3e%2b%26%c3%a9");
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("x-content-type-options")]).toEqual([
      200,
      "text/plain; charset=utf-8",
      "nosniff",
    ]);
    expect(await answer.text()).toBe("Validation: Testing <b>+&é");
  });
  test("is no place to keep a book", async () => {
    expect((await ask(null, `?validationToken=${"x".repeat(2001)}`)).status).toBe(202);
  });
});

describe("a notification", () => {
  test("is counted, and has its mailbox looked into", async () => {
    expect((await tell(item())).status).toBe(202);
    expect(await outcome()).toEqual({ counted: 1, events: ["mailbox/poll"] });
    const [event] = await db.admin`select data from outbox where team_id = ${teamId}`;
    expect(event?.data).toEqual({ teamId, senderAccountId: mailbox });
  });

  test("of each subscription in one post is judged by itself", async () => {
    const junk = await subscribe("junkemail");
    await tell(item({ clientState: "wrong" }), item({ subscriptionId: junk }), item({ subscriptionId: randomUUID() }), {}, "x");
    expect(await outcome()).toEqual({ counted: 1, events: ["mailbox/poll"] });
  });

  test("in a burst is one of two looks: the first at once, one after the last", async () => {
    await tell(item());
    await Promise.all(Array.from({ length: 40 }, () => tell(item(), item())));
    expect(await outcome()).toEqual({ counted: 81, events: ["mailbox/poll", "mailbox/poll"] });
  });
});

describe("nothing happens, and nobody learns why", () => {
  test.each<[string, () => Promise<Response>]>([
    ["with another secret", () => tell(item({ clientState: "wrong" }))],
    ["without a secret", () => tell({ ...item(), clientState: undefined })],
    ["with the hash for a secret", () => tell(item({ clientState: createHash("sha256").update(secret).digest("hex") }))],
    ["of a subscription that is none of ours", () => tell(item({ subscriptionId: randomUUID() }))],
    ["that names a text for a subscription", () => tell(item({ subscriptionId: "' or 1=1 --" }))],
    ["that is no JSON", () => ask("<xml/>")],
    ["that is null", () => ask("null")],
    ["without a list", () => ask('{"value":{"a":1}}')],
    ["without a body", () => ask(null)],
    ["that is larger than any", () => ask(JSON.stringify({ value: [item()], more: "x".repeat(300_000) }))],
  ])("for what came %s", async (_, send) => {
    const answer = await send();
    expect([answer.status, await answer.text()]).toEqual([202, ""]);
    expect(await outcome()).toEqual(nothing);
  });

  test("for a body that never ends, and Graph has its answer within three seconds", async () => {
    const endless = new ReadableStream({
      pull: () => new Promise(() => undefined),
    });
    const started = performance.now();
    expect((await ask(endless)).status).toBe(202);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(await outcome()).toEqual(nothing);
  });

  test("for a subscription that was removed meanwhile", async () => {
    await db.admin`delete from graph_subscriptions where id = ${id}`;
    await tell(item());
    expect(await outcome()).toEqual(nothing);
  });
});

describe("what becomes of a subscription", () => {
  test.each<[string, string[], number]>([
    ["reauthorizationRequired", ["mailbox/watch"], 1],
    ["subscriptionRemoved", ["mailbox/watch", "mailbox/poll"], 0],
    ["missed", ["mailbox/poll"], 1],
    ["somethingNew", [], 1],
  ])("%s wakes %j", async (lifecycleEvent, events, left) => {
    await tell({ subscriptionId: id, clientState: secret, lifecycleEvent });
    expect(await outcome()).toEqual({ counted: 0, events });
    expect(await db.admin`select id from graph_subscriptions where id = ${id}`).toHaveLength(left);
  });

  test("is not believed without the secret", async () => {
    await tell({ subscriptionId: id, clientState: "wrong", lifecycleEvent: "subscriptionRemoved" });
    expect(await outcome()).toEqual(nothing);
    expect(await db.admin`select id from graph_subscriptions where id = ${id}`).toHaveLength(1);
  });
});
