import postgres from "postgres";
import { pick, tables } from "./tables";

export type Sql = postgres.Sql;
/** A connection pool or a transaction. */
export type Query = postgres.Sql | postgres.TransactionSql;

/** The pool of one executor, over its own database. */
export function openStore(url: string): Sql {
  return postgres(url, {
    max: 10,
    onnotice: () => {},
    connection: { application_name: "inngest-executor" },
    backoff: (attempts) => Math.min(0.1 * 2 ** attempts, 2),
  });
}

/** Creates what is missing; two executors starting together wait for each other. */
export async function prepareStore(sql: Sql) {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(72417100)`;
    await tx.unsafe(tables);
    await tx.unsafe(pick);
  });
}

/** Runs `work` again while it loses deadlocks or its connection. Safe only for work that is one transaction and may be repeated. */
export async function retrying<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isPassing(error)) throw error;
      await new Promise((done) => setTimeout(done, Math.min(25 * 2 ** attempt, 1000)));
    }
  }
}

/** Whether an error of Postgres goes away by itself: deadlock, lost connection, a server that starts or stops. */
export function isPassing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(40P01|40001|57P0\d|53300|08\w{3}|CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|EPIPE)$/.test(code);
}
