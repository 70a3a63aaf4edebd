import { and, eq, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { members, sessions } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { keepOneAdministrator } from "./keep-one-administrator";

/** Takes a person out of the team and ends their sessions; what they signed stays signed. @throws AppError "not_found", "blocked". */
export async function removeMember(scope: Scope, memberId: string, now: Date) {
  await withTeam(scope, async (tx) => {
    await keepOneAdministrator(tx, memberId);
    const removed = await tx
      .update(members)
      .set({ status: "removed" })
      .where(and(eq(members.id, memberId), eq(members.status, "active")))
      .returning({ id: members.id });
    if (removed.length === 0) throw new AppError("not_found");
    await tx
      .update(sessions)
      .set({ endedAt: now, endedBy: scope.memberId })
      .where(and(eq(sessions.memberId, memberId), isNull(sessions.endedAt)));
    await recordActivity(tx, scope, { verb: "removed a person", at: now, detail: { of: memberId } });
  });
}
