import { test as base } from "@playwright/test";

/**
 * Playwright's `test`, after which no page is left open that it opened itself. A page goes on to hear of every change and to read itself anew, in each later
 * journey of its worker.
 */
export const test = base.extend<{ closesPages: undefined }>({
  closesPages: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts());
      await use(undefined);
      for (const context of browser.contexts()) if (!before.has(context)) await context.close();
    },
    { auto: true },
  ],
});
