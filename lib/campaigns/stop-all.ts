import { inArray, isNull, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { activities } from "@/db/schema/events";
import { teamStops, teams } from "@/db/schema/teams";
import { takeBackSlots } from "../sending/queue/take-back-slots";

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
    const taken = await takeBackSlots(tx, sql`true`, "Stopped");
    await tx
      .update(campaignContacts)
      .set({ waitReason: "paused", nextAt: null })
      .where(inArray(campaignContacts.status, ["pending", "in_progress"]));
    if (fresh.length > 0) {
      await tx
        .insert(activities)
        .values({ memberId: scope.memberId, verb: "stopped all sending", detail: { slots: taken.length } });
    }
    return { slotsTakenBack: taken.length };
  });
}

/** Whether all sending of the team is stopped. */
export async function isStopped(scope: Scope): Promise<boolean> {
  const rows = await withTeam(scope, (tx) => tx.select({ id: teamStops.id }).from(teamStops).where(isNull(teamStops.liftedAt)));
  return rows.length > 0;
}
