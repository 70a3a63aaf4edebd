import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export type DnsServer = {
  /** As DNS_RESOLVERS names it. */
  server: string;
  /** Changes what it answers; its calls stand in local/dns/main.ts. */
  change: (call: "domain" | "name" | "reset", body?: object) => Promise<void>;
  asked: () => Promise<string[]>;
  stop: () => Promise<void>;
};

/** The real DNS stand-in as a process of its own, on a port nobody uses. */
export async function startDns(path: string): Promise<DnsServer> {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  // Built before the tests, see local/testing/build-programs.ts.
  const child = spawn(process.execPath, ["node_modules/.cache/countersign/dns.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: path, PORT: "0" } as unknown as NodeJS.ProcessEnv,
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (text) => {
      const [, told] = /ready (\d+)/.exec(String(text)) ?? [];
      if (told) resolve(told);
    });
    child.once("exit", (code) => reject(new Error(`The DNS stand-in ended with ${code}.`)));
  });
  const server = `127.0.0.1:${port}`;
  return {
    server,
    change: async (call, body = {}) => {
      const answer = await fetch(`http://${server}/${call}`, { method: "POST", body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    asked: async () => (await fetch(`http://${server}/asked`)).json() as Promise<string[]>,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}
