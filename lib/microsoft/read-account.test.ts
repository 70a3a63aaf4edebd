import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stubSettings } from "../env/testing/stub-settings";
import { finishConsent, NoAddressError } from "./tokens/finish-consent";
import { startCannedMicrosoft } from "./tokens/testing/start-canned-microsoft";

const tid = "5e8d2c1b-4a3f-4b6c-8d7e-9f0a1b2c3d4e";
const oid = "aaaaaaaa-0000-4000-8000-000000000001";
let server: Awaited<ReturnType<typeof startCannedMicrosoft>>;

beforeAll(async () => {
  server = await startCannedMicrosoft({ tid, oid, nonce: "n" });
  stubSettings({ MICROSOFT_STANDIN_URL: server.url });
});
beforeEach(() => {
  server.me = { mail: "Anna.Berg@contoso.com", userPrincipalName: "aberg@contoso.onmicrosoft.com", displayName: "Anna Berg" };
});
afterAll(() => server.stop());
const consent = () => finishConsent(tid, "c", { state: "s", nonce: "n", verifier: "v" });

describe("what a mailbox is called", () => {
  it("is its address, every alias that takes mail, and another name to sign in with", async () => {
    const proxyAddresses = [
      "smtp:anna@contoso-group.com",
      "SMTP:Anna.Berg@contoso.com",
      "X500:/o=Contoso/cn=anna",
      "SIP:anna@contoso.com",
    ];
    server.me = { ...server.me, proxyAddresses };
    expect(await consent()).toMatchObject({
      email: "Anna.Berg@contoso.com",
      addresses: ["anna.berg@contoso.com", "anna@contoso-group.com"],
      signInName: "aberg@contoso.onmicrosoft.com",
      name: "Anna Berg",
    });
  });
  it("may have no alias and no shown name", async () => {
    server.me = { ...server.me, proxyAddresses: null, displayName: null };
    expect(await consent()).toMatchObject({ addresses: ["anna.berg@contoso.com"], name: null });
  });
  it("may be nothing at all, and then it is not connected", async () => {
    server.me = { ...server.me, mail: null };
    await expect(consent()).rejects.toBeInstanceOf(NoAddressError);
  });
});
