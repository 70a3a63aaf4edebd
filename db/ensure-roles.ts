import type { Sql } from "postgres";

/** The owner may not create roles; the message holds the SQL an administrator runs once. */
export class MissingRolesError extends Error {}

const groups = ["countersign_app", "countersign_system"] as const;

/** Creates the two roles the policies name, and the logins of the two addresses as their members. */
export async function ensureRoles(client: Sql, urls: { appUrl?: string; systemUrl?: string }) {
  const wanted = [login(groups[0], urls.appUrl), login(groups[1], urls.systemUrl)];
  const missing: string[] = [];
  for (const { group, user, password } of wanted) {
    if (user !== group) missing.push(...(await missingRole(client, group, null)));
    if (user) missing.push(...(await missingRole(client, user, password)));
    if (user && user !== group && !(await isMember(client, user, group))) missing.push(`grant ${quote(group)} to ${quote(user)}`);
  }
  for (const [done, statement] of missing.entries()) {
    try {
      await client.unsafe(statement);
    } catch (error) {
      // Two migrations at once may both find a role missing; the later one finds it made.
      if (isCode(error, "42710")) continue;
      if (!isCode(error, "42501")) throw error;
      throw new MissingRolesError(
        `This database user may not create roles. Run once as an administrator, then migrate again:\n${missing
          .slice(done)
          .map((line) => `${line};`)
          .join("\n")}`,
      );
    }
  }
}

function login(group: (typeof groups)[number], url: string | undefined) {
  if (!url) return { group, user: group, password: null };
  const parsed = new URL(url);
  return { group, user: decodeURIComponent(parsed.username), password: decodeURIComponent(parsed.password) };
}

async function missingRole(client: Sql, name: string, password: string | null): Promise<string[]> {
  const found = await client`select 1 from pg_roles where rolname = ${name}`;
  if (found.length > 0) return [];
  const options = password === null ? "nologin" : `login password '${password.replace(/'/g, "''")}'`;
  return [`create role ${quote(name)} ${options} nosuperuser nobypassrls nocreatedb nocreaterole`];
}

async function isMember(client: Sql, user: string, group: string) {
  const rows =
    await client`select 1 from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles u on u.oid = m.member
    where g.rolname = ${group} and u.rolname = ${user}`;
  return rows.length > 0;
}

function quote(name: string) {
  return `"${name.replace(/"/g, '""')}"`;
}

function isCode(error: unknown, code: string) {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
