import { and, eq } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { members, sessions, teams } from "@/db/schema/teams";
import { isIdle } from "./is-idle";
import { isOpen } from "./is-open";

/** Whether a session opens nothing for this reason alone: nobody used it for as long as the team allows. Whoever is led to sign in is told. */
export async function isIdleSession(sessionId: string, now: Date): Promise<boolean> {
  const rows = await withSystem("check session", (tx) =>
    tx
      .select({ id: sessions.id })
      .from(sessions)
      .innerJoin(members, eq(members.id, sessions.memberId))
      .innerJoin(teams, eq(teams.id, members.teamId))
      .where(and(eq(sessions.id, sessionId), isOpen(now), isIdle(now))),
  );
  return rows.length > 0;
}
