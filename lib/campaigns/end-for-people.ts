import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { endings, openStatuses } from "@/db/schema/words";
import { askFeed } from "../events/ask-feed";
import { emit } from "../events/emit";
import { endSuppressed } from "../singles/end-suppressed";
import { takeBackSlots } from "../slots/take-back-slots";

/**
 * Ends every campaign of all these people, and what is written to them by hand, because they are suppressed, in a few statements however many they
 * are: as `endEverywhere` does for one.
 * Only runs that are under way are told: who has none waits as a row, which says that it ended.
 * @returns for how many enrolments a campaign ended by this.
 */
export async function endForPeople(tx: TeamTransaction, scope: Scope, contactIds: string[], now: Date): Promise<number> {
  if (contactIds.length === 0) return 0;
  await endSuppressed(tx, scope.memberId, contactIds, now);
  const people = sql`(select unnest(${sql.param(contactIds)}::uuid[]))`;
  const ended = await readRows<{ campaignId: string; count: number; running: string[] }>(
    tx,
    sql`with open as (
          select c.id from campaign_contacts c where c.contact_id in ${people} and c.status in ${anyOf(openStatuses)} order by c.id for no key update
        ), ended as (
          update campaign_contacts c set status = ${endings.suppressed}, ended_reason = 'suppressed', wait_reason = null, next_at = null,
            completed_at = ${now.toISOString()}::timestamptz, stopped_by = coalesce(${scope.memberId}::uuid, c.stopped_by)
          from open where c.id = open.id returning c.id, c.campaign_id, c.run_id
        )
        select campaign_id as "campaignId", count(*)::int as count, coalesce(json_agg(id) filter (where run_id is not null), '[]') as running
        from ended group by 1 order by 1`,
  );
  await takeBackSlots(tx, sql`e.contact_id in ${people}`, "suppressed");
  await emit(
    tx,
    "campaign/contact.stopped",
    ended
      .flatMap(({ running }) => running)
      .map((campaignContactId) => ({
        eventId: `stopped:${campaignContactId}:${now.getTime()}`,
        data: { teamId: scope.teamId, campaignContactId, reason: "suppressed" as const },
      })),
  );
  // Some have nobody left and are finished; in the others a place is free for the next.
  await askFeed(
    tx,
    scope.teamId,
    ended.map(({ campaignId }) => campaignId),
  );
  return ended.reduce((sum, { count }) => sum + count, 0);
}
