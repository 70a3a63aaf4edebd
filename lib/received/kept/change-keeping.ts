import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { teams } from "@/db/schema/teams";
import { keptLetters } from "@/db/schema/threads";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { lockKeeping } from "./lock-keeping";

/** Says whether received letters are kept whole. Switched off, those that are kept are deleted at once and for good. @returns how many were. */
export async function changeKeeping(scope: Scope, keepLetters: boolean, now: Date): Promise<{ deleted: number }> {
  return withTeam(scope, async (tx) => {
    await lockKeeping(tx, "switch");
    const changed = await tx.update(teams).set({ keepLetters }).where(eq(teams.id, scope.teamId)).returning({ id: teams.id });
    if (changed.length === 0) throw new AppError("not_found");
    const deleted = keepLetters ? [] : await tx.delete(keptLetters).returning({ id: keptLetters.id });
    const detail = { keepLetters: keepLetters ? "on" : "off", ...(keepLetters ? {} : { deleted: String(deleted.length) }) };
    await recordActivity(tx, scope, { verb: "changed the team", at: now, detail });
    return { deleted: deleted.length };
  });
}
