import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readContract } from "../testing/read-contract";
import { type TestDatabase, testDatabase } from "../testing/test-database";

type Column = { data_type: string; udt_name: string; is_nullable: string; column_default: string | null };

const contract = readContract();
const tables = [...new Set(contract.map((column) => column.table))];
/** Columns of the contract whose target is not told by their name. */
const targets: Record<string, string> = {
  upload_batch_id: "upload_batches",
  draft_id: "email_drafts",
  sender_account_id: "sender_accounts",
  contact_id: "contacts",
  campaign_id: "campaigns",
  list_id: "contact_lists",
  sent_email_id: "sent_emails",
};
const typeNames: Record<string, string> = {
  timestamptz: "timestamptz",
  integer: "int4",
  boolean: "bool",
  "text[]": "_text",
  "draft_type (enum)": "draft_type",
  "email_status (enum)": "email_status",
};

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await db.close();
});

test("the contract names 15 tables", () => {
  expect(tables).toHaveLength(15);
  expect(contract).toHaveLength(118);
});

describe.each(tables)("table %s", (table) => {
  test("has each column with its type, nullability and default", async () => {
    const rows = await db.admin<(Column & { column_name: string })[]>`
      select column_name, data_type, udt_name, is_nullable, column_default from information_schema.columns
      where table_schema = 'public' and table_name = ${table}`;
    const found = new Map(rows.map((row) => [row.column_name, row]));
    for (const wanted of contract.filter((column) => column.table === table)) {
      const column = found.get(wanted.column);
      expect({
        column: column?.column_name,
        type: column?.udt_name,
        nullable: column?.is_nullable === "YES",
        fallback: plain(column?.column_default ?? null),
      }).toEqual({
        column: wanted.column,
        type: typeNames[wanted.type] ?? wanted.type,
        nullable: wanted.nullable,
        fallback: expectedDefault(wanted.fallback),
      });
    }
  });

  test("has its primary key, foreign keys inside the team, and team_id", async () => {
    const keys = await db.admin<{ kind: string; columns: string[]; target: string | null }[]>`
      select c.contype as kind, c.confrelid::regclass::text as target,
        array(select a.attname::text from unnest(c.conkey) with ordinality k(n, o)
              join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.o) as columns
      from pg_constraint c where c.conrelid = ${table}::regclass`;
    expect(keys.filter((key) => key.kind === "p").map((key) => key.columns)).toEqual([["id"]]);
    for (const column of contract.filter((one) => one.table === table && one.references)) {
      const key = keys.find((one) => one.kind === "f" && one.columns.includes(column.column));
      expect(key, column.column).toMatchObject({ columns: ["team_id", column.column], target: targets[column.column] });
    }
    const [team] =
      await db.admin`select is_nullable from information_schema.columns where table_name = ${table} and column_name = 'team_id'`;
    expect(team?.is_nullable).toBe("NO");
  });
});

test("the two enums have exactly the contract's values", async () => {
  const rows = await db.admin<{ name: string; values: string[] }[]>`
    select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as values
    from pg_type t join pg_enum e on e.enumtypid = t.oid group by 1 order by 1`;
  expect([...rows]).toEqual([
    { name: "draft_type", values: ["first_outreach", "second_followup", "final_followup"] },
    { name: "email_status", values: ["draft", "approved", "sent", "failed", "scheduled"] },
  ]);
});

test("the four trigger functions stand on their tables and events", async () => {
  const rows = await db.admin<{ name: string; on: string; event: string; timing: string }[]>`
    select distinct p.proname as name, c.relname as on, t.event_manipulation as event, t.action_timing as timing
    from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_proc p on p.oid = g.tgfoid
    join information_schema.triggers t on t.trigger_name = g.tgname and t.event_object_table = c.relname
    where p.proname in ('create_campaign_settings', 'handle_email_reply', 'update_email_analytics', 'update_draft_analytics')
    order by 1, 2, 3`;
  expect([...rows]).toEqual([
    { name: "create_campaign_settings", on: "campaigns", event: "INSERT", timing: "AFTER" },
    { name: "handle_email_reply", on: "email_replies", event: "INSERT", timing: "AFTER" },
    { name: "update_draft_analytics", on: "email_drafts", event: "INSERT", timing: "AFTER" },
    { name: "update_draft_analytics", on: "email_drafts", event: "UPDATE", timing: "AFTER" },
    { name: "update_email_analytics", on: "sent_emails", event: "INSERT", timing: "AFTER" },
  ]);
});

function plain(text: string | null): string | null {
  return text === null ? null : text.replace(/::[a-z_ ]+(\[\])?/g, "").replace(/^'(.*)'$/, "$1");
}

/** The contract writes the days as `['monday', 'tuesday', ...]`; they are Monday to Friday (docs/decisions/contract.md). */
function expectedDefault(text: string | null): string | null {
  if (text === null) return null;
  if (text.startsWith("[")) return "ARRAY['monday', 'tuesday', 'wednesday', 'thursday', 'friday']";
  return text.replace(/^'(.*)'$/, "$1");
}
