import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closePools, openPools } from "@/db/access/connections";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";

let db: TestDatabase;
let readHealth: typeof import("./read-health").readHealth;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  vi.resetModules();
  ({ readHealth } = await import("./read-health"));
});

describe("without its database", () => {
  const lead = async (to: { app: string; system: string }) => {
    await closePools();
    openPools(to, { pages: { app: 1, system: 1 } });
  };
  let silent: Server | undefined;
  afterEach(async () => {
    silent?.close();
    await lead({ app: db.appUrl, system: db.systemUrl });
  });

  test("a process says so, whichever of its two roles is refused", async () => {
    const nowhere = "postgres://x:x@127.0.0.1:1/x";
    for (const to of [
      { app: nowhere, system: db.systemUrl },
      { app: db.appUrl, system: nowhere },
    ]) {
      vi.resetModules();
      const { readHealth: readAnew } = await import("./read-health");
      await lead(to);
      expect(await readAnew()).toEqual({ database: "does not answer", migrations: "unknown", engine: null, mailboxes: null });
    }
  });

  test("that takes connections and is silent, it is told within two seconds, on one connection", async () => {
    const connections = vi.fn();
    silent = createServer(connections);
    await new Promise<void>((resolve) => silent?.listen(0, "127.0.0.1", resolve));
    const url = `postgres://x:x@127.0.0.1:${(silent.address() as { port: number }).port}/x`;
    await lead({ app: url, system: url });
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => readHealth()));
    expect(performance.now() - began).toBeLessThan(4000);
    expect(new Set(answers.map((answer) => answer.database))).toEqual(new Set(["does not answer"]));
    await readHealth();
    expect(connections).toHaveBeenCalledOnce();
  });
});

test("a process that was told nothing a moment ago asks again, and finds its database", async () => {
  expect(await readHealth()).toMatchObject({ database: "answers", migrations: "current" });
});
