import { and, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { signJobs } from "@/db/schema/shown";
import { AppError } from "../../errors/app-error";
import { draftParts, draftVersion, shownVersionLength } from "../../mail/draft-parts";
import { byHand, type QueueOf } from "../review/queue-of";
import { failsCheck, queuedDrafts, queueOrder } from "../review/queued-drafts";
import { type Changed, readPassedOver } from "./read-passed-over";

/** What the person has before their eyes: a queue, read at that moment. */
export type ShownQueue = {
  of: QueueOf;
  readAt: Date;
  /** The drafts that the list shows, each in the version it shows. `opened`: this person read it as it stands. */
  rows: { id: string; version: string; opened: boolean }[];
  /** More wait than the list shows. */
  hasMore: boolean;
};

/** What confirming the order would do, in numbers. */
export type Asked = {
  jobId: string;
  /** They pass, and will be signed. */
  passing: number;
  /** Of these, so many this person has not opened, and so many the list does not show. */
  unopened: number;
  unlisted: number;
  failing: number;
  /** Left out: somebody changed them since they were shown. */
  changed: Changed[];
};

/**
 * Writes the order to sign all that a queue showed, each draft in exactly the version that was shown; it does nothing until it is
 * confirmed. What the list was too short for is part of it in the version of this moment; what was written after the queue was read is
 * not. The person's order before, if it was not confirmed, is forgotten. @throws AppError "not_found" for a campaign of another team.
 */
export function askToSign(scope: Scope & { memberId: string }, shown: ShownQueue, now: Date): Promise<Asked> {
  return withTeam(scope, async (tx) => {
    const { of, readAt } = shown;
    const campaignId = of === byHand ? null : of;
    if (campaignId && (await tx.select().from(campaigns).where(eq(campaigns.id, campaignId))).length === 0)
      throw new AppError("not_found");
    await tx.delete(signJobs).where(and(eq(signJobs.memberId, scope.memberId), eq(signJobs.state, "asking")));
    const [job] = await tx
      .insert(signJobs)
      .values({ memberId: scope.memberId, campaignId, createdAt: now, seenAt: readAt, total: 0 })
      .returning({ id: signJobs.id });
    if (!job) throw new AppError("unexpected");
    const counts = await writeOrder(tx, job.id, shown);
    const { total, refused, passedOver } = counts;
    await tx.update(signJobs).set({ total, refused, passedOver }).where(eq(signJobs.id, job.id));
    const { changed } = await readPassedOver(tx, job.id, scope.memberId);
    return {
      jobId: job.id,
      passing: total - refused - passedOver,
      unopened: counts.unopened,
      unlisted: counts.unlisted,
      failing: refused,
      changed,
    };
  });
}

type Counts = { total: number; refused: number; passedOver: number; unopened: number; unlisted: number };

/** One statement, so that which drafts wait and what they hold is of one instant. */
async function writeOrder(tx: TeamTransaction, jobId: string, { of, readAt, rows, hasMore }: ShownQueue): Promise<Counts> {
  const ids = sql.param(rows.map(({ id }) => id));
  const versions = sql.param(rows.map(({ version }) => version));
  const opened = sql.param(rows.filter((row) => row.opened).map(({ id }) => id));
  const [counts] = await readRows<Counts>(
    tx,
    sql`with shown as materialized (
          select x.*, x.id = any(${opened}::uuid[]) as opened from unnest(${ids}::uuid[], ${versions}::text[]) x(id, version)
        ), queued as materialized (
          select d.id, ${failsCheck} as fails, row_number() over (order by ${queueOrder}) as place, d.created_at ${queuedDrafts(of)}
        ), picked as materialized (
          select q.id, q.fails, q.place, y.version, x.version as shown, coalesce(x.opened, false) as opened
          from queued q left join shown x on x.id = q.id cross join lateral (select ${draftVersion} as version ${draftParts} where d.id = q.id offset 0) y
          where x.id is not null or (${hasMore} and q.created_at <= ${readAt.toISOString()}::timestamptz)
        ), ordered as materialized (
          select id, place, version, shown, opened,
            case when shown <> left(version, ${shownVersionLength}) then 'passed over' when fails then 'refused' else 'waiting' end as state from picked
        ), written as (
          insert into sign_job_drafts (job_id, place, draft_id, hash, state)
          select ${jobId}, place, id, case when state = 'passed over' then shown else version end, state from ordered
        )
        select count(*)::int as total, (count(*) filter (where state = 'refused'))::int as refused,
          (count(*) filter (where state = 'passed over'))::int as "passedOver",
          (count(*) filter (where state = 'waiting' and not opened))::int as unopened,
          (count(*) filter (where state = 'waiting' and shown is null))::int as unlisted from ordered`,
  );
  return counts ?? { total: 0, refused: 0, passedOver: 0, unopened: 0, unlisted: 0 };
}
