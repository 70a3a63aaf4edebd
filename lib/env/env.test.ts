import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";
import { envSchema } from "./env-schema";

const sound = {
  APP_URL: "http://localhost:3000",
  DATABASE_APP_URL: "postgres://a",
  DATABASE_SYSTEM_URL: "postgres://b",
  SESSION_SECRET: "s".repeat(32),
  TOKEN_KEYS: `k1:${"A".repeat(43)}=`,
  MICROSOFT_CLIENT_ID: "id",
  MICROSOFT_CLIENT_SECRET: "value",
  MICROSOFT_STANDIN_URL: "http://localhost:4105",
  INNGEST_EVENT_KEY: "event",
  INNGEST_SIGNING_KEY: "signing",
};

describe("the settings", () => {
  it("are all explained in docs/settings.md, and no other", () => {
    const page = readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8");
    const explained = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
    expect(explained).toEqual(Object.keys(envSchema.shape));
  });
  it("say which is missing, and where it is explained", () => {
    expect(() => parseEnv({ ...sound, SESSION_SECRET: "" })).toThrow(/docs\/settings\.md[\s\S]*SESSION_SECRET/);
  });
  it("allow a stand-in on this machine only", () => {
    expect(parseEnv(sound).POLL_SECONDS).toBe(60);
    expect(() => parseEnv({ ...sound, APP_URL: "https://countersign.contoso.com" })).toThrow(/MICROSOFT_STANDIN_URL/);
  });
});
