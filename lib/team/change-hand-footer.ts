import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { teams } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";

/**
 * Says whether what is written by hand carries unsubscribe line and postal address. Mails that are signed leave as they were signed; mails of campaigns
 * carry both in any case.
 */
export async function changeHandFooter(scope: Scope, handFooter: boolean, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const changed = await tx.update(teams).set({ handFooter }).where(eq(teams.id, scope.teamId)).returning({ id: teams.id });
    if (changed.length === 0) throw new AppError("not_found");
    await recordActivity(tx, scope, { verb: "changed the team", at: now, detail: { handFooter: handFooter ? "on" : "off" } });
  });
}
