import { and, eq, inArray, not } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { members, sessions, teams } from "@/db/schema/teams";
import type { Role } from "@/db/schema/words";
import { isIdle } from "../is-idle";
import { isOpen } from "../is-open";

/** Of these sessions those that still open something, each with the role its person has by now. One query, however many. */
export function readStandings(sessionIds: string[], now: Date): Promise<Map<string, Role>> {
  return withSystem("check session", async (tx) => {
    const rows = await tx
      .select({ id: sessions.id, role: members.role })
      .from(sessions)
      .innerJoin(members, eq(members.id, sessions.memberId))
      .innerJoin(teams, eq(teams.id, members.teamId))
      .where(and(inArray(sessions.id, sessionIds), isOpen(now), not(isIdle(now))));
    return new Map(rows.map(({ id, role }) => [id, role]));
  });
}
