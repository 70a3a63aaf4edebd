import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

/** Who comes back next of those that are snoozed; null where nobody is. `at` is an ISO text. @param mailboxId of one mailbox alone. */
export function readNextAwake(scope: Scope, mailboxId: string | null): Promise<{ id: string; name: string; at: string } | null> {
  return withTeam(scope, async (tx) => {
    const [row] = await readRows<{ id: string; name: string; at: string }>(
      tx,
      sql`select t.id, coalesce(p.name, p.email) as name, t.snoozed_until as at from reply_threads t join contacts p on p.id = t.contact_id
          where t.state = 'snoozed' ${mailboxId ? sql`and t.sender_account_id = ${mailboxId}` : sql``} order by t.snoozed_until, t.id limit 1`,
    );
    return row ? { ...row, at: instantOf(row.at).toISOString() } : null;
  });
}
