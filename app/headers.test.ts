import { NextRequest } from "next/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { stubSettings } from "@/lib/env/testing/stub-settings";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const served = {
  APP_URL: "https://countersign.contoso.com",
  MICROSOFT_TENANTS: "11111111-1111-4111-8111-111111111111",
  SESSION_SECRET: "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
  TOKEN_KEYS: `k1:${Buffer.from("0f1e2d3c4b5a69788796a5b4c3d2e1f0").toString("base64")}`,
  MICROSOFT_CLIENT_SECRET: "Qx8~9vTn4kLpRz2Wb7",
  INNGEST_EVENT_KEY: "b81f0d27c6e95a34",
  INNGEST_SIGNING_KEY: "9a7c5e3d1b0f2846",
};

/** The answer to a page, as it is on one's own machine or on a server. */
async function answer(settings: Record<string, string>) {
  vi.resetModules();
  stubSettings(settings);
  const { proxy } = await import("@/proxy");
  return proxy(new NextRequest("http://127.0.0.1:3000/contacts?q=a"));
}

describe("a page's answer", () => {
  test("names the only scripts that run, anew each time", async () => {
    const policies = [await answer({}), await answer({})].map((one) => one.headers.get("content-security-policy") ?? "");
    const nonces = policies.map((policy) => /'nonce-([A-Za-z0-9+/=]{24})'/.exec(policy)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    expect(policies[0]?.replace(/nonce-[^']+/, "nonce")).toBe(
      "default-src 'self'; script-src 'self' 'nonce' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
  });
  test("hands the nonce to the page, whatever the request brought along", async () => {
    const { headers } = await answer({});
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain(`'nonce-${headers.get("x-middleware-request-x-nonce")}'`);
    expect(headers.get("x-middleware-request-content-security-policy")).toBe(policy);
  });
  test("keeps browsers on https for a year, on a server only", async () => {
    expect((await answer({})).headers.get("strict-transport-security")).toBeNull();
    const { headers } = await answer(served);
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect(headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });
});

describe("an address that cannot be decoded", () => {
  const bad = ["/contacts/%E0%A4%A", "/u/%ff", "/review/%zz", "/replies/%", "/api/threads/%E0", "/_next/static/%E0", "/%c0%ae"];
  const ask = async (path: string, init: { method?: string; headers?: Record<string, string> } = {}) => {
    vi.resetModules();
    stubSettings({});
    const { proxy } = await import("@/proxy");
    return proxy(new NextRequest(`http://127.0.0.1:3000${path}`, init));
  };
  test.each(bad)("%s is not found, as a page for people and as a line for programs", async (path) => {
    const read = await ask(path, { headers: { accept: "text/html,*/*" } });
    expect([read.status, await read.text()]).toEqual([404, expect.stringContaining("<h1>There is no page here</h1>")]);
    expect(read.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    for (const method of ["GET", "POST"]) {
      const told = await ask(path, { method });
      expect([told.status, await told.text()]).toEqual([404, "There is nothing at this address. Nothing was changed.\n"]);
    }
  });
  test.each(["/contacts/%C3%A4", "/contacts?q=%E0%A4%A", "/api/threads/%20", "/_next/static/%28team%29.js"])(
    "%s is read on",
    async (path) => {
      expect((await ask(path)).status).toBe(200);
    },
  );
});

describe("a cookie", () => {
  test.each([
    ["on one's own machine", {}, "countersign.session", false],
    ["on a server", served, "__Host-countersign.session", true],
  ])("%s cannot be read by scripts nor sent from other sites", async (_where, settings, name, secure) => {
    vi.resetModules();
    stubSettings(settings);
    const { authCookie } = await import("@/lib/auth/session-cookie");
    expect(authCookie("session")).toEqual({ name, options: { httpOnly: true, sameSite: "lax", path: "/", secure } });
  });
});
