import { readFileSync } from "node:fs";
import postgres from "postgres";
import { migrateDatabase } from "../migrate";
import type { Verb } from "../schema/events";

export const contractTables = [
  "contacts",
  "upload_batches",
  "email_drafts",
  "sent_emails",
  "scheduled_emails",
  "sender_accounts",
  "email_templates",
  "email_analytics",
  "contact_lists",
  "contact_list_members",
  "campaigns",
  "campaign_sequences",
  "campaign_settings",
  "campaign_contacts",
  "email_replies",
] as const;

/** How many rows a table held before, and how many the team has now. */
export type Moved = { table: string; before: number; now: number };

/**
 * Makes a team of Countersign out of a database that holds the fifteen tables of docs/database-schema.md, with open policies and
 * without teams (docs/MIGRATION_GUIDE.md). The old tables go to schema before_countersign and stay there untouched; the new ones
 * are migrated and filled in one transaction. Stopped anywhere, it goes on when it is run again; run again at the end, it changes nothing.
 * @param team.tenantId the Microsoft tenant whose first person to sign in administers the team.
 * @returns the counts, or null when the team was there already. @throws Error with a sentence where this is no such database.
 */
export async function adoptDatabase(
  urls: { ownerUrl: string; appUrl?: string; systemUrl?: string },
  team: { tenantId: string; name: string; timezone: string },
): Promise<Moved[] | null> {
  const sql = postgres(urls.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await moveAside(sql);
    await migrateDatabase(urls);
    return await copyRows(sql, team);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Puts the old tables, types and functions into a schema of their own, once. */
async function moveAside(sql: postgres.Sql) {
  const [done] = await sql`select 1 from pg_namespace where nspname = 'before_countersign'`;
  if (done) return;
  const found = await sql<{ name: string; owned: boolean }[]>`
    select c.relname as name, bool_or(a.attname = 'team_id') as owned from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any(${[...contractTables]}) group by 1`;
  if (found.some((table) => table.owned)) throw new Error("This database is Countersign's already: there is nothing to move.");
  const missing = contractTables.filter((name) => !found.some((table) => table.name === name));
  if (missing.length > 0)
    throw new Error(`This is not the database of docs/database-schema.md: it has no table ${missing.join(", ")}.`);
  await sql.begin(async (tx) => {
    await tx`create schema before_countersign`;
    for (const name of contractTables) await tx`alter table public.${tx(name)} set schema before_countersign`;
    for (const name of ["draft_type", "email_status"]) await tx`alter type public.${tx(name)} set schema before_countersign`;
    for (const name of ["create_campaign_settings", "handle_email_reply", "update_email_analytics", "update_draft_analytics"]) {
      const [known] = await tx`select 1 from pg_proc where proname = ${name} and pronamespace = 'public'::regnamespace`;
      if (known) await tx`alter function public.${tx(name)}() set schema before_countersign`;
    }
  });
}

async function copyRows(sql: postgres.Sql, team: { tenantId: string; name: string; timezone: string }): Promise<Moved[] | null> {
  const statements = readFileSync(new URL("./copy-rows.sql", import.meta.url), "utf8");
  return sql.begin(async (tx) => {
    const [made] = await tx<
      { id: string }[]
    >`insert into teams (tenant_id, name, timezone) values (${team.tenantId.toLowerCase()}, ${team.name}, ${team.timezone})
      on conflict do nothing returning id`;
    if (!made) return null;
    await tx`select set_config('app.team_id', ${made.id}, true)`;
    await tx.unsafe(statements);
    const moved: Moved[] = [];
    for (const table of contractTables) {
      const [row] = await tx<
        { before: number; now: number }[]
      >`select (select count(*)::int from before_countersign.${tx(table)}) as before,
        (select count(*)::int from public.${tx(table)} where team_id = ${made.id}) as now`;
      moved.push({ table, before: row?.before ?? 0, now: row?.now ?? 0 });
    }
    await tx`insert into activities (at, verb, detail) values (now(), ${"moved here" satisfies Verb}, ${tx.json({ moved })})`;
    return moved;
  });
}
