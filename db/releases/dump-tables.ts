import type postgres from "postgres";

/**
 * The product's tables and all that belongs to them, as SQL that makes them anew in an empty database, read from PostgreSQL's own catalog: types, functions,
 * tables, constraints, indexes, triggers, policies, rights, and which migrations made them. No rows. The logins' roles (db/ensure-roles.ts) have to be there.
 * @returns the same text for the same tables, whoever made them.
 */
export async function dumpTables(sql: postgres.Sql): Promise<string> {
  const parts: string[] = ["set check_function_bodies = off;"];
  for (const query of kinds) parts.push(...(await sql.unsafe<{ line: string }[]>(query)).map(({ line }) => line));
  return `${parts.join("\n")}\n`;
}

const ours = "n.nspname in ('public', 'app_private', 'drizzle')";
const table = "format('%I.%I', n.nspname, c.relname)";
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and ${ours}`;
const signature = "format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid))";
/** Whom a right is given to; the owner has all. */
const grantee = "case when g.grantee = 0 then 'public' else quote_ident(g.grantee::regrole::text) end";
const given = "g.grantee <> g.grantor and not (g.grantee::regrole::text = 'countersign_owner')";
const grant = (what: string) =>
  `format('grant %s on ${what} to %s;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), %IN%, ${grantee})`;

/** In the order in which one needs the other; each gives lines. */
const kinds = [
  `select format('create schema %I;', n.nspname) as line from pg_namespace n where ${ours} and n.nspname <> 'public' order by 1`,

  `select format('create type %I.%I as enum (%s);', n.nspname, t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as line
   from pg_type t join pg_namespace n on n.oid = t.typnamespace and ${ours} join pg_enum e on e.enumtypid = t.oid group by n.nspname, t.typname order by 1`,

  `select format('create sequence %I.%I as %s;', s.schemaname, s.sequencename, s.data_type) as line
   from pg_sequences s join pg_namespace n on n.nspname = s.schemaname and ${ours} order by 1`,

  `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace and ${ours} order by ${signature}`,

  `select format(E'create table %s (\\n  %s\\n);', ${table}, string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
     || case when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
             when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
     || case when a.attnotnull then ' not null' else '' end, E',\\n  ' order by a.attnum)) as line
   from ${tables} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where c.relkind = 'r' group by n.nspname, c.relname order by 1`,

  `select format('alter sequence %s owned by %s.%I;', dp.objid::regclass, ${table}, a.attname) as line
   from ${tables} join pg_depend dp on dp.refobjid = c.oid and dp.deptype = 'a' and dp.classid = 'pg_class'::regclass
   join pg_class s on s.oid = dp.objid and s.relkind = 'S' join pg_attribute a on a.attrelid = c.oid and a.attnum = dp.refobjsubid order by 1`,

  `select format('alter table %s add constraint %I %s;', ${table}, k.conname, pg_get_constraintdef(k.oid)) as line
   from ${tables} join pg_constraint k on k.conrelid = c.oid where k.contype in ('p', 'u', 'c', 'x')
   order by ${table}, k.contype, k.conname`,

  `select pg_get_indexdef(i.indexrelid) || ';' as line from ${tables} join pg_index i on i.indrelid = c.oid
   where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')) order by 1`,

  `select format('alter table %s add constraint %I %s;', ${table}, k.conname, pg_get_constraintdef(k.oid)) as line
   from ${tables} join pg_constraint k on k.conrelid = c.oid where k.contype = 'f' order by ${table}, k.conname`,

  `select pg_get_triggerdef(t.oid) || ';' as line from ${tables} join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal order by 1`,

  `select format('alter table %s %s row level security;', ${table}, word) as line from ${tables}
   cross join lateral (values ('enable', c.relrowsecurity), ('force', c.relforcerowsecurity)) w(word, is_so) where w.is_so order by 1`,

  `select format('create policy %I on %I.%I as %s for %s to %s', p.policyname, p.schemaname, p.tablename, lower(p.permissive), lower(p.cmd),
     (select string_agg(quote_ident(r), ', ' order by r) from unnest(p.roles) r))
     || coalesce(' using (' || p.qual || ')', '') || coalesce(' with check (' || p.with_check || ')', '') || ';' as line
   from pg_policies p join pg_namespace n on n.nspname = p.schemaname and ${ours} order by 1`,

  `select ${grant("schema %I").replace("%IN%", "n.nspname")} as line from pg_namespace n, aclexplode(n.nspacl) g
   where ${ours} and g.grantee::regrole::text like 'countersign%' and ${given} group by n.nspname, g.grantee order by 1`,

  `select format('revoke all on function %s from public;', ${signature}) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace and ${ours}
   where p.proacl is not null and not exists (select 1 from aclexplode(p.proacl) g where g.grantee = 0) order by 1`,

  `select ${grant("function %s").replace("%IN%", signature)} as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace and ${ours},
   aclexplode(p.proacl) g where ${given} group by n.nspname, p.proname, p.oid, g.grantee order by 1`,

  `select ${grant("%s").replace("%IN%", `case c.relkind when 'S' then 'sequence ' else '' end || ${table}`)} as line from ${tables}, aclexplode(c.relacl) g
   where ${given} group by n.nspname, c.relname, c.relkind, g.grantee order by 1`,

  `select format('grant %s (%I) on %s to %s;', lower(g.privilege_type), a.attname, ${table}, ${grantee}) as line
   from ${tables} join pg_attribute a on a.attrelid = c.oid and not a.attisdropped, aclexplode(a.attacl) g where ${given} order by 1`,

  `select format('insert into drizzle.__drizzle_migrations (hash, created_at) values (%L, %s);', hash, created_at) as line
   from drizzle.__drizzle_migrations order by created_at`,
];
