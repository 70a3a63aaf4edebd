import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

export type EntryCounts = { addresses: number; domains: number; wildcards: number };

/** How long the list is, by what its entries name. Erased addresses count as addresses. */
export async function countEntries(scope: Scope): Promise<EntryCounts> {
  return withTeam(scope, async (tx) => {
    const [row] = await readRows<{ all: number; domains: number; wildcards: number }>(
      tx,
      sql`select (select count(*)::int from suppressions where lifted_at is null) as all,
            (select count(*)::int from suppressions where lifted_at is null and domain is not null) as domains,
            (select count(*)::int from suppressions where lifted_at is null and wildcard is not null) as wildcards`,
    );
    const { all, domains, wildcards } = row ?? { all: 0, domains: 0, wildcards: 0 };
    return { addresses: all - domains - wildcards, domains, wildcards };
  });
}
