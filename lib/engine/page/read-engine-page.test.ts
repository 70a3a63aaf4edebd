import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { roles } from "@/db/schema/words";
import { seedTeam } from "@/db/seed/seed-team";
import { seedEveryTable } from "@/db/testing/seed-every-table";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../../auth/member";
import { stubSettings } from "../../env/testing/stub-settings";
import { readHeldUpFor } from "../read-held-up";
import { readEnginePage } from "./read-engine-page";

let db: TestDatabase;
const members: Record<string, Member> = {};
beforeAll(async () => {
  db = await testDatabase();
  stubSettings({ INNGEST_BASE_URL: "" });
  const { teamId, members: rows } = await seedTeam(db.admin, {
    members: [
      { name: "Ada", email: "ada@c.example", role: "administrator" },
      { name: "Gone", email: "gone@c.example", role: "administrator", status: "removed" },
      { name: "Max", email: "max@c.example", role: "member" },
      { name: "Vi", email: "vi@c.example", role: "viewer" },
    ],
  });
  for (const [role, name] of Object.entries({ administrator: "Ada", member: "Max", viewer: "Vi" })) {
    const memberId = rows.find((row) => row.name === name)?.id ?? "";
    members[role] = {
      ...{ teamId, memberId, sessionId: "", role: role as Member["role"], name, email: "", teamName: "Ours" },
      ...{ timezone: "Europe/Berlin", teamTimezone: "Europe/Berlin" },
    };
  }
  // What another team has under way is none of theirs.
  await seedEveryTable(db.admin, (await seedTeam(db.admin, { name: "Theirs" })).teamId);
  await db.admin`delete from outbox`;
});
afterAll(() => db.close());

test.each(roles)("the page about the engine, to a %s", async (role) => {
  const asked = readEnginePage(members[role] as Member);
  if (role !== "administrator") return expect(asked).rejects.toMatchObject({ code: "forbidden" });
  expect(await asked).toMatchObject({ server: { kind: "cloud", answers: null }, runs: { planned: 0, late: 0, lateSince: null } });
});

test("who holds mail up is said to an administrator with the way there, to others with whom to ask", async () => {
  await db.admin`update app_private.engine_beats set refused = 'unreachable', refused_since = '2026-11-20T08:12:00Z' where kind = 'events'`;
  await new Promise((resolve) => setTimeout(resolve, 1050));
  const since = "2026-11-20T08:12:00.000Z";
  expect(await readHeldUpFor(members.administrator as Member)).toEqual({ since, mayLook: true, askThem: [] });
  expect(await readHeldUpFor(members.viewer as Member)).toEqual({ since, mayLook: false, askThem: ["Ada"] });
});

describe("the server", () => {
  let web: Server;
  let answer: (path: string) => [number, unknown];
  beforeAll(async () => {
    web = createServer((request, response) => {
      const [status, body] = answer(request.url ?? "");
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => vi.resetModules());
  afterAll(() => new Promise((resolve) => web.close(resolve)));
  const described = async (address: string, more: Record<string, string> = {}) => {
    vi.resetModules();
    stubSettings({ INNGEST_BASE_URL: address, INNGEST_DEV: "", ...more });
    return (await import("./describe-server")).describeServer();
  };
  const origin = () => `http://127.0.0.1:${(web.address() as AddressInfo).port}`;

  test("is told without what may be secret in its address", async () => {
    answer = () => [200, {}];
    const { address } = await described(origin().replace("//", "//user:pa55@").concat("/deep?token=abc"));
    expect(address).toBe(origin());
  });

  test.each([
    ["executor", [200, { version: "local" }], {}],
    ["server", [401, {}], {}],
    ["server", [200, "<html>"], {}],
    ["development", [200, { version: "dev" }], { INNGEST_DEV: "1" }],
  ] as const)("is known as %s by its answer %j", async (kind, dev, more) => {
    answer = (path) => (path === "/dev" ? [...dev] : [200, { status: 200 }]);
    expect(await described(origin(), more)).toMatchObject({ kind, answers: true });
  });

  test("that is not there, or broken, does not answer", async () => {
    expect(await described("http://127.0.0.1:1")).toMatchObject({ kind: "server", answers: false });
    answer = () => [503, {}];
    expect(await described(origin())).toMatchObject({ answers: false });
  });
});
