import type { SQL } from "drizzle-orm";
import type { TeamTransaction } from "./with-team";

/**
 * Rows of a hand-written query. Timestamps arrive as Postgres text: turn them with `instantOf`.
 * The row type is the caller's word for the columns it selects.
 */
export async function readRows<Row extends Record<string, unknown>>(tx: TeamTransaction, query: SQL): Promise<Row[]> {
  return [...(await tx.execute(query))] as unknown as Row[];
}

export function instantOf(text: string): Date;
export function instantOf(text: string | null): Date | null;
export function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
