import { describe, expect, it, vi } from "vitest";
import { receiveAdminConsent } from "../../senders/receive-consent";
import { readSamples } from "../samples/read-samples";
import { adminConsentLink } from "./begin-consent";
import { readConsentAnswer } from "./read-consent-answer";

const samples = readSamples("consent-redirects").map((sample) => [sample.id, sample] as const);
const answerOf = (parameters: Record<string, string>) => ({
  code: parameters.code ?? null,
  error: parameters.error ?? null,
  description: parameters.error_description ?? null,
  adminConsent: "admin_consent" in parameters,
});

describe("the way back from Microsoft", () => {
  it.each(samples)("%s means what its sample says", (_, sample) => {
    const read = readConsentAnswer(answerOf(sample.parameters));
    expect(read === "left" ? "declined" : read, sample.expected.why).toBe(sample.expected.meaning);
  });
  it("offers both ways on where nobody can tell a refusal from the page Need admin approval", () => {
    const left = samples.filter(([, sample]) => readConsentAnswer(answerOf(sample.parameters)) === "left").map(([id]) => id);
    expect(left).toEqual(["cancelled-bare", "access-denied-bare"]);
  });
  it("tells an administrator who allowed it from one who did not", () => {
    const declined = samples.find(([id]) => id === "admin-declined-65004")?.[1].parameters ?? {};
    expect(receiveAdminConsent(answerOf(declined))).toBe("declined");
    expect(receiveAdminConsent(answerOf({ admin_consent: "True" }))).toBe("consented");
  });
});

describe("the administrator's link", () => {
  it("names each permission and never .default, which grants only what is registered", () => {
    const settings = {
      APP_URL: "http://localhost:3000",
      DATABASE_APP_URL: "postgres://localhost/none",
      DATABASE_SYSTEM_URL: "postgres://localhost/none",
      SESSION_SECRET: "x".repeat(32),
      TOKEN_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`,
      MICROSOFT_CLIENT_ID: "cccccccc-0000-4000-8000-000000000001",
      MICROSOFT_CLIENT_SECRET: "secret",
      MICROSOFT_STANDIN_URL: "http://localhost:3365",
      INNGEST_EVENT_KEY: "e",
      INNGEST_SIGNING_KEY: "s",
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    const link = new URL(adminConsentLink("5e8d2c1b-4a3f-4b6c-8d7e-9f0a1b2c3d4e"));
    expect(link.pathname).toMatch(/\/v2\.0\/adminconsent$/);
    expect(link.searchParams.get("scope")?.split(" ")).toEqual([
      "openid",
      "profile",
      "offline_access",
      "https://graph.microsoft.com/User.Read",
      "https://graph.microsoft.com/Mail.ReadWrite",
      "https://graph.microsoft.com/Mail.Send",
    ]);
    expect(link.href).not.toContain(".default");
  });
});
