import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { About } from "./about";

const often = 3;

/**
 * Whether so many people's servers refused our domain within a day that it is no whim of one of them. Not while the mailbox rests: then Exchange
 * itself refuses, and lifts it again. Reports are not read in the order in which they came, so that the day may end with a later one.
 */
export async function isRefusedOften(tx: TeamTransaction, { campaignId }: About, at: Date): Promise<boolean> {
  const since = sql`${at.toISOString()}::timestamptz`;
  const [row] = await readRows<{ people: number }>(
    tx,
    sql`with n as (select n.contact_id as person, n.received_at as at
          from mailbox_messages n join campaign_contacts c on c.id = n.campaign_contact_id join sender_accounts m on m.id = n.sender_account_id
          where c.campaign_id = ${campaignId} and n.blames = 'ours' and not n.is_old and m.trouble is null
            and n.received_at > ${since} - interval '24 hours' and n.received_at < ${since} + interval '24 hours')
        select coalesce(max((select count(distinct n.person) from n where n.at > last.at - interval '24 hours' and n.at <= last.at)), 0)::int as people
        from n last where last.at >= ${since}`,
  );
  return (row?.people ?? 0) >= often;
}
