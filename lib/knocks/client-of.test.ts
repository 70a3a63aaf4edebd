import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressOf } from "./address-of";
import { clientHeader, clientWord } from "./client-header";
import { clientOf } from "./client-of";
import { markClients } from "./mark-clients";

test.each([
  ["the socket, whatever a client writes", "203.0.113.7", "1.1.1.1, 2.2.2.2", 0, "203.0.113.7"],
  ["what the one proxy appended", "10.0.0.1", "1.1.1.1, 203.0.113.7", 1, "203.0.113.7"],
  ["what the outer of two proxies appended", "10.0.0.1", "1.1.1.1, 203.0.113.7, 10.0.0.2", 2, "203.0.113.7"],
  ["as many as there are, where a request took a shorter way", "10.0.0.1", "203.0.113.7", 2, "203.0.113.7"],
  ["the socket, where no proxy said anything", "203.0.113.7", undefined, 1, "203.0.113.7"],
  ["an address of IPv4 in the dress of IPv6", "::ffff:203.0.113.7", undefined, 0, "203.0.113.7"],
  ["with the port that a proxy adds", "10.0.0.1", "203.0.113.7:51002", 1, "203.0.113.7"],
  [
    "half an address of IPv6, as the other half is the client's to choose",
    "2001:db8:1:2:aaaa::1",
    undefined,
    0,
    "2001:db8:1:2::/64",
  ],
  ["the same half, written in full", "2001:0db8:0001:0002:bbbb:0:0:7", undefined, 0, "2001:db8:1:2::/64"],
  ["with the brackets that a proxy adds", "10.0.0.1", "[2001:db8:1:2::9]:443", 1, "2001:db8:1:2::/64"],
  ["nothing", undefined, undefined, 0, "unknown"],
])("a client is %s", (_name, socket, forwarded, trusted, client) => {
  expect(addressOf(socket, forwarded, trusted)).toBe(client);
});

let port: number;
const server = createServer((asked, answer) => answer.end(clientOf(new Headers(asked.headers as Record<string, string>))));
beforeAll(async () => {
  markClients(0);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const ask = (headers: Record<string, string>) =>
  new Promise<string>((done, fail) => {
    request({ port, host: "127.0.0.1", headers }, async (answer) => {
      let text = "";
      for await (const part of answer) text += String(part);
      done(text);
    })
      .on("error", fail)
      .end();
  });

test("a server knows its client before anything else reads the request", async () => {
  expect(await ask({})).toBe("127.0.0.1");
});

test("a forged header helps nobody", async () => {
  expect(await ask({ "x-forwarded-for": "203.0.113.9", [clientHeader]: "203.0.113.9", "x-real-ip": "203.0.113.9" })).toBe(
    "127.0.0.1",
  );
  expect(await ask({ [clientHeader]: `${"0".repeat(32)} 203.0.113.9` })).toBe("127.0.0.1");
});

test("a request that was led on by ourselves keeps its client", async () => {
  expect(await ask({ [clientHeader]: `${clientWord()} 203.0.113.9` })).toBe("203.0.113.9");
});

test("what no server of ours saw arrive comes from nowhere", () => {
  expect(clientOf(new Headers({ [clientHeader]: "203.0.113.9" }))).toBe("unknown");
});
