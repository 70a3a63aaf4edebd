import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { teams } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";

/** The Microsoft tenant that a team is. */
export function findTenant(scope: Scope): Promise<string> {
  return withTeam(scope, async (tx) => {
    const [team] = await tx.select({ tenantId: teams.tenantId }).from(teams).where(eq(teams.id, scope.teamId));
    if (!team) throw new AppError("not_found");
    return team.tenantId;
  });
}
