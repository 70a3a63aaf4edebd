import { vi } from "vitest";

/** Sound settings for a test that needs none in particular; `more` replaces some. */
export function stubSettings(more: Record<string, string> = {}) {
  const settings = {
    APP_URL: "http://localhost:3000",
    // Filled in from APP_URL when the settings are read; emptied again with the other stubs.
    NEXTAUTH_URL: "",
    DATABASE_APP_URL: "x",
    DATABASE_SYSTEM_URL: "x",
    SESSION_SECRET: "x".repeat(32),
    TOKEN_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`,
    MICROSOFT_CLIENT_ID: "x",
    MICROSOFT_CLIENT_SECRET: "x",
    INNGEST_EVENT_KEY: "x",
    INNGEST_SIGNING_KEY: "x",
    LOG_LEVEL: "silent",
    ...more,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
}
