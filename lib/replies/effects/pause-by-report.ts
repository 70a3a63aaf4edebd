import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { pauseInside } from "../../campaigns/pause-campaign";
import { askFeed } from "../../events/ask-feed";
import { oneLine } from "../../mail/one-line";
import type { About } from "./about";

const longest = 500;

/**
 * A rule or filter refuses the text, so that every mail of the campaign would come back: it pauses, with the words of the rule. Once somebody has
 * looked and resumed, reports about mails that had left before say nothing new.
 */
export async function pauseByReport(tx: TeamTransaction, scope: Scope, about: About, says: string, now: Date): Promise<void> {
  const { campaignId, contactId, deliveryId } = about;
  if (campaignId === null) return;
  const [resumed] = await readRows<{ since: boolean }>(
    tx,
    sql`select exists (select 1 from campaign_pauses p join deliveries d on d.campaign_id = p.campaign_id
          where d.id = ${deliveryId} and p.resumed_at >= coalesce(d.submitted_at, d.created_at)) as since`,
  );
  if (resumed?.since) return;
  const report = { says: oneLine(says).slice(0, longest), contactId };
  if ((await pauseInside(tx, scope, campaignId, now, report)) !== null) await askFeed(tx, scope.teamId, [campaignId]);
}
