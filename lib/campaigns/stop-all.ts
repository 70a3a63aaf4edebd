import { eq, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { activities } from "@/db/schema/events";
import { scheduledEmails } from "@/db/schema/sending";
import { teamStops, teams } from "@/db/schema/teams";

/**
 * Stops all sending of the team, at once and unasked: every intent to send looks at this row.
 * Slots are taken back, so that resuming spreads the mails again. Stopping twice is the same as once.
 */
export async function stopAll(scope: Scope, now: Date): Promise<{ slotsTakenBack: number }> {
  return withTeam(scope, async (tx) => {
    // An intent holds the team's row while it is written: either it was before this stop, or it sees it.
    await tx.select({ id: teams.id }).from(teams).for("update");
    const fresh = await tx
      .insert(teamStops)
      .values({ stoppedBy: scope.memberId, stoppedAt: now })
      .onConflictDoNothing()
      .returning({ id: teamStops.id });
    const cancelled = await tx
      .update(scheduledEmails)
      .set({ status: "cancelled", cancelReason: "Stopped" })
      .where(eq(scheduledEmails.status, "pending"))
      .returning({ draftId: scheduledEmails.draftId });
    // Without its slot a signed draft is only signed again; what Exchange already has stays in the ledger.
    await tx.update(emailDrafts).set({ status: "approved" }).where(eq(emailDrafts.status, "scheduled"));
    if (fresh.length > 0) {
      await tx
        .insert(activities)
        .values({ memberId: scope.memberId, verb: "stopped all sending", detail: { slots: cancelled.length } });
    }
    return { slotsTakenBack: cancelled.length };
  });
}

/** Whether all sending of the team is stopped. */
export async function isStopped(scope: Scope): Promise<boolean> {
  const rows = await withTeam(scope, (tx) => tx.select({ id: teamStops.id }).from(teamStops).where(isNull(teamStops.liftedAt)));
  return rows.length > 0;
}
