import { createHash, randomBytes } from "node:crypto";
import { config } from "../config";
import { type Answer, form, json, type Request, type Route } from "../http";
import { findPerson, type Person } from "../people";
import { state } from "../state";
import { sql } from "../store";
import { scopesOf } from "./authorize";
import { signToken } from "./keys";

type Grant = { token: string; person: string; scopes: string; details: Record<string, string> };

export const tokenRoutes: Route[] = [{ method: "POST", pattern: /^\/([^/]+)\/oauth2\/v2\.0\/token$/, handle: token }];

const refused = (error: string, description: string, status = 400): Answer =>
  json(status, {
    error,
    error_description: description,
    error_codes: [Number(/AADSTS(\d+)/.exec(description)?.[1] ?? 0)],
    timestamp: new Date().toISOString(),
    trace_id: "",
    correlation_id: "",
  });

async function token(request: Request): Promise<Answer> {
  const fields = form(request);
  if (!rightClient(request, fields)) return refused("invalid_client", "AADSTS7000215: the client secret is not right.", 401);
  const kind = fields.get("grant_type");
  if (kind === "authorization_code") return fromCode(fields, request.params[0] ?? "common");
  if (kind === "refresh_token") return fromRefresh(fields, request.params[0] ?? "common");
  return refused("unsupported_grant_type", "AADSTS70003: this grant is not spoken here.");
}

function rightClient(request: Request, fields: URLSearchParams): boolean {
  // Both halves are form-encoded before they are joined (RFC 6749 §2.3.1).
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  const [id, secret] = basic
    ? Buffer.from(basic, "base64")
        .toString()
        .split(":")
        .map((part) => decodeURIComponent(part.replace(/\+/g, " ")))
    : [fields.get("client_id"), fields.get("client_secret")];
  return id === config.clientId && secret === config.clientSecret;
}

async function fromCode(fields: URLSearchParams, tenant: string) {
  const [grant] = await sql<
    Grant[]
  >`update grants set used_at = now() where token = ${fields.get("code") ?? ""} and kind = 'code' and used_at is null and expires_at > now()
    returning token, person, scopes, details`;
  if (!grant) return refused("invalid_grant", "AADSTS70008: the code is used up or too old.");
  if (grant.details.redirectUri !== fields.get("redirect_uri"))
    return refused("invalid_grant", "AADSTS50011: another redirect address than before.");
  if (grant.details.challenge) {
    const challenge = createHash("sha256")
      .update(fields.get("code_verifier") ?? "")
      .digest("base64url");
    if (challenge !== grant.details.challenge) return refused("invalid_grant", "AADSTS50148: the code verifier does not match.");
  }
  return give(grant, grant.details.tenant ?? tenant, grant.scopes, grant.details.nonce);
}

async function fromRefresh(fields: URLSearchParams, tenant: string) {
  // Each use kills the token and gives a new one; a second use of the old one is refused.
  const [grant] = await sql<
    Grant[]
  >`update grants set used_at = now() where token = ${fields.get("refresh_token") ?? ""} and kind = 'refresh' and used_at is null
    returning token, person, scopes, details`;
  if (!grant) return refused("invalid_grant", "AADSTS70000: the refresh token was used, revoked or never given.");
  const asked = scopesOf(fields.get("scope") ?? grant.scopes);
  return give(
    grant,
    tenant,
    asked.filter((scope) => grant.scopes.split(" ").includes(scope)).join(" ") || grant.scopes,
    undefined,
  );
}

async function give(grant: Grant, tenant: string, scopes: string, nonce: string | undefined) {
  const person = findPerson(grant.person);
  if (!person) return refused("invalid_grant", "AADSTS50034: nobody of that name.");
  const access = `at.${randomBytes(24).toString("base64url")}`;
  const seconds = state.accessTokenSeconds;
  await sql`insert into grants (token, kind, person, scopes, expires_at) values (${access}, 'access', ${person.oid}, ${scopes}, now() + make_interval(secs => ${seconds}))`;
  const answer: Record<string, unknown> = {
    token_type: "Bearer",
    scope: scopes,
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: access,
    id_token: idToken(person, tenant, nonce),
    client_info: Buffer.from(JSON.stringify({ uid: person.oid, utid: person.tenantId })).toString("base64url"),
  };
  if (grant.scopes.split(" ").includes("offline_access")) {
    const refresh = `rt.${randomBytes(32).toString("base64url")}`;
    await sql`insert into grants (token, kind, person, scopes) values (${refresh}, 'refresh', ${person.oid}, ${grant.scopes})`;
    answer.refresh_token = refresh;
  }
  return json(200, answer);
}

function idToken(person: Person, tenant: string, nonce: string | undefined) {
  const now = Math.floor(Date.now() / 1000);
  return signToken({
    aud: config.clientId,
    iss: `${config.publicUrl}/${tenant}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + 3600,
    sub: createHash("sha256").update(`${config.clientId}${person.oid}`).digest("base64url"),
    oid: person.oid,
    tid: person.tenantId,
    name: person.name,
    preferred_username: person.email,
    email: person.email,
    ver: "2.0",
    ...(person.kind === "guest" ? { acct: 1, idp: "https://sts.windows.net/elsewhere/" } : { acct: 0 }),
    ...(nonce ? { nonce } : {}),
  });
}

/** Whose mailbox a bearer opens. */
export async function personOf(authorization: string | undefined): Promise<{ person: Person; scopes: string[] } | null> {
  const bearer = /^Bearer (.+)$/.exec(authorization ?? "")?.[1];
  if (!bearer) return null;
  const [row] = await sql<
    { person: string; scopes: string }[]
  >`select person, scopes from grants where token = ${bearer} and kind = 'access' and used_at is null and expires_at > now()`;
  const person = row ? findPerson(row.person) : undefined;
  return row && person ? { person, scopes: row.scopes.split(" ") } : null;
}

/** "Signed out at Microsoft": every token of a person is dead from now on. */
export async function revoke(oid: string) {
  await sql`update grants set used_at = now() where person = ${oid} and used_at is null`;
}
