import { type ChildProcess, spawn } from "node:child_process";
import { Agent, get } from "node:http";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const program = fileURLToPath(new URL("testing/stopping-server.ts", import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));

/** @param requestsMs how long its requests may take to end. */
async function startServer(requestsMs: number) {
  const started = spawn(process.execPath, ["--import", "tsx", program, String(requestsMs)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = started;
  let said = "";
  started.stdout.on("data", (part) => (said += String(part)));
  await expect.poll(() => /^\d+\n/.test(said), { timeout: 20_000, interval: 20 }).toBe(true);
  const agent = new Agent({ keepAlive: true });
  const ended = new Promise<number | null>((done) => started.once("exit", done));
  return {
    said: () => said,
    /** Until it has taken what was asked of it. */
    taken: (path: string) => expect.poll(() => said, { interval: 10 }).toContain(`asked for ${path}`),
    ask: (path: string) =>
      new Promise<{ text: string; connection: string | undefined }>((done, fail) => {
        get({ host: "127.0.0.1", port: Number.parseInt(said, 10), path, agent }, (answer) => {
          let text = "";
          answer.on("data", (part) => (text += String(part)));
          answer.on("end", () => done({ text, connection: answer.headers.connection }));
          answer.on("error", fail);
        }).on("error", fail);
      }),
    /** Asks it to end. @returns its exit code and how many ms it took. */
    stop: async () => {
      const began = Date.now();
      started.kill("SIGTERM");
      return { code: await ended, ms: Date.now() - began };
    },
  };
}

test("a request under way is answered, a stream says that another may be there, and the process ends with code 0", async () => {
  const server = await startServer(10_000);
  const [slow, stream] = [server.ask("/slow"), server.ask("/stream")];
  await Promise.all([server.taken("/slow"), server.taken("/stream")]);
  const { code, ms } = await server.stop();
  expect(await slow).toMatchObject({ text: "slow" });
  expect((await stream).text).toBe("open\nagain\n");
  expect(code).toBe(0);
  expect(ms).toBeLessThan(4500);
});

test("a connection that is kept for later requests does not keep the process", async () => {
  const server = await startServer(10_000);
  await server.ask("/quick");
  // Busy at the signal: Next's own closing passes by it, and it would stay for its five idle seconds.
  const slow = server.ask("/slow");
  await server.taken("/slow");
  const { code, ms } = await server.stop();
  await slow;
  expect({ code, soon: ms < 4500 }).toEqual({ code: 0, soon: true });
});

test("what takes too long is broken off, and what it held is given back before", async () => {
  const server = await startServer(400);
  const never = server.ask("/never").then(
    () => "answered",
    () => "broken off",
  );
  await server.taken("/never");
  const { code, ms } = await server.stop();
  expect(await never).toBe("broken off");
  expect(server.said()).toContain("given back");
  expect({ code, soon: ms < 4500 }).toEqual({ code: 0, soon: true });
});

test("what cannot be given back does not keep the process either", async () => {
  const server = await startServer(400);
  void server.ask("/stuck").catch(() => {});
  await server.taken("/stuck");
  expect((await server.stop()).code).toBe(0);
});
