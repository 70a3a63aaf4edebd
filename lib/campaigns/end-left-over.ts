import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { askFeed } from "../events/ask-feed";
import { endContacts } from "./end-contact";

/** So many people are told in one transaction that their campaign has ended; others' runs are not kept waiting behind them. */
const atOnce = 1_000;

/**
 * Ends a campaign that somebody ended for the next thousand people who are still open in it; nothing is sent to them meanwhile, since no intent
 * is written for a campaign that does not run. Of more the rest follows by the feeder, which is asked for.
 */
export async function endLeftOver(tx: TeamTransaction, teamId: string, campaignId: string, now: Date): Promise<void> {
  const rows = await readRows<{ id: string; by: string | null }>(
    tx,
    sql`select c.id, k.completed_by as by from campaign_contacts c join campaigns k on k.id = c.campaign_id
        where k.id = ${campaignId} and k.status = 'completed' and c.status in ${anyOf(openStatuses)} limit ${atOnce}`,
  );
  const [first] = rows;
  if (!first) return;
  await endContacts(
    tx,
    { teamId, memberId: first.by },
    rows.map(({ id }) => id),
    "campaign ended",
    now,
  );
  if (rows.length === atOnce) await askFeed(tx, teamId, [campaignId]);
}
