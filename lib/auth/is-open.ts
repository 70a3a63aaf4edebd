import { and, eq, gt, isNull } from "drizzle-orm";
import { members, sessions } from "@/db/schema/teams";

/** Whether a session was not ended, has not run out and is of an active member; both tables are in the query. How long it was not used is asked apart (`isIdle`). */
export function isOpen(now: Date) {
  return and(isNull(sessions.endedAt), gt(sessions.expiresAt, now), eq(members.status, "active"));
}
