import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { freePort } from "../start/free-port";
import { serve } from "../start/serve";
import { root } from "../start/settings";

/**
 * Runs the browser tests against the whole product, started as `npm start` does it, in a folder of its own that is thrown away.
 * Arguments are handed to Playwright. E2E_CHROMIUM names another browser.
 */
const folder = mkdtempSync(join(tmpdir(), "countersign-e2e-"));
// PostgreSQL's user passes through it, so that the data go with it at the end.
chmodSync(folder, 0o755);
process.env.COUNTERSIGN_LOCAL_DIR = folder;
process.env.PORT = String(await freePort(3100 + Math.floor(Math.random() * 400)));
process.env.SEND_TIMEOUT ??= "5";
process.env.DOUBT_SCHEDULE ??= "1,2,4,8";
process.env.POLL_SECONDS ??= "2";
process.env.LOG_LEVEL ??= "debug";
const running = await serve("start", (sentence) => process.stdout.write(`${sentence}\n`));
const browser =
  process.env.E2E_CHROMIUM ??
  ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync) ??
  (await chromium.executablePath());
const { settings } = running;
// Tests tell which program gets which signal: POST /SIGKILL/app.
const control = createServer((request, response) => {
  const [, signal = "", name = ""] = (request.url ?? "").split("/");
  running.signal(name, signal as NodeJS.Signals);
  response.end();
});
await new Promise<void>((done) => control.listen(0, "127.0.0.1", done));
const { port } = control.address() as AddressInfo;
const child = spawn(
  process.execPath,
  [
    join(root, "node_modules/@playwright/test/cli.js"),
    "test",
    "--config",
    join(root, "e2e/playwright.config.ts"),
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      E2E_CHROMIUM: browser,
      E2E_URL: settings.appUrl,
      E2E_MAIL_URL: `http://localhost:${settings.ports.microsoft365}`,
      E2E_DNS_URL: `http://127.0.0.1:${settings.ports.dns}`,
      E2E_ADMIN_KEY: settings.secrets.admin,
      E2E_CONTROL_URL: `http://127.0.0.1:${port}`,
      E2E_DATABASE_URL: `postgres://postgres:${settings.secrets.postgres}@127.0.0.1:${settings.ports.postgres}/countersign`,
    },
  },
);
const code = await new Promise<number>((done) => child.once("exit", (status) => done(status ?? 1)));
control.close();
await running.stop();
if (code === 0) rmSync(folder, { recursive: true, force: true });
else process.stdout.write(`The logs of this run are kept in ${folder}\n`);
process.exit(code);
