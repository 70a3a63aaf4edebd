import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { root, startsInngest, startsMicrosoft, startsPostgres } from "../start/settings";
import { type Product, startProduct } from "./e2e-product";

/**
 * Runs the browser tests. Each of Playwright's workers has a whole product of its own, for what happens in one is told on all of its pages.
 * Arguments are handed to Playwright: parts of the names of journeys, which then run against one product. E2E_PRODUCTS is how many there
 * are, E2E_CHROMIUM names another browser.
 */
const named = process.argv.slice(2).some((one) => !one.startsWith("-"));
const ownServers = startsPostgres() && startsInngest() && startsMicrosoft();
const count = Number(process.env.E2E_PRODUCTS ?? (named || !ownServers ? 1 : 2));
process.env.SEND_TIMEOUT ??= "5";
process.env.DOUBT_SCHEDULE ??= "1,2,4,8";
process.env.POLL_SECONDS ??= "2";
process.env.LOG_LEVEL ??= "debug";
const products: Product[] = [];
// The first one builds the app, which all of them serve.
for (let place = 1; place <= count; place += 1) {
  const head = count > 1 ? `${place}:` : "";
  products.push(await startProduct((sentence) => process.stdout.write(`${head}${sentence}\n`)));
}
const browser =
  process.env.E2E_CHROMIUM ??
  ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync) ??
  (await chromium.executablePath());
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
      E2E_ENVIRONMENTS: JSON.stringify(products.map(({ environment }) => environment)),
    },
  },
);
const code = await new Promise<number>((done) => child.once("exit", (status) => done(status ?? 1)));
const logs = await Promise.all(products.map((product) => product.stop(code !== 0)));
if (code !== 0) process.stdout.write(`The logs of this run are kept in ${logs.join(", ")}\n`);
process.exit(code);
