import { inArray, type SQL, sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { takeBackSlots } from "./take-back-slots";

/**
 * Takes slots of campaigns back whose time has passed unused, and their contacts from the runs that slept over it: they get new ones. A mail without
 * a campaign keeps its own. @param where a condition on `e`, the rows of scheduled_emails.
 */
export async function freeSlots(tx: TeamTransaction, where: SQL, reason: string): Promise<void> {
  const contacts = await takeBackSlots(tx, sql`e.campaign_id is not null and ${where}`, reason);
  if (contacts.length === 0) return;
  await tx.update(campaignContacts).set({ runId: null }).where(inArray(campaignContacts.id, contacts));
}
