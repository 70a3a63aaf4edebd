import { defineConfig } from "@playwright/test";
import { environments } from "./support/environments";

// Every worker reads this file, and goes by the product of its own place.
Object.assign(process.env, environments[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]);

/** As many workers as there are products: the pages of one tell of all that happens in it, so two journeys at once would meet there. */
export default defineConfig({
  testDir: "journeys",
  globalSetup: "./support/begin-anew.ts",
  workers: environments.length,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  outputDir: "../test-results",
  use: {
    baseURL: process.env.E2E_URL,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.E2E_CHROMIUM ? { executablePath: process.env.E2E_CHROMIUM } : {}),
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    },
  },
});
