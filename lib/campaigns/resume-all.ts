import { eq, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { teamStops } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { askFeed } from "../events/ask-feed";
import { recordActivity } from "../events/record-activity";

/** Lets the team send again; every running campaign is given new slots, spread from now on. @throws AppError "conflict". */
export async function resumeAll(scope: Scope, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const lifted = await tx
      .update(teamStops)
      .set({ liftedAt: now, liftedBy: scope.memberId })
      .where(isNull(teamStops.liftedAt))
      .returning({ id: teamStops.id });
    if (lifted.length === 0) throw new AppError("conflict", "Sending is not stopped any more.");
    const running = await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.status, "active"));
    await askFeed(
      tx,
      scope.teamId,
      running.map(({ id }) => id),
    );
    await recordActivity(tx, scope, { verb: "resumed all sending", at: now });
  });
}
