import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { domainOf, normalAddress } from "../mail/address";
import { isFreeMail } from "../mail/is-free-mail";

/** Every address of the team's people and mailboxes, and every domain its mailboxes receive under; lower-case. */
export type Us = { addresses: string[]; domains: string[] };

/** Who is one of us. A mailbox that was taken away still was ours; what it received under is not, unless another receives there too. */
export async function readUs(tx: TeamTransaction): Promise<Us> {
  const rows = await readRows<{ address: string; domainIsOurs: boolean }>(
    tx,
    sql`select a as address, m.status <> 'removed' as "domainIsOurs"
          from sender_accounts m, unnest(m.email_norm || m.addresses || m.sign_in_name) a where a like '%@%'
        union all
        select email, false from members where status = 'active'`,
  );
  const domains = rows.filter((row) => row.domainIsOurs).map((row) => domainOf(row.address));
  return {
    addresses: [...new Set(rows.map((row) => normalAddress(row.address)))].sort(),
    domains: [...new Set(domains)].filter((domain) => domain !== "" && !isFreeMail(domain)).sort(),
  };
}

/**
 * Whether a sender is one of us. Inside a tenant Exchange may name one by the directory's own kind of address, such as
 * "/O=EXCHANGELABS/OU=…/CN=RECIPIENTS/CN=…", which nobody outside has.
 */
export function isOfUs({ addresses, domains }: Us, sender: string | null): boolean {
  const from = normalAddress(sender ?? "");
  return from.startsWith("/o=") || addresses.includes(from) || domains.includes(domainOf(from));
}
