import postgres from "postgres";

/** Rows by table, as `row_to_json` gives them. */
export type Rows = Record<string, Record<string, unknown>[]>;

/**
 * Puts rows into a database exactly as they are: no trigger runs and no foreign key is asked. A column that they do not know keeps its
 * default, a sequence goes on behind them. @param url as a superuser.
 */
export async function loadRows(url: string, rows: Rows): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      for (const [table, some] of Object.entries(rows)) {
        const columns = Object.keys(some[0] ?? {});
        await tx`insert into ${tx(table)} (${tx(columns)})
          select ${tx(columns)} from json_populate_recordset(null::${tx(table)}, ${JSON.stringify(some)}::text::json)`;
        const counted = await tx<{ name: string }[]>`select column_name as name from information_schema.columns
          where table_schema = 'public' and table_name = ${table} and column_default like 'nextval(%'`;
        for (const { name } of counted)
          await tx`select setval(pg_get_serial_sequence(${table}, ${name}), (select max(${tx(name)}) from ${tx(table)}))`;
      }
    });
  } finally {
    await sql.end();
  }
}
