import { and, eq, not, sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { memberSettings, members, sessions, teams } from "@/db/schema/teams";
import { isIdle } from "./is-idle";
import { isOpen } from "./is-open";
import type { Member } from "./member";

/** How stale "last seen" may be: a page makes many requests and each write would be a row version. */
const seenEverySeconds = 60;

/** The person of a session, or null when it was ended, is too old or too long unused, or they are no longer an active member. */
export function touchSession(sessionId: string, now: Date): Promise<Member | null> {
  return withSystem("check session", async (tx) => {
    const [row] = await tx
      .select({ session: sessions, member: members, team: teams, own: memberSettings.timezone })
      .from(sessions)
      .innerJoin(members, eq(members.id, sessions.memberId))
      .innerJoin(teams, eq(teams.id, members.teamId))
      .leftJoin(memberSettings, and(eq(memberSettings.teamId, members.teamId), eq(memberSettings.memberId, members.id)))
      .where(and(eq(sessions.id, sessionId), isOpen(now), not(isIdle(now))));
    if (!row) return null;
    if (now.getTime() - row.session.lastSeenAt.getTime() > seenEverySeconds * 1000) {
      const later = sql`greatest(last_seen_at, ${now.toISOString()}::timestamptz)`;
      await tx.update(sessions).set({ lastSeenAt: later }).where(eq(sessions.id, sessionId));
      await tx.update(members).set({ lastSeenAt: now }).where(eq(members.id, row.member.id));
    }
    return {
      teamId: row.team.id,
      memberId: row.member.id,
      sessionId,
      role: row.member.role,
      name: row.member.name,
      email: row.member.email,
      teamName: row.team.name,
      timezone: row.own ?? row.team.timezone,
      teamTimezone: row.team.timezone,
    };
  });
}
