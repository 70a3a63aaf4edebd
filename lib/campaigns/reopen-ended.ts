import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import { suppressionsOf } from "@/db/access/suppressions-of";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { underWay, withExchange } from "@/db/schema/words";
import { askFeed } from "../events/ask-feed";
import { answeredSince } from "./answered-since";
import { bouncedSince } from "./bounced-since";

/** What one person ended at one instant by suppressing, or by taking their import back, of these people, or the one that was stopped by hand; and before when none of their mail leaves again. */
type Act = { contactIds: string[]; at: Date; notBefore: Date; stopped?: string; reason?: "taken back with its import" };

/**
 * Lets the campaigns go on that a suppression ended, which is lifted by now, a stop by hand, or an import that was taken back: as `reopenContact`, for many at once. A campaign stays ended for whom it has to:
 * they answered, bounced or are suppressed otherwise since, were archived, or a mail to them had been handed over. Slots are given anew.
 * @returns how many enrolments go on, and how many stay ended.
 */
export async function reopenEnded(tx: TeamTransaction, scope: Scope, act: Act): Promise<{ open: number; ended: number }> {
  const ended = await lockEnded(tx, scope, act);
  if (ended.length === 0) return { open: 0, ended: 0 };
  const at = sql`${act.at.toISOString()}::timestamptz`;
  const ids = sql`(select unnest(${sql.param(ended.map(({ id }) => id))}::uuid[]))`;
  const people = sql`(select unnest(${sql.param(act.contactIds)}::uuid[]))`;
  const opened = await readRows<{ campaignId: string; count: number }>(
    tx,
    sql`with free as materialized (
          select p.id, p.email_norm from contacts p where p.id in ${people} and p.archived_at is null and not exists (select 1 ${suppressionsOf(sql`p.id`)})
        ), opened as (
          update campaign_contacts c set status = case when c.current_sequence_step > 0 then 'in_progress' else 'pending' end, ended_reason = null,
            completed_at = null, stopped_by = null, wait_reason = 'in_line', next_at = null, run_id = null,
            due_at = greatest(c.due_at, ${act.notBefore.toISOString()}::timestamptz)
          from free p, campaigns k
          where c.id in ${ids} and p.id = c.contact_id and k.id = c.campaign_id
            and (k.status in ${anyOf(underWay)} or (k.status = 'completed' and k.completed_by is null and k.completed_at >= ${at}))
            and (${lowerCase(sql`c.recipient_email`)} = p.email_norm or not is_suppressed(c.contact_id, c.recipient_email))
            and ${answeredSince} is null and ${bouncedSince} is null
            and not exists (select 1 from deliveries v join campaign_sequences s on s.id = v.sequence_id
              where v.campaign_contact_id = c.id and v.state in ${anyOf(withExchange)} and s.sequence_order > c.current_sequence_step)
          returning c.campaign_id
        ) select campaign_id as "campaignId", count(*)::int as count from opened group by 1 order by 1`,
  );
  const campaignIds = opened.map(({ campaignId }) => campaignId);
  // With its last contact a campaign is finished by itself.
  await tx.execute(
    sql`update campaigns set status = 'active', completed_at = null where id in (select unnest(${sql.param(campaignIds)}::uuid[]))
          and status = 'completed' and completed_by is null and completed_at >= ${at}`,
  );
  await askFeed(tx, scope.teamId, campaignIds);
  const open = opened.reduce((sum, { count }) => sum + count, 0);
  return { open, ended: ended.length - open };
}

/** Campaigns before the contacts in them, each in the order in which everybody takes them. */
async function lockEnded(tx: TeamTransaction, scope: Scope, { contactIds, at, stopped, reason }: Act): Promise<{ id: string }[]> {
  const cause = stopped
    ? sql`c.id = ${stopped} and c.ended_reason = 'stopped by hand'`
    : // Whoever brings an import back need not be who took it back.
      sql`c.ended_reason = ${reason ?? "suppressed"}${reason ? sql`` : sql` and c.stopped_by = ${scope.memberId}::uuid`}`;
  const which = sql`c.contact_id in (select unnest(${sql.param(contactIds)}::uuid[])) and c.completed_at = ${at.toISOString()}::timestamptz and ${cause}`;
  await tx.execute(
    sql`select 1 from campaigns k where k.id in (select c.campaign_id from campaign_contacts c where ${which}) order by k.id for no key update`,
  );
  return readRows<{ id: string }>(tx, sql`select c.id from campaign_contacts c where ${which} order by c.id for no key update`);
}
