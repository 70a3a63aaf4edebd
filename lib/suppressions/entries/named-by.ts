import { type SQL, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { Entry } from "./entry";

/** The contacts that entries name by any of their addresses, whatever else the list says of them; in one order for all. */
export async function namedBy(tx: TeamTransaction, entries: Entry[]): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select distinct x.contact_id as id from (${sql.join(
      entries.map(
        (entry) => sql`select a.contact_id from contact_addresses a where ${fits(entry, sql`a.address_norm`, sql`a.domain`)}`,
      ),
      sql` union all `,
    )}) x order by 1`,
  );
  return rows.map(({ id }) => id);
}

/** Whether an entry names an address, in lower case, with that domain: as the database judges it (app_private.suppression_of). */
export function fits(entry: Entry, address: SQL, domain: SQL): SQL {
  if ("emailNorm" in entry) return sql`${address} = ${entry.emailNorm}`;
  if ("domain" in entry) return sql`${domain} = ${entry.domain}`;
  return sql`${address} like ${likePattern(entry.wildcard)}`;
}

/** As the column like_pattern of `suppressions` is made. */
const likePattern = (wildcard: string) => wildcard.replace(/[\\%_]/g, "\\$&").replaceAll("*", "%");
