import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { members } from "@/db/schema/teams";
import type { Role } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { keepOneAdministrator } from "./keep-one-administrator";

/** Gives an active person another role. @throws AppError "not_found"; "blocked" for the last administrator. */
export async function changeRole(scope: Scope, memberId: string, role: Role, now: Date) {
  await withTeam(scope, async (tx) => {
    if (role !== "administrator") await keepOneAdministrator(tx, memberId);
    const changed = await tx
      .update(members)
      .set({ role })
      .where(and(eq(members.id, memberId), eq(members.status, "active")))
      .returning({ id: members.id });
    if (changed.length === 0) throw new AppError("not_found");
    await recordActivity(tx, scope, { verb: "changed a role", at: now, detail: { of: memberId, role } });
  });
}
