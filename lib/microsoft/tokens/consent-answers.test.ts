import { describe, expect, it } from "vitest";
import { stubSettings } from "../../env/testing/stub-settings";
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
    stubSettings();
    const link = new URL(adminConsentLink("5e8d2c1b-4a3f-4b6c-8d7e-9f0a1b2c3d4e", new Date()));
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
