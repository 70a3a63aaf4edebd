import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { rankReason } from "./rank-reason";

type EntryCounts = {
  /** Unlike each other. */
  entries: number;
  addresses: number;
  domains: number;
  wildcards: number;
  /** Of them, so many stand in the list already; of those, so many for a lighter reason than the file gives. */
  known: number;
  graver: number;
};

/** How the entries of a file that was read stand to the list. */
export async function countEntries(tx: TeamTransaction, fileId: string): Promise<EntryCounts> {
  const of = (column: "email_norm" | "domain" | "wildcard") => {
    const named = sql.raw(column);
    return sql`select ${column} as kind, s.id is not null as known, ${rankReason(sql`s.reason`)} < d.rank as graver
      from (select ${named}, max(${rankReason(sql`reason`)}) as rank from suppression_file_entries
        where file_id = ${fileId} and ${named} is not null group by ${named}) d
      left join suppressions s on s.${named} = d.${named} and s.lifted_at is null`;
  };
  const [row] = await readRows<EntryCounts>(
    tx,
    sql`select count(*)::int as entries, count(*) filter (where kind = 'email_norm')::int as addresses,
          count(*) filter (where kind = 'domain')::int as domains, count(*) filter (where kind = 'wildcard')::int as wildcards,
          count(*) filter (where known)::int as known, count(*) filter (where known and graver)::int as graver
        from (${of("email_norm")} union all ${of("domain")} union all ${of("wildcard")}) x`,
  );
  if (!row) throw new Error("The entries were not counted.");
  return row;
}
