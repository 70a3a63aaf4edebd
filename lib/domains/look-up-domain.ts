import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { env } from "../env/env";
import { askDns } from "./dns/ask-dns";
import type { Dns } from "./dns/dns";
import { isOfMicrosoft } from "./is-of-microsoft";
import { keepProofs } from "./keep-proofs";
import { lookUp } from "./look-up";
import { isMailboxOf } from "./mailboxes-of";

/** Looks a domain up and keeps what was found. Microsoft's own is not asked about: it proves itself. Safe to repeat. */
export async function lookUpDomain(scope: Scope, domain: string, now: Date, dns: Dns = ownDns()): Promise<void> {
  if (isOfMicrosoft(domain)) return;
  const proofs = await lookUp(dns, domain, await findInitial(scope, domain));
  await keepProofs(scope, domain, proofs, now);
}

/** Names are asked once a look-up: a new one asks anew. */
function ownDns(): Dns {
  return askDns(
    env()
      .DNS_RESOLVERS.split(",")
      .map((server) => server.trim())
      .filter(Boolean),
  );
}

/** The organisation's first domain, which aliases for DKIM name: most mailboxes have an address of it beside their own. */
async function findInitial(scope: Scope, domain: string): Promise<string | null> {
  const rows = await withTeam(scope, (tx) =>
    readRows<{ address: string }>(
      tx,
      sql`select a as address from sender_accounts m cross join unnest(m.addresses) a
          where ${isMailboxOf(domain)} and a like '%.onmicrosoft.com' order by length(a), a limit 1`,
    ),
  );
  return rows[0]?.address.match(/@([a-z0-9-]+)\.onmicrosoft\.com$/)?.[1] ?? null;
}
