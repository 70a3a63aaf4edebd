import { randomUUID } from "node:crypto";
import { config } from "../config";
import { type Answer, json, type Request } from "../http";

type Refusal = { error: string; status?: number; suberror?: string; says: string };

const grant = (says: string, suberror?: string): Refusal => ({ error: "invalid_grant", says, ...(suberror ? { suberror } : {}) });
const blocked = (says: string): Refusal => grant(says, "message_only");
const app = (error: string, says: string, status = 400): Refusal => ({ error, says, status });

/**
 * What the token endpoint can answer to a refresh, by AADSTS code. `error` and `suberror` are as recorded from Entra where a recording
 * was found, else as its pages say.
 */
export const refusals: Record<number, Refusal> = {
  // A person signs in again.
  50076: grant(
    "The administrator changed a setting, or the place changed: multi-factor authentication is needed.",
    "basic_action",
  ),
  50078: grant("The multi-factor authentication that was presented has expired.", "basic_action"),
  50079: grant("The person must enroll in multi-factor authentication.", "basic_action"),
  50089: grant("The flow token has expired.", "bad_token"),
  50132: grant("The session is not valid: the password expired or was changed.", "bad_token"),
  50133: grant("The session is not valid: the password expired or was changed.", "bad_token"),
  50173: grant("The grant was revoked, and a fresh auth token is needed.", "bad_token"),
  53003: blocked("Access has been blocked by Conditional Access policies."),
  65001: grant("The user or administrator has not consented to use the application.", "consent_required"),
  70000: grant("The refresh token is not valid."),
  70008: grant("The authorization code or refresh token has expired."),
  70043: grant("The refresh token has expired due to sign-in frequency checks by Conditional Access.", "token_expired"),
  700082: grant("The refresh token has expired due to inactivity."),
  700084: grant("The refresh token was issued to a single page app and has a fixed, limited lifetime."),
  // The person is gone or blocked.
  50020: grant("The account does not exist in the tenant and cannot access the application."),
  50034: grant("The account does not exist in the directory.", "bad_token"),
  50053: grant("The account is locked."),
  50057: grant("The account is disabled.", "bad_token"),
  50105: grant("The person is not assigned to a role for the application.", "message_only"),
  50126: grant("The user name or password is not valid."),
  // The organisation removed or disabled the app.
  650052: app("invalid_client", "The app needs a service that the organisation has not subscribed to or enabled."),
  700016: app("unauthorized_client", "The application was not found in the directory."),
  7000112: app("unauthorized_client", "The application is disabled."),
  // The organisation is gone.
  90002: app("invalid_request", "The tenant was not found."),
  // The app's own key is wrong.
  7000215: app("invalid_client", "The client secret is not right.", 401),
  7000222: app("invalid_client", "The client secret keys are expired.", 401),
  700027: app("invalid_client", "The client assertion failed signature validation.", 401),
  // Device or policy.
  53000: blocked("The device is not compliant."),
  53001: blocked("The device is not domain joined."),
  53002: blocked("The app is not an approved app for Conditional Access."),
  // For a while.
  50196: grant("The server ended the operation because it met a client request loop."),
  90033: app("temporarily_unavailable", "A transient error has occurred. Please try again.", 503),
  90055: app("temporarily_unavailable", "There are too many incoming requests.", 429),
};

/** An error of the token endpoint, in Entra's form. */
export function refusal(request: Request, code: number, more: Partial<Refusal> = {}): Answer {
  const { error, status, suberror, says } = { ...refusals[code], ...more };
  const ids = traced(request);
  return json(
    status ?? 400,
    {
      error,
      error_description: `AADSTS${code}: ${says} ${ids.text}`,
      error_codes: [code],
      timestamp: ids.timestamp,
      trace_id: ids.trace,
      correlation_id: ids.correlation,
      error_uri: `${config.publicUrl}/error?code=${code}`,
      ...(suberror ? { suberror } : {}),
      ...(suberror === "basic_action" || suberror === "message_only" ? { claims: challenge } : {}),
    },
    { "x-ms-request-id": ids.trace },
  );
}

/** What a person is to prove when coming back; MSAL passes it on. */
const challenge = JSON.stringify({
  access_token: { capolids: { essential: true, values: ["00000000-0000-4000-8000-00000000ca01"] } },
});

/** The ids by which Microsoft's support finds a request; a caller's own id comes back. */
export function traced(request: Request) {
  const given = request.headers["client-request-id"] ?? new URLSearchParams(request.body).get("client-request-id");
  const trace = randomUUID();
  const correlation = typeof given === "string" ? given : randomUUID();
  const timestamp = `${new Date().toISOString().slice(0, 19).replace("T", " ")}Z`;
  return { trace, correlation, timestamp, text: `Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}` };
}
