import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{app,db,e2e,inngest,lib,local,docs}/**/*.test.{ts,tsx}"],
    globalSetup: ["local/testing/postgres-for-tests.ts", "local/testing/build-programs.ts"],
    setupFiles: ["local/testing/fresh-modules.ts"],
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two more than the cores of the machine that it is made for: many tests wait for the stand-ins to deliver.
    maxWorkers: 4,
  },
});
