import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openMailbox, refreshed, signIn, tokenFor } from "../testing/mailbox";
import { client, type Program, quick, startProgram } from "../testing/start-program";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program?.stop());
beforeEach(async () => {
  await program.admin("POST", "reset", { people: true });
  await program.admin("POST", "settings", quick);
});

const redirectUri = "http://localhost:3000/api/mailboxes/callback";
const contoso = "11111111-1111-4111-8111-111111111111";
const all = "https://graph.microsoft.com/.default";
const mail = "openid offline_access User.Read Mail.ReadWrite Mail.Send";
const link = (scope: string, more: Record<string, string> = {}) =>
  `${program.url}/common/oauth2/v2.0/authorize?${new URLSearchParams({ client_id: client.id, redirect_uri: redirectUri, response_type: "code", scope, state: "s", ...more })}`;
const scopes = (token: Record<string, string>) => token.scope?.split(" ").sort();
/** Whether the person is led back at once, without being asked. */
async function isAskedNothing(scope: string, person: string) {
  const fields = new URLSearchParams(new URL(link(scope)).searchParams);
  fields.set("person", person);
  const answer = await fetch(`${program.url}/common/oauth2/v2.0/authorize`, { method: "POST", body: fields, redirect: "manual" });
  return answer.status === 302;
}
async function byAdministrator(scope: string, tenant = contoso) {
  const query = new URLSearchParams({ client_id: client.id, redirect_uri: redirectUri, scope, state: "admin" });
  const answer = await fetch(`${program.url}/${tenant}/v2.0/adminconsent?${query}`, { redirect: "manual" });
  return { status: answer.status, back: new URL(answer.headers.get("location") ?? "http://none").searchParams };
}

it("asks by .default for what is registered, and grants no more", async () => {
  expect(scopes(await tokenFor(program, "anna@contoso.com", `openid ${all}`))).toEqual([
    "Mail.ReadWrite",
    "Mail.Send",
    "User.Read",
    "openid",
  ]);
  await program.admin("POST", "settings", { registeredPermissions: ["User.Read"] });
  const ben = await openMailbox(program, "ben@contoso.com", all);
  expect((await ben.call("GET", "/me")).status).toBe(200);
  const refused = await ben.call("GET", "/me/messages");
  expect([refused.status, refused.body.error.code]).toEqual([403, "ErrorAccessDenied"]);
});

it("grants scopes one after another, and a token carries all of them", async () => {
  expect(scopes(await tokenFor(program, "anna@contoso.com", "User.Read"))).toEqual(["User.Read"]);
  expect(await isAskedNothing("Mail.Read", "anna@contoso.com")).toBe(false);
  expect(scopes(await tokenFor(program, "anna@contoso.com", "Mail.Read"))).toEqual(["Mail.Read", "User.Read"]);
  expect(await isAskedNothing(all, "anna@contoso.com")).toBe(true);
  expect(scopes(await tokenFor(program, "anna@contoso.com", all))).toEqual(["Mail.Read", "User.Read"]);
  const mixed = await signIn(link(`${all} Mail.Send`), "anna@contoso.com");
  expect(mixed.searchParams.get("error_description")).toContain("AADSTS70011");
});

it("refuses a refresh for what was never consented to", async () => {
  const { refresh_token } = await tokenFor(program, "anna@contoso.com", "offline_access User.Read");
  const refused = await refreshed(program, refresh_token, "Mail.Send");
  expect(refused).toMatchObject({
    status: 400,
    body: { error: "invalid_grant", suberror: "consent_required", error_codes: [65001] },
  });
  expect((await refreshed(program, refresh_token, "User.Read")).status).toBe(200);
});

it("lets an administrator grant what the link names to everybody, and nothing where nothing is registered", async () => {
  await program.admin("POST", "settings", { adminConsentNeeded: true, registeredPermissions: [] });
  const nothing = await byAdministrator(all);
  expect(Object.fromEntries(nothing.back)).toEqual({ admin_consent: "True", tenant: contoso, scope: "", state: "admin" });
  const still = await signIn(link(mail), "ben@contoso.com");
  expect(still.searchParams.get("error_description")).toContain("AADSTS90094");
  await program.admin("POST", "settings", { registeredPermissions: ["User.Read", "Mail.ReadWrite", "Mail.Send"] });
  expect((await byAdministrator(all, "organizations")).back.get("tenant")).toBe(contoso);
  expect(await isAskedNothing(mail, "ben@contoso.com")).toBe(true);
  expect((await signIn(link(mail), "fay@fabrikam.com")).searchParams.get("error")).toBe("access_denied");
  expect((await byAdministrator(all, "33333333-3333-4333-8333-333333333333")).status).toBe(400);
});

it.each([
  ["65004", "access_denied"],
  ["90094", "access_denied"],
  ["90095", "access_denied"],
  ["90093", "access_denied"],
  ["90008", "access_denied"],
  ["consent_required", "consent_required"],
])("leads back from consent with %s where that is switched on", async (consentAnswer, error) => {
  await program.admin("POST", "settings", { consentAnswer });
  const { back } = await byAdministrator(all);
  for (const answer of [(await signIn(link(mail), "anna@contoso.com")).searchParams, back]) {
    expect(answer.get("error")).toBe(error);
    expect(answer.get("code")).toBeNull();
    if (consentAnswer === error) expect(answer.get("error_description")).toBeNull();
    else
      expect(answer.get("error_description")).toMatch(
        new RegExp(`^AADSTS${consentAnswer}: .+ Trace ID: .+ Correlation ID: .+ Timestamp: `),
      );
  }
  expect((await signIn(link("openid profile"), "anna@contoso.com")).searchParams.get("code")).toBeTruthy();
  expect(await program.admin("POST", "settings", { consentAnswer: "1" })).toHaveProperty("error");
});

it("answers a refresh after consent was withdrawn with AADSTS65001, while the token at hand lives on", async () => {
  const { refresh_token, access_token } = await tokenFor(program, "anna@contoso.com", mail);
  const read = () => fetch(`${program.url}/v1.0/me/messages`, { headers: { authorization: `Bearer ${access_token}` } });
  await program.admin("DELETE", "consent?person=anna@contoso.com");
  const refused = await refreshed(program, refresh_token);
  expect(refused.body).toMatchObject({ error: "invalid_grant", suberror: "consent_required", error_codes: [65001] });
  expect((await read()).status).toBe(200);
  await program.admin("POST", "consent", { person: "anna@contoso.com" });
  expect((await refreshed(program, refresh_token)).status).toBe(200);
});

it.each([["consent"], ["session"]])(
  "ends the token at hand with the %s where continuous access evaluation is on",
  async (what) => {
    await program.admin("POST", "settings", { continuousAccessEvaluation: true });
    const { access_token } = await tokenFor(program, "anna@contoso.com", mail);
    const read = () => fetch(`${program.url}/v1.0/me/messages`, { headers: { authorization: `Bearer ${access_token}` } });
    expect((await read()).status).toBe(200);
    if (what === "consent") await program.admin("DELETE", "consent?person=anna@contoso.com");
    else await program.admin("POST", "revoke", { person: "anna@contoso.com" });
    const refused = await read();
    expect(refused.status).toBe(401);
    const claims = /error="insufficient_claims".*claims="([^"]+)"/.exec(refused.headers.get("www-authenticate") ?? "")?.[1] ?? "";
    expect(JSON.parse(Buffer.from(claims, "base64").toString())).toHaveProperty("access_token.nbf.value");
  },
);

it("withdraws after one mail where the person chose so", async () => {
  const back = await signIn(link(mail), "anna@contoso.com", "withdraw");
  expect(back.searchParams.get("code")).toBeTruthy();
  const anna = await openMailbox(program, "anna@contoso.com", mail);
  const again = await tokenFor(program, "anna@contoso.com", mail);
  await anna.send((await anna.draft("zoe@outside.example")).id);
  expect((await refreshed(program, again.refresh_token)).body.error_codes).toEqual([65001]);
});
