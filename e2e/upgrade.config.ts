import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

/** What `npm run prove -- upgrade` runs, in a copy of the earlier release. */
export default defineConfig(journeys, { testDir: "upgrade", timeout: 300_000 });
