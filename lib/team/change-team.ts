import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { activities } from "@/db/schema/events";
import { teams } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";

export type TeamChange = Partial<{
  joinPolicy: "off" | "ask" | "automatic";
  joinRole: "viewer" | "member";
  postalAddress: string;
  /** IANA zone. */
  timezone: string;
}>;

/** Changes how the team is joined, its address or its zone. @throws AppError "invalid" for a zone that does not exist. */
export async function changeTeam(scope: Scope, change: TeamChange, now: Date) {
  if (change.timezone !== undefined && !isZone(change.timezone)) {
    throw new AppError("invalid", undefined, { timezone: "This is not a time zone. Pick one from the list." });
  }
  const postalAddress = change.postalAddress === undefined ? {} : { postalAddress: change.postalAddress.trim() || null };
  await withTeam(scope, async (tx) => {
    const changed = await tx
      .update(teams)
      .set({ ...change, ...postalAddress })
      .where(eq(teams.id, scope.teamId))
      .returning({ id: teams.id });
    if (changed.length === 0) throw new AppError("not_found");
    await tx.insert(activities).values({ memberId: scope.memberId, verb: "changed the team", at: now, detail: { ...change } });
  });
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
