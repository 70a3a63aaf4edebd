import { withSystem } from "@/db/access/with-system";
import { sessions } from "@/db/schema/teams";
import { sessionSeconds } from "./session-cookie";

/** Writes the row that a sign-in's cookie names. @returns its id. */
export function startSession(who: { teamId: string; memberId: string }, userAgent: string | null, now: Date): Promise<string> {
  return withSystem("sign-in", async (tx) => {
    const [row] = await tx
      .insert(sessions)
      .values({
        teamId: who.teamId,
        memberId: who.memberId,
        userAgent: userAgent?.slice(0, 400) ?? null,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
      })
      .returning({ id: sessions.id });
    if (!row) throw new Error("The session was not written.");
    return row.id;
  });
}
