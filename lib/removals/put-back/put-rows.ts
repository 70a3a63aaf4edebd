import { type SQL, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { columnsOf, type RestorableTable } from "../tables";

export type Row = Record<string, unknown>;
export type Kept = { table: RestorableTable; rows: Row[] };

/** Writes rows as they were kept; `join` narrows them, as a tail of the select from `r`. */
export async function putRows(tx: TeamTransaction, { table, rows }: Kept, join: SQL = sql``): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = columnsOf(table, Object.keys(first));
  const into = sql.join(columns.map(sql.identifier), sql`, `);
  const from = sql.join(
    columns.map((name) => sql`r.${sql.identifier(name)}`),
    sql`, `,
  );
  await tx.execute(
    sql`insert into ${sql.identifier(table)} (${into})
        select ${from} from jsonb_populate_recordset(null::${sql.identifier(table)}, ${JSON.stringify(rows)}::text::jsonb) r ${join}`,
  );
}

export function rowsOf(kept: Kept[], table: RestorableTable): Row[] {
  return kept.find((one) => one.table === table)?.rows ?? [];
}

/** The id, where what it names is still there; held until the transaction ends, so that it does not go in between. */
export async function idOrNull(tx: TeamTransaction, id: unknown, there: (id: string) => SQL): Promise<string | null> {
  if (typeof id !== "string") return null;
  const found = [...(await tx.execute(there(id)))];
  return found.length > 0 ? id : null;
}

export const templateThere = (id: string) => sql`select 1 from email_templates where id = ${id} for key share`;
