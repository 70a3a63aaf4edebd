import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { serve } from "inngest/node";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startExecutor } from "./executor";
import { toJson } from "./protocol/ops";
import { isSigned, signBody } from "./protocol/sign";
import { type Exchange, recordExchanges } from "./testing/record-exchanges";
import { findPort } from "./testing/start-program";
import { createTestStore } from "./testing/test-store";
import { waitUntil } from "./testing/wait-until";
import { makeWireApp } from "./testing/wire-app";

type Body = { ctx: Record<string, unknown>; event: Record<string, unknown>; steps: Record<string, unknown>; version: number };

const recordings = readFileSync(new URL("testing/recordings.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Exchange);
const toApp = recordings.filter((exchange) => exchange.direction === "server->app" && exchange.method === "POST");
const eventKey = "abcd1234";
const signingKey = "0123456789abcdef0123456789abcdef";

const own: Exchange[] = [];
let appUrl = "";
let end = async () => {};

beforeAll(async () => {
  const store = await createTestStore();
  const sql = postgres(store.url, { max: 1, onnotice: () => {} });
  const [executorPort, appPort] = [await findPort(), await findPort()];
  const baseUrl = `http://127.0.0.1:${executorPort}`;
  appUrl = `http://127.0.0.1:${appPort}`;
  const app = makeWireApp(baseUrl, eventKey, signingKey);
  const webPort = await findPort();
  const web = createServer(serve({ client: app.inngest, functions: app.functions }));
  await new Promise<void>((resolve) => web.listen(webPort, "127.0.0.1", resolve));
  const recorder = await recordExchanges(appPort, `http://127.0.0.1:${webPort}`, own);
  const executor = await startExecutor(
    {
      host: "127.0.0.1",
      port: executorPort,
      databaseUrl: store.url,
      appEndpoint: `${appUrl}/api/inngest`,
      eventKey,
      signingKey,
      capacity: 8,
      leaseSeconds: 30,
      transportRetrySeconds: 1,
      syncSeconds: 5,
    },
    () => {},
  );
  end = async () => {
    await executor.stop();
    for (const server of [recorder, web]) {
      server.closeAllConnections();
      server.close();
    }
    await sql.end();
    await store.drop();
  };
  const sent = JSON.parse(
    recordings.find((exchange) => exchange.url === `/e/${eventKey}` && exchange.body.includes("wire/serial"))?.body ?? "[]",
  ) as { name: string }[];
  await waitUntil("the sync", () => own.some((exchange) => exchange.method === "PUT" && exchange.status === 200));
  await waitUntil("the functions to be kept", async () => (await sql`select 1 from functions limit 1`).length > 0);
  await app.inngest.send(sent.map((event) => ({ ...event, ts: Date.now() })));
  await waitUntil(
    "the serial, waiting, failing and retried runs",
    () =>
      ["wire-serial", "wire-waits", "wire-retries", "wire-fails-failure"].every((fn) => callsOf(own, fn).at(-1)?.status === 200),
    25_000,
  );
}, 60_000);
afterAll(() => end());

const functionOf = (exchange: Exchange) => new URL(exchange.url, "http://app").searchParams.get("fnId") ?? "";
const callsOf = (exchanges: Exchange[], fn: string) =>
  exchanges.filter((exchange) => functionOf(exchange) === fn && exchange.headers["user-agent"] === "Inngest");
const read = (exchange: Exchange) => JSON.parse(exchange.body) as Body;
/** The kind of an answer: status, ops in order with their names, fields, and whether and when to try again. */
function kindOf(status: number, text: string) {
  const body: unknown = JSON.parse(text);
  if (status !== 206) return { status, name: status === 200 ? undefined : (body as { name?: string }).name };
  return {
    status,
    ops: (body as Record<string, unknown>[]).map((op) => ({
      op: op.op,
      id: op.id,
      displayName: op.displayName,
      opts: op.opts,
      fields: Object.keys(op).sort(),
    })),
  };
}

it.each(toApp.map((exchange, place) => [`${place} ${exchange.mode} ${functionOf(exchange)}`, exchange] as const))(
  "gives a replayed recording the recorded kind of answer: %s",
  async (_, exchange) => {
    const { ctx, ...rest } = read(exchange);
    // The recorded SDK ran with checkpointing off; the id that would switch it on is left out, as the executor does.
    const { fn_id, ...context } = ctx;
    const body = toJson({ ...rest, ctx: context });
    const answer = await fetch(appUrl + exchange.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "replay",
        "x-inngest-signature": signBody(body, signingKey, new Date()),
      },
      body,
    });
    const text = await answer.text();
    expect(kindOf(answer.status, text)).toEqual(kindOf(exchange.status, exchange.answer));
    for (const header of ["x-inngest-no-retry", "retry-after", "x-inngest-req-version"]) {
      expect(answer.headers.get(header) ?? undefined).toBe(exchange.answerHeaders?.[header]);
    }
    expect(isSigned(text, answer.headers.get("x-inngest-signature") ?? "", signingKey, new Date())).toBe(true);
  },
);

it.each(["wire-serial", "wire-waits", "wire-retries", "wire-fails", "wire-fails-failure", "wire-cancelled"])(
  "calls %s as the real server does",
  (fn) => {
    // One of the two recorded sessions ended before some of the runs did: the longer one is compared.
    const sessions = ["signed", "dev"].map((mode) =>
      callsOf(
        toApp.filter((exchange) => exchange.mode === mode),
        fn,
      ),
    );
    const theirs = sessions.reduce((longest, session) => (session.length > longest.length ? session : longest));
    const ours = callsOf(own, fn);
    const shape = (exchange: Exchange) => {
      const { ctx, event, steps, version, ...rest } = read(exchange);
      const { fn_id, qi_id, run_id, request_id, job_id, ...context } = ctx;
      return {
        fields: [Object.keys(rest), Object.keys(ctx).filter((name) => name !== "fn_id"), Object.keys(event)],
        headers: Object.keys(exchange.headers)
          .filter((name) => name.startsWith("x-") && name !== "x-inngest-signature")
          .sort(),
        generation: exchange.headers["x-inngest-generation-id"],
        context,
        version,
        steps: Object.fromEntries(
          Object.entries(steps).map(([id, memo]) => [id, memo === null ? null : Object.keys(memo as object)]),
        ),
        answer: withoutTimes(kindOf(exchange.status, exchange.answer)),
      };
    };
    expect(ours.map(shape)).toEqual(theirs.map(shape));
  },
);

/** Ops without what differs from run to run. */
const withoutTimes = (kind: ReturnType<typeof kindOf>) => JSON.parse(JSON.stringify(kind)) as unknown;
