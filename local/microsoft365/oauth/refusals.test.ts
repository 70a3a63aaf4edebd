import { ConfidentialClientApplication, InteractionRequiredAuthError } from "@azure/msal-node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refreshed, signIn, tokenFor } from "../testing/mailbox";
import { client, type Program, startProgram } from "../testing/start-program";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program?.stop());

const tell = (refresh: number | null, mailbox = "anna@contoso.com") => program.admin("POST", "mailboxes", { mailbox, refresh });

it.each([
  [50076, 400, "invalid_grant", "basic_action"],
  [50078, 400, "invalid_grant", "basic_action"],
  [50079, 400, "invalid_grant", "basic_action"],
  [50089, 400, "invalid_grant", "bad_token"],
  [50132, 400, "invalid_grant", "bad_token"],
  [50133, 400, "invalid_grant", "bad_token"],
  [50173, 400, "invalid_grant", "bad_token"],
  [53003, 400, "invalid_grant", "message_only"],
  [65001, 400, "invalid_grant", "consent_required"],
  [70008, 400, "invalid_grant", undefined],
  [70043, 400, "invalid_grant", "token_expired"],
  [700082, 400, "invalid_grant", undefined],
  [700084, 400, "invalid_grant", undefined],
  [50020, 400, "invalid_grant", undefined],
  [50034, 400, "invalid_grant", "bad_token"],
  [50053, 400, "invalid_grant", undefined],
  [50057, 400, "invalid_grant", "bad_token"],
  [50105, 400, "invalid_grant", "message_only"],
  [50126, 400, "invalid_grant", undefined],
  [650052, 400, "invalid_client", undefined],
  [700016, 400, "unauthorized_client", undefined],
  [7000112, 400, "unauthorized_client", undefined],
  [90002, 400, "invalid_request", undefined],
  [7000215, 401, "invalid_client", undefined],
  [7000222, 401, "invalid_client", undefined],
  [700027, 401, "invalid_client", undefined],
  [53000, 400, "invalid_grant", "message_only"],
  [53001, 400, "invalid_grant", "message_only"],
  [53002, 400, "invalid_grant", "message_only"],
  [50196, 400, "invalid_grant", undefined],
  [90033, 503, "temporarily_unavailable", undefined],
  [90055, 429, "temporarily_unavailable", undefined],
])("answers a refresh with AADSTS%i as Entra does, and leaves the token as it was", async (code, status, error, suberror) => {
  await tell(null);
  const { refresh_token } = await tokenFor(program, "anna@contoso.com", "offline_access User.Read");
  await tell(code);
  const { status: answered, body } = await refreshed(program, refresh_token);
  expect([answered, body.error, body.suberror, body.error_codes]).toEqual([status, error, suberror, [code]]);
  expect(body.error_description).toMatch(
    new RegExp(
      `^AADSTS${code}: .+ Trace ID: ${body.trace_id} Correlation ID: ${body.correlation_id} Timestamp: ${body.timestamp}$`,
    ),
  );
  expect(body.timestamp).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);
  await tell(null);
  expect((await refreshed(program, refresh_token)).status).toBe(200);
});

it("says it of one person, or of everybody", async () => {
  const { refresh_token } = await tokenFor(program, "ben@contoso.com", "offline_access User.Read");
  await tell(50057);
  const first = await refreshed(program, refresh_token);
  expect(first.status).toBe(200);
  await tell(90055, "*");
  expect((await refreshed(program, first.body.refresh_token)).body.error_codes).toEqual([90055]);
  await tell(null, "*");
});

it("signs a person out with AADSTS50173", async () => {
  const { refresh_token } = await tokenFor(program, "ben@contoso.com", "offline_access User.Read");
  await program.admin("POST", "revoke", { person: "ben@contoso.com" });
  expect((await refreshed(program, refresh_token)).body).toMatchObject({ error_codes: [50173], suberror: "bad_token" });
});

it("makes MSAL ask for the person where there is something to be done by one", async () => {
  const base = `${program.url}/common`;
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: client.id,
      clientSecret: client.secret,
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
  const request = { scopes: ["User.Read"], redirectUri: "http://localhost:3000/cb" };
  const code = (await signIn(await app.getAuthCodeUrl(request), "dora@contoso.com")).searchParams.get("code") ?? "";
  const { account } = await app.acquireTokenByCode({ ...request, code });
  if (!account) throw new Error("no account");
  const thrown = async (refresh: number) => {
    await tell(refresh, "dora@contoso.com");
    return app.acquireTokenSilent({ account, scopes: ["User.Read"], forceRefresh: true }).catch((error: unknown) => error);
  };
  expect(await thrown(65001)).toBeInstanceOf(InteractionRequiredAuthError);
  expect(await thrown(53003)).toMatchObject({ errorCode: "invalid_grant", claims: expect.stringContaining("capolids") });
  expect(await thrown(700082)).not.toBeInstanceOf(InteractionRequiredAuthError);
});
