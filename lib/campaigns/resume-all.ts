import { eq, inArray, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { teamStops, teams } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { askFeed } from "../events/ask-feed";
import { askSingles } from "../events/ask-singles";
import { recordActivity } from "../events/record-activity";
import { compareDigest } from "../shown/compare-digest";
import { readShownOf } from "../shown/read-shown";
import type { StopSeen } from "../shown/read-stop";
import { readAct } from "./words/read-act";

/**
 * Lets the team send again as it was shown; every running campaign is given new slots, spread from now on.
 * @returns a sentence about the campaigns that were shown and do not go on; null where all do.
 * @throws AppError "not_found"; "conflict" with who changed what since it was shown, a campaign more among it.
 */
export async function resumeAll(scope: Scope, seen: StopSeen, now: Date): Promise<string | null> {
  return withTeam(scope, async (tx) => {
    // As for stopping: no campaign is resumed, and no launch is committed, while it is looked at which go on.
    await tx.select({ id: teams.id }).from(teams).for("no key update");
    const since = await sayStopSince(tx, scope, seen.stopId, now);
    if (since) throw new AppError("conflict", since);
    const running = await tx
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(eq(campaigns.status, "active"));
    const differences = await compareRunning(tx, scope, running, seen, now);
    if (differences.length > 0)
      throw new AppError("conflict", `${differences.join(" ")} Look again before you resume; sending is still stopped.`);
    await tx.update(teamStops).set({ liftedAt: now, liftedBy: scope.memberId }).where(eq(teamStops.id, seen.stopId));
    await askFeed(
      tx,
      scope.teamId,
      running.map(({ id }) => id),
    );
    await askSingles(tx, scope.teamId);
    await recordActivity(tx, scope, { verb: "resumed all sending", at: now });
    return sayStays(tx, running, seen);
  });
}

/** What became of the stop that was shown; null while it holds. */
async function sayStopSince(tx: TeamTransaction, scope: Scope, stopId: string, now: Date): Promise<string | null> {
  const [was] = await tx.select().from(teamStops).where(eq(teamStops.id, stopId));
  if (!was) throw new AppError("not_found");
  if (!was.liftedAt) return null;
  const reader = { memberId: scope.memberId, now };
  const lifted = await readAct(tx, { by: was.liftedBy, at: was.liftedAt }, reader);
  const [open] = await tx.select().from(teamStops).where(sql`${teamStops.liftedAt} is null`);
  if (!open) return `${lifted.who} resumed all sending already${lifted.when}.`;
  const stopped = await readAct(tx, { by: open.stoppedBy, at: open.stoppedAt }, reader);
  return `${lifted.who} resumed all sending${lifted.when}, and ${stopped.who === lifted.who ? "" : `${middle(stopped.who)} `}stopped it again${stopped.when}. Look again before you resume.`;
}

/** "You" inside a sentence. */
const middle = (who: string) => (who === "You" ? "you" : who);

/** Campaigns that would go on and were not shown, and what decides otherwise in those that were. */
async function compareRunning(
  tx: TeamTransaction,
  scope: Scope,
  running: { id: string; name: string }[],
  seen: StopSeen,
  now: Date,
): Promise<string[]> {
  const shown = await readShownOf(
    tx,
    running.map(({ id }) => id),
  );
  const digests = new Map(seen.campaigns.map(({ campaignId, digest }) => [campaignId, digest]));
  const said = new Set<string>();
  for (const { id, name } of running) {
    const digest = digests.get(id);
    const facts = shown.get(id);
    if (digest === undefined) said.add(await sayJoined(tx, scope, id, name, now));
    else if (facts) for (const one of compareDigest(digest, facts, scope.memberId)) said.add(one);
  }
  return [...said];
}

/** Who let a campaign run that was not shown. */
async function sayJoined(tx: TeamTransaction, scope: Scope, campaignId: string, name: string, now: Date): Promise<string> {
  const [last] = await readRows<{ did: string; by: string | null; at: string }>(
    tx,
    sql`select 'launched' as did, launched_by as by, launched_at as at from campaign_launches where campaign_id = ${campaignId}
        union all select 'resumed', resumed_by, resumed_at from campaign_pauses where campaign_id = ${campaignId} and resumed_at is not null
        order by at desc limit 1`,
  );
  if (!last) return `${name} would go on as well.`;
  const { who, when } = await readAct(tx, { by: last.by, at: instantOf(last.at) }, { memberId: scope.memberId, now });
  return `${who} ${last.did} ${name}${when}, so it would go on as well.`;
}

async function sayStays(tx: TeamTransaction, running: { id: string }[], seen: StopSeen): Promise<string | null> {
  const goesOn = new Set(running.map(({ id }) => id));
  const stays = seen.campaigns.map(({ campaignId }) => campaignId).filter((id) => !goesOn.has(id));
  if (stays.length === 0) return null;
  const rows = await tx
    .select({ name: campaigns.name })
    .from(campaigns)
    .where(inArray(campaigns.id, stays))
    .orderBy(campaigns.name);
  if (rows.length === 0) return null;
  return `Paused or ended meanwhile, so not resumed: ${rows.map(({ name }) => name).join(", ")}.`;
}
