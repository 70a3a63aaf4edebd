import { eq, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { campaignLaunches } from "@/db/schema/launches";
import { launchViews } from "@/db/schema/shown";
import { teams } from "@/db/schema/teams";
import { holdPeople } from "../../contacts/hold-people";
import { AppError } from "../../errors/app-error";
import { emit } from "../../events/emit";
import { recordActivity } from "../../events/record-activity";
import { compareShown } from "../../shown/compare-shown";
import { readShown, type Shown } from "../../shown/read-shown";
import { hashSigned } from "../../shown/signed-by-launch";
import { enrolShown } from "./enrol-shown";
import { readLaunch } from "./read-launch";

/** So long what was shown may be launched. */
const shownMinutes = 60;

/** For how many it was launched, and a sentence about those who dropped out since it was shown. */
export type Launched = { people: number; leftOut: string | null };

/**
 * Launches a campaign as it was shown: exactly those are enrolled who were shown, less who dropped out since, with mailbox and
 * address fixed, and their first drafts are asked for. Nothing leaves before it is signed; where a campaign sends without review,
 * this is the signature on its templates.
 * @param viewId what `showLaunch` showed to this member. Whatever differs from it, or anybody more, is never launched unseen.
 * @throws AppError "not_found"; "conflict" with who changed what; "blocked" with the first blocking sentence.
 */
export async function launchCampaign(scope: Scope, campaignId: string, viewId: string, now: Date): Promise<Launched> {
  return withTeam(scope, async (tx) => {
    // One launch of a team at a time: two campaigns must not enrol the same person at once. Not by the team's row, which whoever stops all needs at once.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('launch:' || current_setting('app.team_id'), 0))`);
    await holdPeople(tx, "enrol");
    // What is compared and signed here is not changed meanwhile: every change of a draft holds this row.
    await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, campaignId)).for("update");
    const launch = await readLaunch(tx, campaignId, now);
    const seen = await readView(tx, scope, campaignId, viewId, now);
    refuseOther(seen, launch.shown, scope);
    const blocker = launch.blockers[0];
    if (blocker) throw new AppError("blocked", blocker.sentence);
    await tx.update(campaigns).set({ status: "active", launchedAt: now, updatedAt: now }).where(eq(campaigns.id, campaignId));
    const { enrolled, added, droppedOut, leftOut } = await enrolShown(tx, campaignId, viewId, now);
    if (added) throw lookAgain(added);
    if (enrolled === 0) throw new AppError("blocked", "Everybody on the list is left out, so there is nobody to mail.");
    // From here on the team's name and address stay, too: what changed while people were enrolled is no more launched unseen than what changed before.
    await tx.select({ id: teams.id }).from(teams).for("share");
    refuseOther(seen, await readShown(tx, campaignId), scope);
    const signs = launch.reviewMode === "launch";
    await tx.insert(campaignLaunches).values({
      campaignId,
      launchedBy: scope.memberId,
      launchedAt: now,
      signsTemplates: signs,
      templatesHash: signs ? hashSigned(seen) : null,
      counts: { enrolled, leftOut: launch.leftOut, droppedOut },
    });
    await recordActivity(tx, scope, { verb: "launched", campaignId, detail: { people: enrolled }, at: now });
    await emit(tx, "campaign/launched", [{ eventId: `launched:${campaignId}`, data: { teamId: scope.teamId, campaignId } }]);
    return { people: enrolled, leftOut };
  });
}

/** @throws AppError "conflict" with what is other than it was shown, and who changed it. */
function refuseOther(seen: Shown, now: Shown, { memberId }: Scope): void {
  const differences = compareShown(seen, now, memberId);
  if (differences.length > 0) throw lookAgain(differences.join(" "));
}

/** What this member was shown of the campaign. */
async function readView(tx: TeamTransaction, scope: Scope, campaignId: string, viewId: string, now: Date): Promise<Shown> {
  const [view] = await tx
    .select({
      campaignId: launchViews.campaignId,
      memberId: launchViews.memberId,
      seenAt: launchViews.seenAt,
      shown: launchViews.shown,
    })
    .from(launchViews)
    .where(eq(launchViews.id, viewId));
  if (!view) throw new AppError("not_found");
  if (view.campaignId !== campaignId) throw lookAgain("What was shown was another campaign.");
  if (view.memberId !== scope.memberId) throw lookAgain("This was shown to somebody else, not to you.");
  if (now.getTime() - view.seenAt.getTime() > shownMinutes * 60_000) throw lookAgain("This was shown more than an hour ago.");
  return view.shown as Shown;
}

const lookAgain = (because: string) => new AppError("conflict", `${because} Look again before you launch.`);
