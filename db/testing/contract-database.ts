import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type postgres from "postgres";
import { readContract } from "./read-contract";

const targets: Record<string, string> = {
  upload_batch_id: "upload_batches",
  draft_id: "email_drafts",
  sender_account_id: "sender_accounts",
  contact_id: "contacts",
  campaign_id: "campaigns",
  list_id: "contact_lists",
  sent_email_id: "sent_emails",
};
const triggers = {
  create_campaign_settings: "after insert on campaigns",
  handle_email_reply: "after insert on email_replies",
  update_email_analytics: "after insert on sent_emails",
  update_draft_analytics: "after insert or update on email_drafts",
};

/**
 * Builds in an empty database exactly what docs/database-schema.md says, read from it: columns, types, defaults, enums, references,
 * functions with their triggers, and the open policies.
 */
export async function buildContractDatabase(sql: postgres.Sql) {
  const text = readFileSync(fileURLToPath(new URL("../../docs/database-schema.md", import.meta.url)), "utf8");
  for (const [, name, values] of text.matchAll(/^- `(draft_type|email_status)`: (.+)$/gm)) {
    await sql.unsafe(`create type ${name} as enum (${values?.replaceAll("`", "'")})`);
  }
  const columns = readContract();
  const tables = [...new Set(columns.map((column) => column.table))];
  for (const table of tables) {
    const lines = columns.filter((column) => column.table === table).map((column) => lineOf(column.column, column));
    const more = table === "email_analytics" ? [...lines, "unique (date)"] : lines;
    await sql.unsafe(`create table public.${table} (${more.join(", ")})`);
    await sql.unsafe(`alter table ${table} enable row level security`);
    await sql.unsafe(`create policy "Allow all on ${table}" on ${table} for all using (true) with check (true)`);
  }
  for (const { table, column } of columns.filter((one) => one.references)) {
    await sql.unsafe(`alter table ${table} add foreign key (${column}) references ${targets[column]} (id)`);
  }
  for (const [, body] of text.matchAll(/```sql\n(CREATE OR REPLACE FUNCTION[\s\S]*?)\n```/g)) await sql.unsafe(body ?? "");
  for (const [name, when] of Object.entries(triggers)) {
    await sql.unsafe(`create trigger ${name} ${when} for each row execute function ${name}()`);
  }
}

function lineOf(name: string, column: { type: string; nullable: boolean; fallback: string | null }): string {
  const type = column.type.replace(" (enum)", "");
  const days = "array['monday', 'tuesday', 'wednesday', 'thursday', 'friday']";
  const fallback = column.fallback === null ? "" : ` default ${column.fallback.startsWith("[") ? days : column.fallback}`;
  return `${name} ${type}${name === "id" ? " primary key" : ""}${column.nullable ? "" : " not null"}${fallback}`;
}
