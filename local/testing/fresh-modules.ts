import { afterAll, vi } from "vitest";

/**
 * Before each test file. One process runs many of them, for what stands in node_modules is loaded once and not five hundred times; of ours
 * each file gets modules of its own, and finds the process as the first one did: settings, clock and what hangs on globalThis.
 */
vi.resetModules();
vi.useRealTimers();
vi.unstubAllEnvs();
vi.unstubAllGlobals();
vi.restoreAllMocks();

const kept = globalThis as unknown as Record<symbol, unknown>;
const found = Symbol.for("tests.environment");
kept[found] ??= { ...process.env };
const before = kept[found] as NodeJS.ProcessEnv;
for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
Object.assign(process.env, before);
// Ours alone is named so (lib/shell/watch-frame.ts).
for (const key of Object.getOwnPropertySymbols(kept)) if (Symbol.keyFor(key)?.startsWith("countersign.")) delete kept[key];

/** What a page put off for a moment, as editors do with where the caret is, comes while there is still a page: the process goes on without it. */
afterAll(async () => {
  if (typeof document === "undefined") return;
  vi.useRealTimers();
  await new Promise((due) => setTimeout(due, 50));
});
