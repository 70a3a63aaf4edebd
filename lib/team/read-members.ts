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
  /** What of theirs goes on without them: mailboxes they connected, and threads that are theirs and not settled. */
  mailboxes: number;
  threads: number;
};
export type TeamRow = {
  name: string;
  postalAddress: string | null;
  timezone: string;
  joinPolicy: JoinPolicy;
  joinRole: JoinRole;
  /** Days after which a sign-in that nobody used ends. */
  idleDays: number;
  /** For each number of days a person can pick: how many sign-ins of now it would end. */
  idleChoices: { days: number; ends: number }[];
};

const idleChoices = [1, 2, 3, 5, 7, 14, 21, 30];

/** The team's settings and everybody who is in it, asks, or was turned away, with their open sessions; `own`: the zone that who asks chose for themselves. */
export function readMembers(scope: Scope, now: Date): Promise<{ team: TeamRow; people: PersonRow[]; own: string | null }> {
  return withTeam(scope, async (tx) => {
    const [team] = await readRows<Omit<TeamRow, "idleChoices">>(
      tx,
      sql`select name, postal_address as "postalAddress", timezone, join_policy as "joinPolicy", join_role as "joinRole", idle_days as "idleDays"
          from teams where id = ${scope.teamId}`,
    );
    if (!team) throw new AppError("not_found");
    const people = await readRows<
      Omit<PersonRow, "createdAt" | "lastSeenAt" | "sessions"> & { createdAt: string; lastSeenAt: string | null }
    >(
      tx,
      sql`select id, name, email, role, status, created_at as "createdAt", greatest(last_seen_at, (select max(s.last_seen_at) from sessions s where s.member_id = m.id)) as "lastSeenAt",
            (select count(*)::int from sender_accounts a where a.connected_by = m.id and a.status <> 'removed') as mailboxes,
            (select count(*)::int from reply_threads r where r.assigned_to = m.id and r.state <> 'done') as threads
          from members m order by created_at, name`,
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
          from sessions where ended_at is null and expires_at > ${now.toISOString()}::timestamptz
            and last_seen_at >= ${idleSince(now, team.idleDays)}::timestamptz order by last_seen_at desc`,
    );
    const [own] = await readRows<{ timezone: string | null }>(
      tx,
      sql`select timezone from member_settings where member_id = ${scope.memberId}`,
    );
    const active = new Set(people.filter((person) => person.status === "active").map((person) => person.id));
    const seen = open.filter((session) => active.has(session.memberId)).map((session) => instantOf(session.lastSeenAt));
    const choices = [...new Set([...idleChoices, team.idleDays])].sort((a, b) => a - b);
    const ends = (days: number) => seen.filter((at) => at < new Date(idleSince(now, days))).length;
    return {
      team: { ...team, idleChoices: choices.map((days) => ({ days, ends: ends(days) })) },
      own: own?.timezone ?? null,
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

/** Before this a sign-in is idle (lib/auth/is-idle.ts). */
function idleSince(now: Date, days: number): string {
  return new Date(now.getTime() - days * 24 * 3_600_000).toISOString();
}

/** "Edge on Windows" from a user agent; browsers name each other, so the rarer word is looked for first. */
export function nameDevice(userAgent: string | null): string {
  const text = userAgent ?? "";
  const browser = [/Edg/, /OPR/, /Firefox|FxiOS/, /Chrome|CriOS/, /Safari/].findIndex((word) => word.test(text));
  const system = [/iPhone/, /iPad/, /Android/, /Windows/, /Mac OS/, /Linux/].findIndex((word) => word.test(text));
  const where = ["iPhone", "iPad", "Android", "Windows", "Mac", "Linux"][system];
  return `${["Edge", "Opera", "Firefox", "Chrome", "Safari"][browser] ?? "A browser"}${where ? ` on ${where}` : ""}`;
}
