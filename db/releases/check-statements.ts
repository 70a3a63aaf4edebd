import postgres from "postgres";
import type { Statement } from "./statements";

export type Refused = { statement: Statement; code: string; message: string };

/** What only begins, ends or waits touches no column. */
const planned = /^\s*(?:\(\s*)?(?:select|insert|update|delete|with|merge|values)\b/i;

/**
 * Which of a release's statements this database would refuse: each is prepared and planned, as its own login and without running it. Planning finds what is gone or
 * renamed, starting finds a right that was taken.
 */
export async function checkStatements(urls: { app: string; system: string }, statements: Statement[]): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const role of ["app", "system"] as const) {
    const sql = postgres(urls[role], { max: 1, onnotice: () => {} });
    try {
      // Without values: a plan for null alone leaves out what null makes needless.
      await sql.unsafe("set plan_cache_mode = force_generic_plan");
      const types = await sql<{ oid: number; name: string }[]>`select oid::int, oid::regtype::text as name from pg_type`;
      const names = new Map(types.map(({ oid, name }) => [oid, name]));
      const own = statements.filter((one) => one.role === role && planned.test(one.text));
      for (const [place, statement] of own.entries()) {
        await sql
          .unsafe(planOf(statement, `s${place}`, names))
          .simple()
          .catch((error: unknown) => {
            if (!(error instanceof postgres.PostgresError)) throw error;
            refused.push({ statement, code: error.code, message: error.message });
          });
      }
    } finally {
      await sql.end({ timeout: 2 });
    }
  }
  return refused;
}

function planOf({ text, types }: Statement, name: string, names: Map<number, string>): string {
  const count = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
  const said = Array.from({ length: count }, (_, place) => names.get(types[place] ?? 0) ?? "unknown");
  const list = (parts: string[]) => (parts.length > 0 ? `(${parts.join(", ")})` : "");
  return `prepare ${name} ${list(said)} as ${text}; explain execute ${name} ${list(said.map(() => "null"))}; deallocate ${name}`;
}
