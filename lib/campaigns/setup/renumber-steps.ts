import { type SQL, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";

/** Gives the steps of a campaign new places, by an expression over `sequence_order`. Places are unique at every moment, so all step aside first. */
export async function renumberSteps(tx: TeamTransaction, campaignId: string, order: SQL): Promise<void> {
  await tx.execute(sql`update campaign_sequences set sequence_order = 1000 + (${order}) where campaign_id = ${campaignId}`);
  await tx.execute(sql`update campaign_sequences set sequence_order = sequence_order - 1000 where campaign_id = ${campaignId}`);
}
