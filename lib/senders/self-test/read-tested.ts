import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { MailboxStatus, MailboxTrouble } from "@/db/schema/words";
import { zoneOfReader } from "../../auth/zone-of-reader";
import type { CheckResult } from "./checks";

/** A mailbox as it stood before its test. */
export type Tested = {
  id: string;
  email: string;
  status: MailboxStatus;
  statusReason: string | null;
  trouble: MailboxTrouble | null;
  code: string | null;
  troubleUntil: Date | null;
  connectedAt: Date | null;
  connectedBy: string | null;
  team: string;
  timezone: string;
  /** What the test before found. */
  results: CheckResult[];
  /** Until when a subscription to its inbox holds; null without one. */
  subscribedUntil: Date | null;
};

/** Null for one that is disconnected, or not this team's. */
export async function readTested(scope: Scope, senderAccountId: string): Promise<Tested | null> {
  type Dates = "troubleUntil" | "connectedAt" | "subscribedUntil";
  const [row] = await withTeam(scope, (tx) =>
    readRows<Omit<Tested, Dates> & Record<Dates, string | null>>(
      tx,
      sql`select m.id, m.email, m.status, m.status_reason as "statusReason", m.trouble, m.trouble_code as code,
            m.trouble_until as "troubleUntil", m.connected_at as "connectedAt", b.name as "connectedBy", t.name as team, ${zoneOfReader(sql`t`)} as timezone,
            coalesce(x.results, '[]'::jsonb) as results,
            (select max(s.expires_at) from graph_subscriptions s where s.sender_account_id = m.id and s.folder = 'inbox') as "subscribedUntil"
          from sender_accounts m join teams t on t.id = m.team_id left join members b on b.id = m.connected_by
            left join mailbox_tests x on x.sender_account_id = m.id
          where m.id = ${senderAccountId} and m.status <> 'removed' and m.tid is not null`,
    ),
  );
  if (!row) return null;
  return {
    ...row,
    troubleUntil: instantOf(row.troubleUntil),
    connectedAt: instantOf(row.connectedAt),
    subscribedUntil: instantOf(row.subscribedUntil),
  };
}
