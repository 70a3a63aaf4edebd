import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { digestShown } from "./digest-shown";
import { readShownOf } from "./read-shown";

/** What is shown of a stop: which one it is, and every campaign that would go on, with the digest of what decides what leaves of it. */
export type StopSeen = { stopId: string; campaigns: { campaignId: string; digest: string }[] };

export type Stop = { by: string | null; at: Date; seen: StopSeen };

/** The stop that holds all sending of the team; null while nothing does. */
export async function readStop(tx: TeamTransaction): Promise<Stop | null> {
  const [stop] = await readRows<{ id: string; by: string | null; at: string }>(
    tx,
    sql`select s.id, m.name as by, s.stopped_at as at from team_stops s left join members m on m.id = s.stopped_by where s.lifted_at is null`,
  );
  if (!stop) return null;
  const running = await readRows<{ id: string }>(tx, sql`select id from campaigns where status = 'active' order by id`);
  const shown = await readShownOf(
    tx,
    running.map(({ id }) => id),
  );
  const campaigns = [...shown].map(([campaignId, facts]) => ({ campaignId, digest: digestShown(facts) }));
  return { by: stop.by, at: instantOf(stop.at), seen: { stopId: stop.id, campaigns } };
}
