import { createHash, randomBytes } from "node:crypto";
import { config } from "../config";
import { type Answer, form, json, type Request, type Route } from "../http";
import { findPerson, type Person } from "../people";
import { state, troubleOf } from "../state";
import { sql } from "../store";
import { grantedTo, isDefault, permissionsOf, scopesOf } from "./consents";
import { signToken } from "./keys";
import { refusal } from "./refusals";

type Grant = { token: string; person: string; scopes: string; details: Record<string, string> };

export const tokenRoutes: Route[] = [{ method: "POST", pattern: /^\/([^/]+)\/oauth2\/v2\.0\/token$/, handle: token }];

async function token(request: Request): Promise<Answer> {
  const fields = form(request);
  if (!rightClient(request, fields)) return refusal(request, 7000215);
  const kind = fields.get("grant_type");
  if (kind === "authorization_code") return fromCode(request, fields);
  if (kind === "refresh_token") return fromRefresh(request, fields);
  return refusal(request, 70003, { error: "unsupported_grant_type", says: "This grant is not spoken here." });
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

async function fromCode(request: Request, fields: URLSearchParams) {
  const refused = (code: number, says: string) => refusal(request, code, { error: "invalid_grant", says });
  const [grant] = await sql<
    Grant[]
  >`update grants set used_at = now() where token = ${fields.get("code") ?? ""} and kind = 'code' and used_at is null and expires_at > now()
    returning token, person, scopes, details`;
  if (!grant) return refused(70008, "The code is used up or too old.");
  if (grant.details.redirectUri !== fields.get("redirect_uri")) return refused(50011, "Another redirect address than before.");
  if (grant.details.challenge) {
    const challenge = createHash("sha256")
      .update(fields.get("code_verifier") ?? "")
      .digest("base64url");
    if (challenge !== grant.details.challenge) return refused(501481, "The code verifier does not match.");
  }
  const person = findPerson(grant.person);
  if (!person) return refusal(request, 50034);
  return give(grant, person, grant.details.tenant ?? request.params[0] ?? "common", grant.details.nonce);
}

async function fromRefresh(request: Request, fields: URLSearchParams) {
  const token = fields.get("refresh_token") ?? "";
  const [known] = await sql<
    (Grant & { used: boolean })[]
  >`select token, person, scopes, details, used_at is not null as used from grants where token = ${token} and kind = 'refresh'`;
  if (!known) return refusal(request, 70000);
  if (known.used) return refusal(request, Number(known.details.ended ?? 70000));
  const person = findPerson(known.person);
  if (!person) return refusal(request, 50034);
  if (troubleOf(person.email).deleted) return refusal(request, 50034);
  const told = troubleOf(person.email).refresh;
  if (told) return refusal(request, told);
  const granted = await grantedTo(person);
  const asked = scopesOf(fields.get("scope") ?? known.scopes);
  const wanted = isDefault(asked) ? [] : permissionsOf(asked);
  // What was never consented to, and what was withdrawn, are refused alike; nothing is left out in silence.
  if (wanted.some((scope) => !granted.includes(scope)) || (isDefault(asked) && granted.length === 0))
    return refusal(request, 65001);
  // Each use kills the token and gives a new one; a second use of the old one is refused.
  const [grant] = await sql<Grant[]>`update grants set used_at = now() where token = ${token} and used_at is null
    returning token, person, scopes, details`;
  return grant ? give(grant, person, request.params[0] ?? "common", undefined) : refusal(request, 70000);
}

/** A token carries all that was ever granted on Graph, not only what was asked for this time. */
async function give(grant: Grant, person: Person, tenant: string, nonce: string | undefined) {
  const asked = scopesOf(grant.scopes);
  const scopes = [...asked.filter((scope) => /^(openid|profile|email)$/.test(scope)), ...(await grantedTo(person))].join(" ");
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
  if (asked.includes("offline_access")) {
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
    preferred_username: person.upn,
    email: person.email,
    ver: "2.0",
    ...(person.kind === "guest" ? { acct: 1, idp: "https://sts.windows.net/elsewhere/" } : { acct: 0 }),
    ...(nonce ? { nonce } : {}),
  });
}

/** Whose mailbox a bearer opens; `ended` when it was taken back before its time. */
export async function bearerOf(
  authorization: string | undefined,
): Promise<{ person: Person; scopes: string[]; ended: boolean } | null> {
  const bearer = /^Bearer (.+)$/.exec(authorization ?? "")?.[1];
  if (!bearer) return null;
  const [row] = await sql<
    { person: string; scopes: string; ended: boolean }[]
  >`select person, scopes, used_at is not null as ended from grants where token = ${bearer} and kind = 'access' and expires_at > now()`;
  const person = row ? findPerson(row.person) : undefined;
  return row && person ? { person, scopes: row.scopes.split(" "), ended: row.ended } : null;
}
