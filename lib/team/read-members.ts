import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { JoinPolicy, JoinRole, MemberStatus, Role } from "@/db/schema/words";
import { AppError } from "../errors/app-error";

type SessionRow = { id: string; device: string; createdAt: Date; lastSeenAt: Date };
export type PersonRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: MemberStatus;
  createdAt: Date;
  lastSeenAt: Date | null;
  sessions: SessionRow[];
};
export type TeamRow = {
  name: string;
  postalAddress: string | null;
  timezone: string;
  joinPolicy: JoinPolicy;
  joinRole: JoinRole;
};

/** The team's settings and everybody who is in it, asks, or was turned away, with their open sessions. */
export function readMembers(scope: Scope, now: Date): Promise<{ team: TeamRow; people: PersonRow[] }> {
  return withTeam(scope, async (tx) => {
    const [team] = await readRows<TeamRow>(
      tx,
      sql`select name, postal_address as "postalAddress", timezone, join_policy as "joinPolicy", join_role as "joinRole" from teams where id = ${scope.teamId}`,
    );
    if (!team) throw new AppError("not_found");
    const people = await readRows<
      Omit<PersonRow, "createdAt" | "lastSeenAt" | "sessions"> & { createdAt: string; lastSeenAt: string | null }
    >(
      tx,
      sql`select id, name, email, role, status, created_at as "createdAt", greatest(last_seen_at, (select max(s.last_seen_at) from sessions s where s.member_id = m.id)) as "lastSeenAt" from members m order by created_at, name`,
    );
    const open = await readRows<{
      id: string;
      memberId: string;
      userAgent: string | null;
      createdAt: string;
      lastSeenAt: string;
    }>(
      tx,
      sql`select id, member_id as "memberId", user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt"
          from sessions where ended_at is null and expires_at > ${now.toISOString()}::timestamptz order by last_seen_at desc`,
    );
    return {
      team,
      people: people.map((person) => ({
        ...person,
        createdAt: instantOf(person.createdAt),
        lastSeenAt: instantOf(person.lastSeenAt),
        sessions: open
          .filter((session) => session.memberId === person.id)
          .map(({ id, userAgent, createdAt, lastSeenAt }) => ({
            id,
            device: nameDevice(userAgent),
            createdAt: instantOf(createdAt),
            lastSeenAt: instantOf(lastSeenAt),
          })),
      })),
    };
  });
}

/** "Edge on Windows" from a user agent; browsers name each other, so the rarer word is looked for first. */
export function nameDevice(userAgent: string | null): string {
  const text = userAgent ?? "";
  const browser = [/Edg/, /OPR/, /Firefox|FxiOS/, /Chrome|CriOS/, /Safari/].findIndex((word) => word.test(text));
  const system = [/iPhone/, /iPad/, /Android/, /Windows/, /Mac OS/, /Linux/].findIndex((word) => word.test(text));
  const where = ["iPhone", "iPad", "Android", "Windows", "Mac", "Linux"][system];
  return `${["Edge", "Opera", "Firefox", "Chrome", "Safari"][browser] ?? "A browser"}${where ? ` on ${where}` : ""}`;
}
