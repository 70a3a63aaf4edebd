import { randomBytes } from "node:crypto";
import { config } from "../config";
import { form, html, type Request, type Route, redirect } from "../http";
import { consentPage, problemPage, signInPage } from "../pages/sign-in";
import { findPerson, type Person, people, personalTenant } from "../people";
import { state } from "../state";
import { sql } from "../store";
import { consentRefused, grant, grantedTo, isDefault, permissionsOf, scopesOf } from "./consents";

const known = [
  "client_id",
  "redirect_uri",
  "response_type",
  "scope",
  "state",
  "nonce",
  "code_challenge",
  "code_challenge_method",
  "prompt",
  "login_hint",
  "response_mode",
];

export const authorizeRoutes: Route[] = [
  {
    method: "GET",
    pattern: /^\/([^/]+)\/oauth2\/v2\.0\/authorize$/,
    handle: async (request) => begin(request, request.url.searchParams),
  },
  { method: "POST", pattern: /^\/([^/]+)\/oauth2\/v2\.0\/authorize$/, handle: async (request) => pick(request) },
  { method: "POST", pattern: /^\/([^/]+)\/oauth2\/v2\.0\/consent$/, handle: async (request) => consent(request) },
  {
    method: "GET",
    pattern: /^\/([^/]+)\/v2\.0\/adminconsent$/,
    handle: async (request) => adminConsent(request, request.params[0] ?? ""),
  },
  {
    method: "GET",
    pattern: /^\/[^/]+\/oauth2\/v2\.0\/logout$/,
    handle: async ({ url }) => redirect(url.searchParams.get("post_logout_redirect_uri") ?? "/"),
  },
];

/** An administrator allows for everybody what the link names; `.default` is what the app registration lists, even if that is nothing. */
async function adminConsent(request: Request, named: string) {
  const given = asked(request.url.searchParams);
  // Nobody signs in on the way here: without a tenant the first one's administrator is meant.
  const tenant = people.find((person) => person.tenantId === named || named === "organizations")?.tenantId;
  const problem = problemOf({ ...given, response_type: "code" });
  if (problem || !tenant) return html(problemPage(problem ?? "AADSTS90002: The tenant was not found."), 400);
  if (state.consentAnswer) return back(given, { admin_consent: "True", ...consentRefused(request, state.consentAnswer) });
  const scopes = permissionsOf(scopesOf(given.scope ?? ""));
  await grant(tenant, scopes);
  const scope = scopes.map((one) => `https://graph.microsoft.com/${one}`).join(" ");
  return back(given, { admin_consent: "True", tenant, scope });
}

function asked(from: URLSearchParams): Record<string, string> {
  return Object.fromEntries(known.map((name) => [name, from.get(name) ?? ""]));
}

async function begin(request: Request, query: URLSearchParams) {
  const given = asked(query);
  const problem = problemOf(given);
  if (problem) return html(problemPage(problem), 400);
  const tenant = request.params[0] ?? "common";
  if (given.prompt === "none")
    return back(given, { error: "login_required", error_description: "AADSTS50058: nobody is signed in silently here." });
  const may = people.filter((person) => tenantAllows(tenant, person));
  return html(signInPage(tenant, given, may));
}

function problemOf(given: Record<string, string>): string | null {
  if (given.client_id !== config.clientId) return "AADSTS700016: the application is not known in this directory.";
  if (given.response_type !== "code") return "AADSTS70011: only the code flow is spoken here.";
  // As in Entra, plain http is for this machine alone.
  if (!/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$))/.test(given.redirect_uri ?? ""))
    return "AADSTS50011: the redirect address is missing, or plain http outside this machine.";
  if (given.code_challenge && given.code_challenge_method !== "S256") return "AADSTS9002313: only S256 is spoken here.";
  return null;
}

function tenantAllows(tenant: string, person: Person) {
  if (tenant === "common") return true;
  if (tenant === "organizations") return person.tenantId !== personalTenant;
  if (tenant === "consumers") return person.tenantId === personalTenant;
  return person.tenantId === tenant;
}

const wrongNonce = "another-nonce";
const anybody = (tenant: string) => people.find((person) => person.kind === "member" && tenantAllows(tenant, person));

async function pick(request: Request) {
  const fields = form(request);
  const given = asked(fields);
  const problem = problemOf(given);
  if (!problem && fields.get("fail") === "cancel") return back(given, consentRefused(request, "65004"));
  if (fields.get("fail") === "nonce") given.nonce = wrongNonce;
  const tenant = request.params[0] ?? "common";
  // The wrong nonce needs nobody chosen: anybody of the tenant will do.
  const person = findPerson(fields.get("person") ?? "") ?? (given.nonce === wrongNonce ? anybody(tenant) : undefined);
  if (problem || !person) return html(problemPage(problem ?? "AADSTS50034: nobody of that name."), 400);
  const scopes = scopesOf(given.scope ?? "");
  if (isDefault(scopes) && permissionsOf(scopes.filter((scope) => scope !== ".default")).length > 0)
    return back(given, {
      error: "invalid_scope",
      error_description: "AADSTS70011: .default can't be combined with resource-specific scopes.",
    });
  const have = await grantedTo(person);
  // Once anything was granted, .default asks for no more.
  const wanted = isDefault(scopes) && have.length > 0 ? have : permissionsOf(scopes);
  const missing = wanted.filter((scope) => !have.includes(scope));
  if (wanted.length > 0 && state.consentAnswer) return back(given, consentRefused(request, state.consentAnswer));
  if (state.adminConsentNeeded && missing.some(forMail)) return back(given, consentRefused(request, "90094"));
  if (missing.length === 0 && (wanted.length === 0 || given.prompt !== "consent")) return giveCode(tenant, given, person);
  return html(
    consentPage(tenant, given, person, [...permissionsOf(scopes), ...scopes.filter((scope) => scope === "offline_access")]),
  );
}

const forMail = (scope: string) => /^(Mail|MailboxSettings)\b/.test(scope);

async function consent(request: Request) {
  const fields = form(request);
  const given = asked(fields);
  const person = findPerson(fields.get("person") ?? "");
  if (problemOf(given) || !person) return html(problemPage("This page is out of date. Begin again."), 400);
  const chosen = fields.get("answer");
  if (chosen === "administrator") return back(given, consentRefused(request, "90094"));
  if (chosen === "withdraw") state.withdrawAfterMail.push(person.oid);
  else if (chosen !== "accept" && chosen !== "send-only") return back(given, consentRefused(request, "65004"));
  const allowed = permissionsOf(scopesOf(given.scope ?? ""));
  await grant(person.oid, chosen === "send-only" ? allowed.filter((scope) => !forMail(scope) || scope === "Mail.Send") : allowed);
  return giveCode(request.params[0] ?? "common", given, person);
}

async function giveCode(tenant: string, given: Record<string, string>, person: Person) {
  const code = randomBytes(24).toString("base64url");
  const details = { tenant, redirectUri: given.redirect_uri, nonce: given.nonce, challenge: given.code_challenge };
  await sql`insert into grants (token, kind, person, scopes, details, expires_at)
    values (${code}, 'code', ${person.oid}, ${scopesOf(given.scope ?? "").join(" ")}, ${sql.json(details)}, now() + interval '5 minutes')`;
  return back(given, { code });
}

function back(given: Record<string, string>, values: Record<string, string>) {
  const url = new URL(given.redirect_uri ?? "");
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  if (given.state) url.searchParams.set("state", given.state);
  return redirect(url.toString());
}
