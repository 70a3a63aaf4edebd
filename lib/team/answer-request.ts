import { and, eq, inArray } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { members } from "@/db/schema/teams";
import type { MemberStatus, Role } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";

/**
 * Lets somebody in who asked, or who was turned away or removed before; or turns away who asked.
 * @throws AppError "conflict" when another administrator has answered meanwhile, "not_found".
 */
export async function answerRequest(
  scope: Scope,
  memberId: string,
  answer: { letIn: true; role: Role } | { letIn: false },
  now: Date,
) {
  await withTeam(scope, async (tx) => {
    const [known] = await tx.select({ id: members.id }).from(members).where(eq(members.id, memberId));
    if (!known) throw new AppError("not_found");
    const from: MemberStatus[] = answer.letIn ? ["asked", "refused", "removed"] : ["asked"];
    const changed = await tx
      .update(members)
      .set(answer.letIn ? { status: "active", role: answer.role } : { status: "refused" })
      .where(and(eq(members.id, memberId), inArray(members.status, from)))
      .returning({ id: members.id });
    if (changed.length === 0) throw new AppError("conflict", "Somebody has answered meanwhile. Nothing was changed.");
    await recordActivity(
      tx,
      scope,
      answer.letIn
        ? { verb: "let somebody in", at: now, detail: { of: memberId, role: answer.role } }
        : { verb: "turned somebody away", at: now, detail: { of: memberId } },
    );
  });
}
