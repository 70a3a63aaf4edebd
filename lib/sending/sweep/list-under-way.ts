import { and, eq, inArray, or, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { withSystem } from "@/db/access/with-system";
import { campaigns } from "@/db/schema/campaigns";
import { openStatuses, underWay } from "@/db/schema/words";

const hasLeftOver = sql`exists (select 1 from campaign_contacts c where c.team_id = campaigns.team_id and c.campaign_id = campaigns.id and c.status in ${anyOf(openStatuses)})`;

/** Every campaign that runs or is paused, of all teams, and those that ended while somebody is still open in them. */
export function listUnderWay(): Promise<{ teamId: string; campaignId: string }[]> {
  return withSystem("list teams for sweep", (tx) =>
    tx
      .select({ teamId: campaigns.teamId, campaignId: campaigns.id })
      .from(campaigns)
      .where(or(inArray(campaigns.status, underWay), and(eq(campaigns.status, "completed"), hasLeftOver))),
  );
}
