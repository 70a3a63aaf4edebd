import { config } from "../config";
import type { Request } from "../http";
import type { Person } from "../people";
import { state } from "../state";
import { sql } from "../store";
import { traced } from "./refusals";

/** These belong to signing in and are answered without a page here. */
const signInScopes = ["openid", "profile", "email", "offline_access"];

export const isDefault = (scopes: string[]) => scopes.includes(".default");

/** Names of scopes without the address of Graph in front. */
export function scopesOf(text: string): string[] {
  const names = text.split(/\s+/).map((scope) => scope.replace(/^https:\/\/graph\.microsoft\.com\//i, ""));
  return [...new Set(names.filter(Boolean))];
}

/** Permissions of Graph among scopes; `.default` stands for what the app registration lists. */
export function permissionsOf(scopes: string[]): string[] {
  const named = isDefault(scopes) ? state.registeredPermissions : scopes;
  return named.filter((scope) => !signInScopes.includes(scope) && scope !== ".default");
}

/** What Graph lets the app do for a person: consented by themselves or by an administrator for everybody. */
export async function grantedTo(person: Person): Promise<string[]> {
  const rows = await sql<
    { scope: string }[]
  >`select distinct scope from consents where person in ${sql([person.oid, person.tenantId])}`;
  return rows.map((row) => row.scope);
}

/** @param who an object id, or a tenant id for everybody in it. */
export async function grant(who: string, scopes: string[]) {
  for (const scope of scopes) await sql`insert into consents (person, scope) values (${who}, ${scope}) on conflict do nothing`;
}

/** Takes back what a person and their organisation allowed. The refresh answers AADSTS65001; an access token at hand may live on. */
export async function withdrawConsent(person: Person) {
  await sql`delete from consents where person in ${sql([person.oid, person.tenantId])}`;
  await endAccess(person.oid);
}

/** "Signed out at Microsoft": the refresh answers AADSTS50173; an access token at hand may live on. */
export async function endSessions(oid: string) {
  await sql`update grants set used_at = now(), details = details || '{"ended":"50173"}' where person = ${oid} and kind <> 'access' and used_at is null`;
  await endAccess(oid);
}

async function endAccess(oid: string) {
  if (!state.continuousAccessEvaluation) return;
  await sql`update grants set used_at = now() where person = ${oid} and kind = 'access' and used_at is null`;
}

/** How asking for consent can end, by AADSTS code; the last says it without one. */
export const consentAnswers: Record<string, { error: string; says: string }> = {
  "65004": { error: "access_denied", says: "User declined to consent to access the app." },
  "90094": { error: "access_denied", says: "The grant requires admin permission." },
  "90095": {
    error: "access_denied",
    says: "The grant requires admin permission; a request for approval was sent to an administrator.",
  },
  "90093": { error: "access_denied", says: "Graph returned with a forbidden error code for the request." },
  "90008": {
    error: "access_denied",
    says: `The user or administrator has not consented to use the application with ID '${config.clientId}'.`,
  },
  consent_required: { error: "consent_required", says: "" },
};

/** The parameters that an unhappy consent leads back with. */
export function consentRefused(request: Request, code: string): Record<string, string> {
  const { error, says } = consentAnswers[code] ?? { error: "server_error", says: "" };
  return says ? { error, error_description: `AADSTS${code}: ${says} ${traced(request).text}` } : { error };
}
