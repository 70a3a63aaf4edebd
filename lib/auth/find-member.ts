import { cache } from "react";
import type { Member } from "./member";
import { readSessionId } from "./read-session-id";
import { touchSession } from "./touch-session";

/** The person behind this request, or null. The cookie only names a session row; the row decides. Once a request. */
export const findMember: () => Promise<Member | null> = cache(async () => {
  const sessionId = await readSessionId();
  return sessionId ? touchSession(sessionId, new Date()) : null;
});
