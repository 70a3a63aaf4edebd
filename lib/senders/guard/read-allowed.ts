import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { Allowed } from "./judge-guard";

/** How many dead addresses and opt-outs, in percent of a mailbox's last mails, the team allows. */
export function readAllowed(scope: Scope): Promise<Allowed> {
  return withTeam(scope, allowedIn);
}

/** The same inside a transaction that is open already. */
export async function allowedIn(tx: TeamTransaction): Promise<Allowed> {
  const [allowed] = await readRows<Allowed>(
    tx,
    sql`select guard_dead_percent as dead, guard_opt_out_percent as "optOuts" from teams`,
  );
  return allowed ?? { dead: 0, optOuts: 0 };
}
