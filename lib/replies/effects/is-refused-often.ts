import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { About } from "./about";

const often = 3;

/**
 * Whether so many people's servers refused our domain within a day that it is no whim of one of them. Not while the mailbox rests: then Exchange
 * itself refuses, and lifts it again.
 */
export async function isRefusedOften(tx: TeamTransaction, { campaignId }: About, at: Date): Promise<boolean> {
  const until = sql`${at.toISOString()}::timestamptz`;
  const since = sql`${new Date(at.getTime() - 86_400_000).toISOString()}::timestamptz`;
  const [row] = await readRows<{ people: number }>(
    tx,
    sql`select count(distinct n.contact_id)::int as people
        from mailbox_messages n join campaign_contacts c on c.id = n.campaign_contact_id join sender_accounts m on m.id = n.sender_account_id
        where c.campaign_id = ${campaignId} and n.blames = 'ours' and not n.is_old and m.trouble is null
          and n.received_at > ${since} and n.received_at <= ${until}`,
  );
  return (row?.people ?? 0) >= often;
}
