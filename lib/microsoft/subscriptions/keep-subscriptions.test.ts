import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { contoso } from "@/db/seed/demo-world";
import { openMailbox, type PolledMailbox } from "../../replies/testing/polled-mailbox";
import { connectMailbox } from "../../senders/connect-mailbox";
import { disconnectMailbox } from "../../senders/disconnect-mailbox";
import { readClient } from "../graph/clients";
import { type MailWorld, startMail } from "../graph/testing/start-mail";
import { createSubscription, endOf } from "./call-subscriptions";
import { hashClientState } from "./hash-client-state";
import { keepSubscriptions } from "./keep-subscriptions";
import { notificationUrl } from "./notification-url";
import { echoToken, type Served, serveHandler } from "./testing/serve-handler";

let world: MailWorld;
let anna: PolledMailbox;
let listener: Served;
let hears = true;

beforeAll(async () => {
  world = await startMail(process.env);
  listener = await serveHandler((request) => (hears ? echoToken(request) : new Response(null, { status: 404 })));
  // Before the first reading of the settings, which are read once.
  vi.stubEnv("GRAPH_NOTIFICATION_URL", listener.url);
});
afterAll(async () => {
  await listener.end();
  await world.end();
});
beforeEach(async () => {
  hears = true;
  anna = await openMailbox(world);
});

const keep = (now = new Date()) => keepSubscriptions(anna.mail.scope, anna.mailbox, now);
const hoursOn = (hours: number) => new Date(Date.now() + hours * 3_600_000);
type Row = { id: string; folder: string; client_state_hash: string; expires_at: Date; renewed_at: Date | null };
const rows = () =>
  world.db.admin<Row[]>`select * from graph_subscriptions where sender_account_id = ${anna.mailbox} order by folder`;
type Shown = { id: string; resource: string; notificationUrl: string; lifecycleNotificationUrl: string };
const atGraph = async () =>
  ((await readClient(world.mailbox).api("/subscriptions").get()) as { value: Shown[] }).value.sort((a, b) =>
    a.resource.localeCompare(b.resource),
  );
const idsOf = (all: { id: string }[]) => all.map((one) => one.id).sort();

test("arrivals in the inbox and in Junk are asked for, for less than three days, and only the hash of the secret is kept", async () => {
  const now = new Date();
  expect(await keep(now)).toEqual({ renewed: 0, made: 2 });
  const kept = await rows();
  expect(kept).toMatchObject([{ folder: "inbox" }, { folder: "junkemail" }]);
  for (const row of kept) {
    expect(row.client_state_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row.expires_at).toEqual(endOf(now));
  }
  expect(kept[0]?.client_state_hash).not.toBe(kept[1]?.client_state_hash);
  const url = `${listener.url}/api/graph/notify`;
  expect(await atGraph()).toMatchObject([
    { resource: "me/mailFolders('inbox')/messages", notificationUrl: url, lifecycleNotificationUrl: url },
    { resource: "me/mailFolders('junkemail')/messages" },
  ]);
});

test("they are renewed, and stay the same ones", async () => {
  await keep();
  const before = await rows();
  expect(await keep(hoursOn(3))).toEqual({ renewed: 2, made: 0 });
  const after = await rows();
  expect(idsOf([...after])).toEqual(idsOf([...before]));
  expect(after.every((row) => row.renewed_at !== null && row.expires_at > (before[0]?.expires_at ?? 0))).toBe(true);
});

describe("one is made anew", () => {
  test.each([400, 404])("where Graph answers its renewal with %i", async (status) => {
    await keep();
    await world.admin("POST", "faults", { kind: "status-before", status, method: "PATCH", path: "subscriptions", times: 1 });
    const before = await rows();
    expect(await keep()).toEqual({ renewed: 1, made: 1 });
    expect(await rows()).toHaveLength(2);
    expect(idsOf([...(await rows())])).not.toEqual(idsOf([...before]));
    expect(idsOf(await atGraph())).toEqual(idsOf([...(await rows())]));
  });

  test("where it ran out or was removed", async () => {
    await keep();
    await world.admin("POST", "subscriptions/expire", {});
    expect(await keep()).toEqual({ renewed: 0, made: 2 });
    await world.admin("POST", "subscriptions/lifecycle", { event: "subscriptionRemoved" });
    expect(await keep()).toEqual({ renewed: 0, made: 2 });
    expect(idsOf(await atGraph())).toEqual(idsOf([...(await rows())]));
  });

  test("where it leads to another address than ours now", async () => {
    const old = await createSubscription(world.mailbox, "inbox", `${listener.url}/former`, "old", new Date());
    await world.db.admin`insert into graph_subscriptions (id, team_id, sender_account_id, folder, client_state_hash, expires_at)
      values (${old.id}, ${anna.mail.scope.teamId}, ${anna.mailbox}, 'inbox', ${hashClientState("old")}, ${old.expiresAt})`;
    expect(await keep()).toEqual({ renewed: 0, made: 2 });
    expect(idsOf(await atGraph())).toEqual(idsOf([...(await rows())]));
  });
});

test("what a crash left at Graph is ended by the next renewal, unless somebody may be about to write it down", async () => {
  const left = await createSubscription(world.mailbox, "inbox", notificationUrl() ?? "", "lost", new Date());
  expect(await keep()).toMatchObject({ failed: "Conflict" });
  expect(await rows()).toHaveLength(0);
  expect(await keep(hoursOn(0.1))).toEqual({ renewed: 0, made: 2 });
  expect(idsOf(await atGraph())).toEqual(idsOf([...(await rows())]));
  expect(idsOf(await atGraph())).not.toContain(left.id);
});

test("an address that Graph does not reach changes nothing, and one that is busy is tried again", async () => {
  hears = false;
  expect(await keep()).toEqual({ renewed: 0, made: 0, failed: "ValidationError" });
  hears = true;
  await world.admin("POST", "faults", { kind: "status-before", status: 503, method: "POST", path: "subscriptions", times: 1 });
  await expect(keep()).rejects.toThrow();
  expect(await keep()).toEqual({ renewed: 0, made: 2 });
});

test("a mailbox that is disconnected has none left, also where Graph cannot be asked", async () => {
  await keep();
  await disconnectMailbox(anna.mail.scope, anna.mailbox, new Date());
  expect([await rows(), await atGraph()]).toEqual([[], []]);

  anna = await openMailbox(world);
  await keep();
  await world.admin("POST", "faults", { kind: "status-before", status: 503, path: "subscriptions", times: null });
  await disconnectMailbox(anna.mail.scope, anna.mailbox, new Date());
  expect(await rows()).toEqual([]);
  expect((await anna.account())?.status).toBe("removed");
});

test("whoever connects a mailbox has it subscribed to", async () => {
  const consented = {
    tid: contoso.tenantId,
    oid: crypto.randomUUID(),
    email: "new@contoso.com",
    addresses: ["new@contoso.com"],
    signInName: "new@contoso.com",
    name: "New",
    cache: "{}",
  };
  await world.db.admin`update teams set tenant_id = ${contoso.tenantId} where id = ${anna.mail.scope.teamId}`;
  const id = await connectMailbox(anna.mail.scope, consented, new Date());
  const events = await world.db
    .admin`select data from outbox where name = 'mailbox/watch' and team_id = ${anna.mail.scope.teamId}`;
  expect(events).toMatchObject([{ data: { senderAccountId: id } }]);
});

test("the hash is that of the secret Graph sends back", () => {
  expect(hashClientState("a")).toBe("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
});
