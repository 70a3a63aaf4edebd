import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { teams } from "@/db/schema/teams";
import type { JoinPolicy, JoinRole } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { isTimeZone } from "../schedule/is-time-zone";

export type TeamChange = Partial<{
  joinPolicy: JoinPolicy;
  joinRole: JoinRole;
  /** As it stands under every mail and on the page that unsubscribes. */
  name: string;
  postalAddress: string;
  /** IANA zone. */
  timezone: string;
}>;

/** Changes how the team is joined, its name, address or zone. @throws AppError "invalid" for an empty name or a zone that does not exist. */
export async function changeTeam(scope: Scope, change: TeamChange, now: Date) {
  if (change.timezone !== undefined && !isTimeZone(change.timezone)) {
    throw new AppError("invalid", undefined, { timezone: "This is not a time zone. Pick one from the list." });
  }
  const name = change.name?.replace(/\s+/g, " ").trim();
  if (name === "") throw new AppError("invalid", undefined, { name: "A team needs a name: it stands under every mail." });
  const postalAddress = change.postalAddress === undefined ? {} : { postalAddress: change.postalAddress.trim() || null };
  await withTeam(scope, async (tx) => {
    const changed = await tx
      .update(teams)
      .set({ ...change, ...(name === undefined ? {} : { name }), ...postalAddress })
      .where(eq(teams.id, scope.teamId))
      .returning({ id: teams.id });
    if (changed.length === 0) throw new AppError("not_found");
    await recordActivity(tx, scope, { verb: "changed the team", at: now, detail: { ...change } });
  });
}
