import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mailScopes } from "../microsoft/tokens/create-msal-app";
import { parseEnv } from "./env";
import { envSchema } from "./env-schema";

const sound = {
  APP_URL: "http://localhost:3000",
  DATABASE_APP_URL: "postgres://127.0.0.1/a",
  DATABASE_SYSTEM_URL: "postgres://127.0.0.1/b",
  SESSION_SECRET: "s".repeat(32),
  TOKEN_KEYS: `k1:${"A".repeat(43)}=`,
  MICROSOFT_CLIENT_ID: "id",
  MICROSOFT_CLIENT_SECRET: "value",
  MICROSOFT_STANDIN_URL: "http://localhost:4105",
  INNGEST_EVENT_KEY: "event",
  INNGEST_SIGNING_KEY: "signing",
};

const page = readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8");

describe("the settings", () => {
  it("are all explained in docs/settings.md, and no other", () => {
    const explained = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
    expect(explained).toEqual(Object.keys(envSchema.shape));
  });
  it("come with the permissions and the ways back that the app in Entra needs", () => {
    for (const name of [...mailScopes, "/api/auth/callback/azure-ad", "/api/mailboxes/callback", "acct"])
      expect(page).toContain(`\`${name}\``);
  });
  it.each(["1.1.1.1", "127.0.0.1:5353, 9.9.9.9", "2606:4700::1111", "[2606:4700::1111]:53", ""])(
    "take name servers: %s",
    (given) => {
      expect(parseEnv({ ...sound, DNS_RESOLVERS: given }).DNS_RESOLVERS).toBe(given);
    },
  );
  it.each(["dns.example", "1.1.1.1:x", "1.1.1.1:99999", "300.1.1.1", "https://1.1.1.1"])(
    "refuse what is no name server: %s",
    (given) => {
      expect(() => parseEnv({ ...sound, DNS_RESOLVERS: given })).toThrow(/DNS_RESOLVERS/);
    },
  );
  it("say which is missing, and where it is explained", () => {
    expect(() => parseEnv({ ...sound, SESSION_SECRET: "" })).toThrow(/docs\/settings\.md[\s\S]*SESSION_SECRET/);
  });
  it("have the defaults that docs/settings.md names", () => {
    const { POLL_SECONDS, OPENAI_MODEL, SEND_TIMEOUT, DOUBT_SCHEDULE, LOG_LEVEL } = parseEnv(sound);
    const rowOf = (name: string) => page.split("\n").find((line) => line.startsWith(`| \`${name}\` |`));
    for (const [name, value] of Object.entries({ POLL_SECONDS, OPENAI_MODEL, SEND_TIMEOUT, DOUBT_SCHEDULE, LOG_LEVEL })) {
      expect(rowOf(name), name).toMatch(new RegExp(`\\b\`?${value}\`? when empty`));
    }
  });
});

describe("a database", () => {
  const parse = (DATABASE_SYSTEM_URL: string, DATABASE_TLS = "") => parseEnv({ ...sound, DATABASE_SYSTEM_URL, DATABASE_TLS });
  it.each([
    "postgres://u:p@db.contoso.com/app",
    "postgres://u:p@10.0.0.4:5432/app?sslmode=prefer",
    "postgres://u:p@db.contoso.com/app?host=localhost",
    "postgres://u:p@localhost,db.contoso.com/app",
    "postgres://u:p@[2001:db8::1]:5432/app?sslmode=disable",
    "other://db.contoso.com/app",
  ])("over a network without TLS is refused, on whichever machine: %s", (address) => {
    expect(() => parse(address)).toThrow(/DATABASE_SYSTEM_URL reaches Postgres over a network without TLS/);
    expect(() => parse(address)).not.toThrow(/u:p/);
    expect(parse(address, "off").DATABASE_SYSTEM_URL).toBe(address);
  });
  it.each([
    "postgres://u:p@db.contoso.com/app?sslmode=require",
    "postgres://u:p@db.contoso.com,db2.contoso.com/app?sslmode=verify-full",
    "postgres://u:p@127.0.0.1:5433/app",
    "postgres://u:p@localhost/app",
    "postgres://u:p@[::1]:5433/app",
    "postgres://u:p@%2Fvar%2Frun%2Fpostgresql/app",
  ])("that demands TLS, or is on this machine, is taken: %s", (address) => {
    expect(parse(address).DATABASE_SYSTEM_URL).toBe(address);
  });
});

describe("on a server", () => {
  const hex = (seed: string) => seed.repeat(4).slice(0, 64);
  const server = {
    ...sound,
    APP_URL: "https://countersign.contoso.com",
    SESSION_SECRET: hex("0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
    TOKEN_KEYS: `k1:${Buffer.from(hex("0f1e2d3c4b5a69788796a5b4c3d2e1f0"), "hex").toString("base64")}`,
    MICROSOFT_CLIENT_ID: "1d0e7a55-9c3b-4a44-8f57-0a8a1b1c9d21",
    MICROSOFT_CLIENT_SECRET: "Qx8~9vTn4kLpRz2Wb7",
    MICROSOFT_TENANTS: "11111111-1111-4111-8111-111111111111",
    MICROSOFT_STANDIN_URL: "",
    INNGEST_EVENT_KEY: "b81f0d27c6e95a34",
    INNGEST_SIGNING_KEY: `signkey-local-${hex("9a7c5e3d1b0f2846")}`,
  };
  it("sound settings are taken, also the launcher's own signing key", () => {
    expect(parseEnv(server).APP_URL).toBe(server.APP_URL);
  });
  it.each([
    ["APP_URL must begin with https", { APP_URL: "http://countersign.contoso.com" }],
    ["MICROSOFT_STANDIN_URL names a stand-in", { MICROSOFT_STANDIN_URL: "http://localhost:4105" }],
    ["MICROSOFT_TENANTS is empty", { MICROSOFT_TENANTS: " " }],
    ["MICROSOFT_CLIENT_ID is the stand-in's", { MICROSOFT_CLIENT_ID: "cccccccc-0000-4000-8000-000000000001" }],
    ["SESSION_SECRET is a default", { SESSION_SECRET: "changeme-changeme-changeme-changeme" }],
    ["SESSION_SECRET is a default", { SESSION_SECRET: "s".repeat(40) }],
    ["TOKEN_KEYS is a default", { TOKEN_KEYS: `local:${"A".repeat(43)}=` }],
    [
      "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is a default",
      { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32).toString("base64") },
    ],
    ["MICROSOFT_CLIENT_SECRET is a default", { MICROSOFT_CLIENT_SECRET: "secret" }],
    ["INNGEST_EVENT_KEY is a default", { INNGEST_EVENT_KEY: "local" }],
    ["INNGEST_SIGNING_KEY is a default", { INNGEST_SIGNING_KEY: "signkey-local-1234" }],
    ["INNGEST_DEV lets unsigned calls in", { INNGEST_DEV: "1" }],
    ["DOUBT_SCHEDULE ends 155 seconds after a send, which may still arrive after 180", { DOUBT_SCHEDULE: "5,30,120" }],
    ["SEND_TIMEOUT is below 30 seconds", { SEND_TIMEOUT: "5" }],
    ["GRAPH_NOTIFICATION_URL must be an https address", { GRAPH_NOTIFICATION_URL: "http://hooks.contoso.com" }],
    ["GRAPH_NOTIFICATION_URL must be an https address", { GRAPH_NOTIFICATION_URL: "https://localhost:3000" }],
    ["TEAMS_WEBHOOK_HOSTS names an address", { TEAMS_WEBHOOK_HOSTS: "http://127.0.0.1:4321" }],
    ["NEXTAUTH_URL is another address", { NEXTAUTH_URL: "https://elsewhere.example" }],
  ])("%s: refused", (sentence, wrong) => {
    expect(() => parseEnv({ ...server, ...wrong })).toThrow(sentence);
    // The same is lawful on one's own machine.
    expect(parseEnv({ ...server, ...wrong, APP_URL: "http://localhost:3000" }).APP_URL).toBe("http://localhost:3000");
  });
  it("a key of server actions is base64 of as many bytes as AES takes", () => {
    const key = Buffer.from(hex("0f1e2d3c4b5a69788796a5b4c3d2e1f0"), "hex").toString("base64");
    expect(parseEnv({ ...server, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key }).NEXT_SERVER_ACTIONS_ENCRYPTION_KEY).toBe(key);
    for (const wrong of ["no base64!", Buffer.alloc(31, "abcdefghij").toString("base64")])
      expect(() => parseEnv({ ...server, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: wrong })).toThrow(/NEXT_SERVER_ACTIONS/);
  });
  it("what is refused is said without its value", () => {
    const failure = () => parseEnv({ ...server, SESSION_SECRET: "changeme-changeme-changeme-changeme", TOKEN_KEYS: "short" });
    expect(failure).toThrow(/TOKEN_KEYS/);
    expect(failure).not.toThrow(/changeme/);
  });
});
