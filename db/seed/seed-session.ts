import type { Sql } from "postgres";

/** Somebody who is signed in for a day, and need not be seen meanwhile. @returns the session's id. */
export async function seedSession(owner: Sql, { teamId, memberId }: { teamId: string; memberId: string }): Promise<string> {
  const [session] = await owner<{ id: string }[]>`insert into sessions (team_id, member_id, expires_at, last_seen_at)
    values (${teamId}, ${memberId}, now() + interval '1 day', now() + interval '1 day') returning id`;
  if (!session) throw new Error("The session was not written.");
  return session.id;
}
