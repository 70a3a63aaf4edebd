import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { stuckPages } from "./set-aside";

export type SetAside = {
  senderAccountId: string;
  email: string;
  /** Microsoft's word for it, such as ErrorCorruptData. */
  code: string;
  /** Messages that could not be read: given up, and not yet. */
  givenUp: number;
  waiting: number;
  lastAt: Date;
};

/** What could not be read in the team's mailboxes, by mailbox and code; disconnected ones are left out. */
export function readSetAside(scope: Scope): Promise<SetAside[]> {
  return withTeam(scope, async (tx) => {
    const rows = await readRows<Omit<SetAside, "lastAt"> & { lastAt: string }>(
      tx,
      sql`select a.sender_account_id as "senderAccountId", m.email, a.code, count(a.given_up_at)::int as "givenUp",
            count(*) filter (where a.given_up_at is null)::int as waiting, max(a.first_seen_at) as "lastAt"
          from mailbox_set_asides a join sender_accounts m on m.id = a.sender_account_id
          where a.graph_id not like ${stuckPages} and m.status <> 'removed' group by 1, 2, 3 order by 2, 3`,
    );
    return rows.map((row) => ({ ...row, lastAt: instantOf(row.lastAt) }));
  });
}
