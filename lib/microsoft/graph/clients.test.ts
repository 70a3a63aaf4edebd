import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { stubSettings } from "../../env/testing/stub-settings";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError, UnknownRefusalError } from "../tokens/errors";
import { readClient, writeClient } from "./clients";

const seen: IncomingHttpHeaders[] = [];
let status = 200;
/** Calls that are answered when told to, while `isSlow`. */
const open: { path: string; answer: () => void }[] = [];
let isSlow = false;
const server = createServer((request, response) => {
  if (isSlow) {
    const answer = () => {
      if (!response.headersSent) response.writeHead(200, { "content-type": "application/json" }).end("{}");
    };
    open.push({ path: (request.url ?? "").replace("/v1.0/me/", ""), answer });
    return;
  }
  seen.push(request.headers);
  response.writeHead(seen.length === 1 ? status : 200, { "content-type": "application/json" }).end("{}");
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  stubSettings({ MICROSOFT_STANDIN_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
  status = 200;
});

describe.each([
  ["reading", readClient],
  ["writing", writeClient],
])("a client for %s", (_name, clientOf) => {
  const api = () => clientOf({ token: async () => "t" }).api("/me/messages");

  test("asks for ids that stay, and is known by an id of each request", async () => {
    const client = clientOf({ token: async () => "t" });
    await client.api("/me/messages").get();
    await client.api("/me/messages").post({});
    expect(seen.map(({ prefer, authorization }) => [prefer, authorization])).toEqual([
      ['IdType="ImmutableId"', "Bearer t"],
      ['IdType="ImmutableId"', "Bearer t"],
    ]);
    expect(new Set(seen.map((headers) => headers["client-request-id"]))).toHaveLength(2);
  });

  test.each([
    new MailboxSignedOutError("the password was changed"),
    new OperatorError("invalid_client"),
    new TokenUnavailableError("another worker holds it", new Date(0)),
    new UnknownRefusalError("AADSTS1"),
  ])("lets %o of the token through as it is, and asks nothing", async (refusal) => {
    const refused = clientOf({ token: () => Promise.reject(refusal) })
      .api("/me/messages")
      .get();
    expect(await refused.catch((error: unknown) => error)).toBe(refusal);
    expect(refusal).toBeInstanceOf(refusal.constructor);
    expect(seen).toEqual([]);
  });

  test("keeps another preference and other headers beside it", async () => {
    await api().header("Prefer", "odata.maxpagesize=50").header("If-Match", "*").get();
    expect(seen).toMatchObject([{ prefer: 'odata.maxpagesize=50, IdType="ImmutableId"', "if-match": "*" }]);
  });
});

test("a request that is asked again says the same once", async () => {
  status = 503;
  await readClient({ token: async () => "t" })
    .api("/me/messages")
    .get();
  expect(seen.map(({ prefer, authorization }) => [prefer, authorization])).toEqual([
    ['IdType="ImmutableId"', "Bearer t"],
    ['IdType="ImmutableId"', "Bearer t"],
  ]);
});

describe("requests of one mailbox", () => {
  beforeEach(() => {
    open.length = 0;
    isSlow = true;
  });
  afterEach(() => {
    isSlow = false;
  });
  const paths = () => open.map(({ path }) => path);
  const ask = (token: string, path: string) =>
    readClient({ token: async () => token })
      .api(`/me/${path}`)
      .get();

  test("are three at once, whoever asks, and those of another do not wait for them", async () => {
    const asked = ["a", "b", "c", "d", "e"].map((path) => ask("anna", path));
    await vi.waitFor(() => expect(open).toHaveLength(3));
    const other = ask("ben", "f");
    await vi.waitFor(() => expect(paths()).toEqual(["a", "b", "c", "f"]));
    for (const [, { answer }] of [...open.entries()].slice(0, 2)) answer();
    await vi.waitFor(() => expect(paths()).toEqual(["a", "b", "c", "f", "d", "e"]));
    for (const { answer } of open) answer();
    await Promise.all([...asked, other]);
  });

  test("let a mail that leaves go first, which is asked once more whether it is still time", async () => {
    const asked = ["a", "b", "c", "d"].map((path) => ask("anna", path));
    await vi.waitFor(() => expect(open).toHaveLength(3));
    let times = 0;
    const token = async () => {
      times += 1;
      if (times > 1) throw new Error("too late");
      return "anna";
    };
    const sent = writeClient({ token }).api("/me/messages/1/send").post("");
    const refused = sent.catch((error: unknown) => error);
    await vi.waitFor(() => expect(times).toBe(1));
    await new Promise((next) => setImmediate(next));
    open[0]?.answer();
    expect(await refused).toMatchObject({ message: "too late" });
    await vi.waitFor(() => expect(paths()).toEqual(["a", "b", "c", "d"]));
    for (const { answer } of open) answer();
    await Promise.all(asked);
  });
});
