import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

/** What `npm run prove -- chaos` runs. */
export default defineConfig(journeys, { testDir: "chaos", testMatch: "*.spec.ts" });
