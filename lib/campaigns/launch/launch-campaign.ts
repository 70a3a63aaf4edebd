import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignLaunches, campaigns } from "@/db/schema/campaigns";
import { teams } from "@/db/schema/teams";
import { AppError } from "../../errors/app-error";
import { emit } from "../../events/emit";
import { recordActivity } from "../../events/record-activity";
import { listPeople } from "./list-people";
import { readLaunch } from "./read-launch";

/**
 * Launches a campaign: everybody on its list who is not left out is enrolled, with mailbox and address fixed, and their first
 * drafts are asked for. Nothing leaves before it is signed; where a campaign sends without review, this is the signature on its
 * templates as they are now.
 * @param seenPeople the number the person saw and confirmed; another number is never launched unseen.
 * @returns how many were enrolled. @throws AppError "not_found", "conflict", "blocked" with the first blocking sentence.
 */
export async function launchCampaign(scope: Scope, campaignId: string, seenPeople: number, now: Date): Promise<number> {
  return withTeam(scope, async (tx) => {
    // One launch of a team at a time: two campaigns must not enrol the same person at once.
    await tx.select({ id: teams.id }).from(teams).for("no key update");
    // What is checked, counted and signed here is not changed meanwhile: every change of a draft holds this row.
    await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, campaignId)).for("update");
    const launch = await readLaunch(tx, campaignId, now);
    const blocker = launch.blockers[0];
    if (blocker) throw new AppError("blocked", blocker.sentence);
    if (launch.people !== seenPeople) {
      throw new AppError("conflict", `The list changed: it would now be ${launch.people} people. Look again before you launch.`);
    }
    const [launched] = await tx
      .update(campaigns)
      .set({ status: "active", launchedAt: now, updatedAt: now })
      .where(and(eq(campaigns.id, campaignId), eq(campaigns.status, "draft")))
      .returning({ id: campaigns.id });
    if (!launched) throw new AppError("conflict", "This campaign was launched already.");
    const enrolled = await readRows<{ id: string }>(
      tx,
      sql`insert into campaign_contacts (campaign_id, contact_id, sender_account_id, recipient_email, position, wait_reason, enrolled_at)
          select ${campaignId}, x.contact_id, c.sender_account_id, x.email, row_number() over (order by x.added_at, x.created_at, x.contact_id), 'being_written', ${now.toISOString()}::timestamptz
          from (${listPeople(campaignId)}) x, campaigns c where c.id = ${campaignId} and x.left_out is null returning id`,
    );
    await tx.insert(campaignLaunches).values({
      campaignId,
      launchedBy: scope.memberId,
      launchedAt: now,
      signsTemplates: launch.reviewMode === "launch",
      templatesHash: launch.reviewMode === "launch" ? hashTexts(launch.steps) : null,
      counts: { enrolled: enrolled.length, leftOut: launch.leftOut },
    });
    await recordActivity(tx, scope, { verb: "launched", campaignId, detail: { people: enrolled.length }, at: now });
    await emit(tx, "campaign/launched", [{ eventId: `launched:${campaignId}`, data: { teamId: scope.teamId, campaignId } }]);
    return enrolled.length;
  });
}

function hashTexts(steps: { id: string; version: number; subjectTemplate: string; bodyTemplate: string }[]): string {
  const texts = steps.map((step) => [step.id, step.version, step.subjectTemplate, step.bodyTemplate]);
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}
