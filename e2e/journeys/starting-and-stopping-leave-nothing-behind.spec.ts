import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { forgetFolder, newFolder, newPort, processesOf, startLauncher } from "../support/launcher";
import { signIn } from "../support/people";
import { test } from "../support/test";

test.skip(process.platform !== "linux", "looks for processes in /proc");

const ready = "Stop            Ctrl-C";
let folder: string;
test.beforeAll(() => {
  folder = newFolder();
});
test.afterAll(() => forgetFolder(folder));
test.afterEach(() => {
  expect(processesOf(folder)).toEqual([]);
});

async function gone(limitMs = 15_000) {
  await expect.poll(() => processesOf(folder), { timeout: limitMs, intervals: [100] }).toEqual([]);
}

test("Ctrl-C in the middle of the first start", async () => {
  const launcher = startLauncher(folder, await newPort());
  await launcher.until("Database ");
  launcher.type("\u0003");
  await launcher.ended;
  expect(launcher.said()).toContain("Stopped. Everything is kept");
  await gone(2000);
});

test("a launcher that is killed, a stale lock, a busy port, a second launcher, and Ctrl-C with a page open", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const killed = startLauncher(folder, await newPort());
  await killed.until(ready);
  process.kill(Number(readFileSync(join(folder, "launcher.pid"), "utf8")), "SIGKILL");
  await killed.ended;
  expect(processesOf(folder).length).toBeGreaterThan(3);

  const busy = createServer().listen(killed.port + 1000, "127.0.0.1");
  const refused = startLauncher(folder, killed.port + 1000);
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toMatch(/Port \d+ is used by another program\. Start on another one: PORT=\d+ npm start/);
  busy.close();
  await gone();

  // The process id of the lock was given to another program meanwhile.
  writeFileSync(join(folder, "launcher.pid"), String(process.pid));
  const running = startLauncher(folder, killed.port);
  await running.until(ready);
  const second = startLauncher(folder, killed.port);
  expect(await second.ended).toBe(1);
  expect(second.said()).toMatch(
    /Countersign is running here already \(process \d+\)\. Stop it with Ctrl-C in its window, or: kill \d+/,
  );

  const context = await browser.newContext({ baseURL: `http://localhost:${killed.port}` });
  const page = await context.newPage();
  const stream = page.waitForResponse((response) => response.url().includes("/api/live"));
  await signIn(page, "Anna Keller");
  expect((await stream).status()).toBe(200);
  const began = Date.now();
  running.type("\u0003");
  await running.ended;
  expect(running.said()).toContain("Stopped. Everything is kept");
  expect(Date.now() - began).toBeLessThan(15_000);
  await gone(1000);
  await context.close();
});

test("a terminal that is closed", async () => {
  const launcher = startLauncher(folder, await newPort());
  await launcher.until(ready);
  launcher.hangUp();
  await gone();
});
