import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { teams } from "@/db/schema/teams";
import { recordActivity } from "../events/record-activity";
import { knownZone } from "../schedule/known-zone";

/**
 * Gives a new team the zone of the first administrator's browser, once: whoever told one before, or chose it, is not overruled. A name that only the browser
 * knows becomes the one that it stands for; what nobody knows changes nothing.
 * @returns whether the team has the zone by this.
 */
export async function tellZone(scope: Scope, ofBrowser: string, now: Date): Promise<boolean> {
  const timezone = knownZone(ofBrowser);
  if (!timezone) return false;
  return withTeam(scope, async (tx) => {
    const told = await tx
      .update(teams)
      .set({ timezone, zoneTold: true })
      .where(and(eq(teams.id, scope.teamId), eq(teams.zoneTold, false)))
      .returning({ id: teams.id });
    if (told.length > 0) await recordActivity(tx, scope, { verb: "changed the team", at: now, detail: { timezone } });
    return told.length > 0;
  });
}
