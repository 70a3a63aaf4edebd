import { type SQL, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import type { RemovedKind } from "@/db/schema/words";
import type { RestorableTable } from "./tables";

/** What its way back is asked by: the removal, and what it took away. */
export type Removal = { removalId: string; removedId: string };

/** Rows that go, by a condition over the table's own columns; where only some columns are needed to put them back, those. */
export type Going = { table: RestorableTable; where: SQL; columns?: string[] };

/**
 * Writes down what is about to be deleted in this transaction, in the order in which it goes in again. They are read and written
 * within the database: a list of a hundred thousand people never leaves it.
 */
export async function keepRemoval(
  tx: TeamTransaction,
  scope: Scope,
  what: { kind: RemovedKind; id: string; rows: Going[] },
  now: Date,
): Promise<Removal> {
  const [kept] = await readRows<{ id: string }>(
    tx,
    sql`insert into removals (kind, removed_id, rows, removed_by, removed_at)
        values (${what.kind}, ${what.id}, jsonb_build_array(${sql.join(what.rows.map(asJson), sql`, `)}),
          ${scope.memberId}, ${now.toISOString()}::timestamptz)
        returning id`,
  );
  if (!kept) throw new Error("The removal was not written.");
  return { removalId: kept.id, removedId: what.id };
}

/** The team is that of whoever takes it back. */
function asJson({ table, where, columns }: Going): SQL {
  const row = columns
    ? sql`jsonb_build_object(${sql.join(
        columns.flatMap((name) => [sql`${name}::text`, sql`t.${sql.identifier(name)}`]),
        sql`, `,
      )})`
    : sql`to_jsonb(t) - 'team_id'`;
  return sql`jsonb_build_object('table', ${table}::text, 'rows',
    (select coalesce(jsonb_agg(${row}), '[]'::jsonb) from ${sql.identifier(table)} t where ${where}))`;
}
