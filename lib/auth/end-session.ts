import { and, eq, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { sessions } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";

/**
 * Ends a session from the server: its cookie opens nothing from the next request on. Ending an ended one changes nothing.
 * @throws AppError "not_found" when the session is another team's.
 */
export async function endSession(scope: Scope, sessionId: string, now: Date) {
  await withTeam(scope, async (tx) => {
    const [session] = await tx.select({ memberId: sessions.memberId }).from(sessions).where(eq(sessions.id, sessionId));
    if (!session) throw new AppError("not_found");
    const ended = await tx
      .update(sessions)
      .set({ endedAt: now, endedBy: scope.memberId })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
      .returning({ id: sessions.id });
    if (ended.length > 0 && session.memberId !== scope.memberId) {
      await recordActivity(tx, scope, { verb: "ended a session", at: now, detail: { of: session.memberId } });
    }
  });
}
