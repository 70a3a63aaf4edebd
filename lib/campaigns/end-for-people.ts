import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { endings, openStatuses } from "@/db/schema/words";
import { askFeed } from "../events/ask-feed";
import { emit } from "../events/emit";
import { takeBackSlots } from "../slots/take-back-slots";

/** A transaction ends so many at most: some tenths of a second. */
const atOnce = 10_000;

/**
 * Ends campaigns of all these people because they are suppressed, in a few statements however many they are: as `endEverywhere` does for one. All their
 * slots are taken back at once, and whoever has a run is ended first; with very many it is called again until there are no `more`.
 * Only runs that are under way are told: who has none waits as a row, which says that it ended.
 */
export async function endForPeople(
  tx: TeamTransaction,
  scope: Scope,
  contactIds: string[],
  now: Date,
): Promise<{ ended: number; more: boolean }> {
  if (contactIds.length === 0) return { ended: 0, more: false };
  const people = sql`(select unnest(${sql.param(contactIds)}::uuid[]))`;
  const open = sql`c.status in ${anyOf(openStatuses)}`;
  const [found] = await readRows<{ ids: string[] | null }>(
    tx,
    sql`select array_agg(x.id) as ids from (
          select c.id from campaign_contacts c where c.contact_id in ${people} and ${open} order by c.run_id is null, c.id limit ${atOnce}
        ) x`,
  );
  const ids = found?.ids ?? [];
  const ended = await readRows<{ campaignId: string; count: number; running: string[] }>(
    tx,
    sql`with open as (
          select c.id from campaign_contacts c where c.id in (select unnest(${sql.param(ids)}::uuid[])) and ${open} order by c.id for no key update
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
  return { ended: ended.reduce((sum, { count }) => sum + count, 0), more: ids.length === atOnce };
}
