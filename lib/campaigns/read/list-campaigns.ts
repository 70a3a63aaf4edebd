import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { type CampaignRow, readCampaigns } from "./read-campaigns";

/** `stopped`: who stopped all sending of the team, and when. */
export type CampaignList = { campaigns: CampaignRow[]; stopped: { by: string | null; at: Date } | null };

/** Every campaign of the team, what waits for somebody first. */
export function listCampaigns(member: Member, now: Date): Promise<CampaignList> {
  return withTeam(member, async (tx) => {
    const [stop] = await readRows<{ by: string | null; at: string }>(
      tx,
      sql`select m.name as by, s.stopped_at as at from team_stops s left join members m on m.id = s.stopped_by where s.lifted_at is null`,
    );
    return {
      campaigns: await readCampaigns(tx, member.timezone, now),
      stopped: stop ? { by: stop.by, at: instantOf(stop.at) } : null,
    };
  });
}
