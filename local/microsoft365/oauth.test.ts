import { createHash } from "node:crypto";
import { ConfidentialClientApplication, CryptoProvider } from "@azure/msal-node";
import { Issuer } from "openid-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailbox, refreshed, signIn, tokenFor } from "./testing/mailbox";
import { client, type Program, startProgram } from "./testing/start-program";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program?.stop());

const redirectUri = "http://localhost:3000/api/mailboxes/callback";
const mail = ["User.Read", "Mail.ReadWrite", "Mail.Send"];

function msal(secret = client.secret) {
  const base = `${program.url}/common`;
  return new ConfidentialClientApplication({
    auth: {
      clientId: client.id,
      clientSecret: secret,
      authority: "https://login.microsoftonline.com/common",
      authorityMetadata: JSON.stringify({
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
        issuer: `${base}/v2.0`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      }),
    },
  });
}
it("connects a mailbox through MSAL with PKCE and nonce, and refreshes", async () => {
  const app = msal();
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const url = await app.getAuthCodeUrl({
    scopes: mail,
    redirectUri,
    state: "s1",
    nonce: "n1",
    codeChallenge: challenge,
    codeChallengeMethod: "S256",
  });
  const back = await signIn(url, "anna@contoso.com");
  expect(back.searchParams.get("state")).toBe("s1");
  const code = back.searchParams.get("code") ?? "";
  const result = await app.acquireTokenByCode({ code, scopes: mail, redirectUri, codeVerifier: verifier, nonce: "n1" });
  expect(result.idTokenClaims).toMatchObject({
    tid: "11111111-1111-4111-8111-111111111111",
    preferred_username: "anna@contoso.com",
    ver: "2.0",
    nonce: "n1",
  });
  expect(result.account?.homeAccountId).toBe("aaaaaaaa-0000-4000-8000-000000000001.11111111-1111-4111-8111-111111111111");
  const account = result.account;
  if (!account) throw new Error("no account");
  const again = await app.acquireTokenSilent({ account, scopes: mail, forceRefresh: true });
  expect(again.accessToken).not.toBe(result.accessToken);
  await expect(
    app.acquireTokenByCode({ code, scopes: mail, redirectUri, codeVerifier: verifier, nonce: "n1" }),
  ).rejects.toMatchObject({ errorCode: "invalid_grant" });
  await program.admin("POST", "revoke", { person: "anna@contoso.com" });
  await expect(app.acquireTokenSilent({ account, scopes: mail, forceRefresh: true })).rejects.toMatchObject({
    errorCode: "invalid_grant",
  });
  const me = await fetch(`${program.url}/v1.0/me`, { headers: { authorization: `Bearer ${again.accessToken}` } });
  expect(me.status).toBe(200);
});

it.each(["common", "organizations", "11111111-1111-4111-8111-111111111111"])(
  "satisfies openid discovery for %s",
  async (tenant) => {
    const issuer = await Issuer.discover(`${program.url}/${tenant}/v2.0/.well-known/openid-configuration`);
    const party = new issuer.Client({ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] });
    const verifier = "a-verifier-of-the-forty-three-characters-at-least";
    const url = party.authorizationUrl({
      scope: "openid profile email",
      state: "s",
      nonce: "n",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
    const back = await signIn(url, "ben@contoso.com");
    const set = await party.callback(redirectUri, party.callbackParams(back.toString()), {
      state: "s",
      nonce: "n",
      code_verifier: verifier,
    });
    expect(set.claims()).toMatchObject({ email: "ben@contoso.com", iss: `${program.url}/${tenant}/v2.0` });
    expect(set.refresh_token).toBeUndefined();
  },
);

it("takes each refresh token once", async () => {
  const first = await tokenFor(program, "ben@contoso.com", "openid offline_access Mail.Send");
  expect((await refreshed(program, first.refresh_token)).status).toBe(200);
  const second = await refreshed(program, first.refresh_token);
  expect([second.status, second.body.error]).toEqual([400, "invalid_grant"]);
});

it("refuses a wrong secret, a wrong verifier, an unknown app and plain http elsewhere", async () => {
  await expect(msal("wrong").acquireTokenByCode({ code: "x", scopes: mail, redirectUri })).rejects.toMatchObject({
    errorCode: "invalid_client",
  });
  const { challenge } = await new CryptoProvider().generatePkceCodes();
  const url = await msal().getAuthCodeUrl({ scopes: mail, redirectUri, codeChallenge: challenge, codeChallengeMethod: "S256" });
  const code = (await signIn(url, "dora@contoso.com")).searchParams.get("code") ?? "";
  await expect(msal().acquireTokenByCode({ code, scopes: mail, redirectUri, codeVerifier: "other" })).rejects.toMatchObject({
    errorCode: "invalid_grant",
  });
  const page = (query: string) => fetch(`${program.url}/common/oauth2/v2.0/authorize?response_type=code&${query}`);
  expect((await page(`client_id=other&redirect_uri=${redirectUri}`)).status).toBe(400);
  expect((await page(`client_id=${client.id}&redirect_uri=http://elsewhere.example/cb`)).status).toBe(400);
});

it("asks for consent once, and says no in Microsoft's words", async () => {
  const url = await msal().getAuthCodeUrl({ scopes: mail, redirectUri, state: "s" });
  const refused = await signIn(url, "fay@fabrikam.com", "refuse");
  expect(refused.searchParams.get("error")).toBe("access_denied");
  const blocked = await signIn(url, "fay@fabrikam.com", "administrator");
  expect(blocked.searchParams.get("error_description")).toContain("AADSTS90094");
  expect((await signIn(url, "fay@fabrikam.com")).searchParams.get("code")).toBeTruthy();
  const silent = await fetch(url.replace("/authorize?", "/authorize?"), { redirect: "manual" });
  expect(await silent.text()).toContain("fay@fabrikam.com");
});

it("marks guests and personal accounts so that they can be refused", async () => {
  const claims = async (person: string) => {
    const { id_token } = await tokenFor(program, person, "openid profile");
    return JSON.parse(Buffer.from(id_token?.split(".")[1] ?? "", "base64url").toString());
  };
  expect(await claims("gil@partner.example")).toMatchObject({ acct: 1, tid: "11111111-1111-4111-8111-111111111111" });
  expect(await claims("pat@outlook.example")).toMatchObject({ tid: "9188040d-6c67-4c5b-b112-36a304b66dad" });
});

it("holds calls to the scopes that were given", async () => {
  const ben = await openMailbox(program, "ben@contoso.com", "User.Read Mail.Read");
  expect((await ben.call("GET", "/me")).status).toBe(200);
  expect((await ben.call("GET", "/me/messages")).status).toBe(200);
  const refused = await ben.call("POST", "/me/messages", {});
  expect([refused.status, refused.body.error.code]).toEqual([403, "ErrorAccessDenied"]);
  const other = await ben.call("GET", "/users/anna@contoso.com/messages");
  expect(other.status).toBe(403);
  expect((await ben.call("GET", "/me", undefined, { authorization: "Bearer made-up" })).status).toBe(401);
});
