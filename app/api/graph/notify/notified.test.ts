import { AsyncLocalStorage } from "node:async_hooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { keepDraining } from "@/lib/events/keep-draining";
import { type MailWorld, startMail } from "@/lib/microsoft/graph/testing/start-mail";
import { keepSubscriptions } from "@/lib/microsoft/subscriptions/keep-subscriptions";
import { type Served, serveHandler } from "@/lib/microsoft/subscriptions/testing/serve-handler";
import { type Awaited, answerAwaited, readActed, seedAwaited } from "@/lib/replies/testing/awaited-answers";
import { openMailbox, type PolledMailbox } from "@/lib/replies/testing/polled-mailbox";
import { POST } from "./route";

declare module "vitest" {
  interface TaskMeta {
    measured?: string;
  }
}

/**
 * Answers arrive at the stand-in while its notifications come as they come; the route, the outbox and the looks are the product's own.
 * What Inngest adds between an event and its look, some ten milliseconds, is left out.
 */
const full = process.env.PROVE === "1";
const size = full ? 1000 : 10;
const spreadSeconds = full ? 300 : 2;
const pollEvery = 45;
const patience = { timeout: full ? 600_000 : 20_000, interval: 50 };

vi.setConfig({ testTimeout: full ? 1_800_000 : 60_000 });

let world: MailWorld;
let anna: PolledMailbox;
let people: Awaited[];
let endpoint: Served;
let stopDraining = () => {};
/** Looks of the mailbox one after another, as its concurrency key has them, until its events are read. */
let looks: Promise<unknown> = Promise.resolve();
let lookCount = 0;

beforeAll(async () => {
  world = await startMail(process.env);
  endpoint = await serveHandler(POST);
  // Before the first reading of the settings, which are read once.
  vi.stubEnv("GRAPH_NOTIFICATION_URL", endpoint.url);
});
afterAll(async () => {
  await endpoint.end();
  await world.end();
});
beforeEach(async () => {
  anna = await openMailbox(world);
  people = await seedAwaited(world, anna, size);
  await look();
  await keepSubscriptions(anna.mail.scope, anna.mailbox, new Date());
  lookCount = 0;
  stopDraining = keepDraining(async (events) => {
    for (const event of events) if (event.name === "mailbox/poll" && isAnnas(event.data)) look();
  });
}, 300_000);
afterEach(async () => {
  stopDraining();
  await looks;
});

/** Whoever sends the outbox holds its transaction meanwhile; Inngest is another process, and its looks are outside of that. */
const outside = AsyncLocalStorage.snapshot();
const isAnnas = (data: unknown) => (data as { senderAccountId: string }).senderAccountId === anna.mailbox;

function look(): Promise<unknown> {
  looks = outside(() =>
    looks.then(async () => {
      lookCount += 1;
      for (let turn = 0; turn < 10; turn++) if (!(await anna.poll()).unfinished) return;
    }),
  );
  return looks;
}

/** They answer, spread over so many seconds. @returns when each answer lay in the inbox. */
async function answerAll(seconds: number, those = people): Promise<Map<string, Date>> {
  const arrived = new Map<string, Date>();
  const began = performance.now();
  for (const [place, one] of those.entries()) {
    const due = began + (place / those.length) * seconds * 1000;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    arrived.set(one.campaignContactId, await answerAwaited(world, one, place));
  }
  return arrived;
}

/** Until the stand-in has nothing more to tell and every look that was asked for is done. */
async function settled() {
  const waits = async () => {
    const { waiting } = (await world.admin("GET", "subscriptions")) as { waiting: number };
    const [row] = await world.db.admin`select count(*)::int as n from outbox where sent_at is null`;
    return waiting + Number(row?.n);
  };
  await expect.poll(waits, patience).toBe(0);
  await looks;
}

/** The mailbox as if it had never been read: all that lies there is read again. */
async function readWhole() {
  await world.db.admin`delete from mailbox_syncs where sender_account_id = ${anna.mailbox}`;
  await look();
}

const everyOnce = { stopped: size, replied: size, replies: size, messages: size };
async function acted() {
  const { stops, ...counts } = await readActed(world, anna);
  return { counts, stops: stops.length };
}

/** How long each answer lay there until its contact was stopped, in seconds. */
async function delays(arrived: Map<string, Date>) {
  const { stops } = await readActed(world, anna);
  const all = stops.map(({ id, at }) => (at.getTime() - (arrived.get(id)?.getTime() ?? Number.NaN)) / 1000).sort((a, b) => a - b);
  const at = (share: number) => all[Math.min(all.length - 1, Math.ceil(share * all.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), most: at(1), count: all.length };
}

/** `halfway`: what happens when half of them have answered and are stopped. `found`: how many are, by notifications alone. */
type Trouble = { settings: object; halfway?: () => Promise<unknown>; found: number | null };
const troubles: [string, Trouble][] = [
  ["come as they should", { settings: {}, found: size }],
  ["are dropped to 20 %", { settings: { notificationsDropped: 0.2 }, found: null }],
  ["are dropped to 50 %", { settings: { notificationsDropped: 0.5 }, found: null }],
  ["are dropped to 100 %", { settings: { notificationsDropped: 1 }, found: 0 }],
  ["come twice", { settings: { notificationsDoubled: 1 }, found: size }],
  ["come in any order", { settings: { notificationsShuffled: true, notificationDelayMs: 1000 }, found: size }],
  ["come late", { settings: { notificationDelayMs: 2000 }, found: size }],
  [
    "stop because the subscription ran out",
    { settings: {}, halfway: () => world.admin("POST", "subscriptions/expire", {}), found: size / 2 },
  ],
];

describe.each(troubles)("where notifications %s", (_, { settings, halfway, found }) => {
  test(`of ${size} answers none is missed after a look, and none is acted on twice, also when the whole mailbox is replayed`, async ({
    task,
  }) => {
    await world.admin("POST", "settings", settings);
    const seconds = full ? 10 : 1;
    await answerAll(seconds / 2, people.slice(0, size / 2));
    if (halfway) {
      await settled();
      await halfway();
    }
    await answerAll(seconds / 2, people.slice(size / 2));
    await settled();
    const { replied } = (await acted()).counts;
    if (found !== null) expect(replied).toBe(found);

    await look();
    expect(await acted()).toEqual({ counts: everyOnce, stops: size });

    await world.admin("POST", "settings", { ...settings, notificationsDropped: 0 });
    await keepSubscriptions(anna.mail.scope, anna.mailbox, new Date());
    await world.admin("POST", "subscriptions/replay", {});
    await settled();
    await readWhole();
    expect(await acted()).toEqual({ counts: everyOnce, stops: size });
    task.meta.measured = `${replied} of ${size} by notifications, ${size} after a look, 0 twice, in ${lookCount} looks`;
  });
});

describe("from arrival to stop", () => {
  test("with notifications, each told of within four seconds, 99 of 100 answers take less than ten seconds", async ({ task }) => {
    await world.admin("POST", "settings", { notificationsShuffled: true, notificationDelayMs: 2000 });
    const arrived = await answerAll(spreadSeconds);
    await settled();
    const { p50, p99, most, count } = await delays(arrived);
    expect(count).toBe(size);
    expect(p99).toBeLessThan(10);
    task.meta.measured = `${size} answers: p50 ${p50.toFixed(1)} s, p99 ${p99.toFixed(1)} s, most ${most.toFixed(1)} s`;
  });

  test.runIf(full)("by looking alone, 99 of 100 take less than the minute between two looks", async ({ task }) => {
    await world.admin("POST", "settings", { notificationsDropped: 1 });
    const timer = setInterval(look, pollEvery * 1000);
    const arrived = await answerAll(spreadSeconds);
    await expect.poll(async () => (await acted()).stops, patience).toBe(size);
    clearInterval(timer);
    const { p50, p99, most, count } = await delays(arrived);
    expect(count).toBe(size);
    expect(p99).toBeLessThan(pollEvery);
    task.meta.measured = `${size} answers: p50 ${p50.toFixed(1)} s, p99 ${p99.toFixed(1)} s, most ${most.toFixed(1)} s`;
  });
});
