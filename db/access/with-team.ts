import { sql } from "drizzle-orm";
import { pools, type Transaction } from "./connections";
import { runInScope } from "./scope";

/** Who acts: the team whose rows are seen, and the person, or null where the product acts by itself. */
export type Scope = { teamId: string; memberId: string | null };
export type TeamTransaction = Transaction;

/**
 * One transaction that sees and changes the rows of one team only.
 * Keep it short: never wait for a model, Graph or a stream inside.
 */
export function withTeam<T>(scope: Scope, fn: (tx: TeamTransaction) => Promise<T>): Promise<T> {
  return runInScope("team", () =>
    pools().app.transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('app.team_id', ${scope.teamId}, true), set_config('app.member_id', ${scope.memberId ?? ""}, true)`,
      );
      return fn(tx);
    }),
  );
}
