import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { shareReading } from "../../live/share-reading";
import { type CampaignRow, readCampaigns } from "./read-campaigns";

/** `stopped`: who stopped all sending of the team, and when. */
export type CampaignList = {
  campaigns: CampaignRow[];
  /** So many finished ones were put away, which stand among the others no more. */
  archived: number;
  stopped: { by: string | null; at: Date } | null;
};

/** Every campaign of the team, what waits for somebody first; or, where these are asked for, those that were put away. */
export function listCampaigns(
  member: Member,
  now: Date,
  asked: { archived: boolean } = { archived: false },
): Promise<CampaignList> {
  return withTeam(member, async (tx) => {
    const [stop] = await readRows<{ by: string | null; at: string }>(
      tx,
      sql`select m.name as by, s.stopped_at as at from team_stops s left join members m on m.id = s.stopped_by where s.lifted_at is null`,
    );
    const [away] = await readRows<{ count: number }>(
      tx,
      sql`select count(*)::int as count from campaigns where archived_at is not null`,
    );
    return {
      campaigns: await readCampaigns(tx, member.teamTimezone, now, asked),
      archived: away?.count ?? 0,
      stopped: stop ? { by: stop.by, at: instantOf(stop.at) } : null,
    };
  });
}

/** The same, read once for all who ask. */
export const shareCampaigns = (member: Member, now: Date, asked: { archived: boolean }): Promise<CampaignList> =>
  shareReading(member.teamId, `campaigns ${asked.archived} ${member.teamTimezone}`, () => listCampaigns(member, now, asked));
