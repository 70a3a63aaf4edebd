import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, underWay } from "@/db/schema/words";

/** A whole campaign, or one contact in one. */
export type Whose = { campaignId: string } | { campaignContactId: string };

/**
 * Open contacts whose next step has no draft yet, as the rest of a query: `c` is the contact in its campaign `k`, `s` the step.
 * @param whose the condition on `c`.
 */
export function unwritten(whose: SQL): SQL {
  return sql`from campaign_contacts c join campaigns k on k.id = c.campaign_id
      join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
    where ${whose} and c.status in ${anyOf(openStatuses)} and k.status in ${anyOf(underWay)}
      and not exists (select 1 from email_drafts d where d.campaign_contact_id = c.id and d.sequence_id = s.id)`;
}

/**
 * The next of them, by their ids, in line order; whom the model wrote nothing for comes last. Nothing but ids: all of a campaign are sorted to find the first.
 */
export async function readUnwritten(tx: TeamTransaction, whose: Whose, limit: number): Promise<string[]> {
  const only = "campaignId" in whose ? sql`c.campaign_id = ${whose.campaignId}` : sql`c.id = ${whose.campaignContactId}`;
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select c.id ${unwritten(only)} order by c.model_silent_until is not null, c.position, c.id limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}
