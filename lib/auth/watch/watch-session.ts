import type { Role } from "@/db/schema/words";
import { log } from "../../log/log";
import { readStandings } from "./read-standings";

type Watched = { sessionId: string; role: Role; tell: (what: Standing) => void };
/** `over`: the session was ended, ran out, or its person is none of the team any more. `other role`: it may open other things now. */
export type Standing = "over" | "other role";
type Read = (sessionIds: string[], now: Date) => Promise<Map<string, Role>>;

/** Whoever was removed sees nothing of the team for longer than this. */
const everyMs = 3000;

/** Watches the sessions behind all open streams of this process by one query every few seconds, and by none while nobody watches. */
export function sessionWatch(read: Read, pauseMs = everyMs) {
  const watched = new Set<Watched>();
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    const asked = [...watched];
    const standings = await read([...new Set(asked.map(({ sessionId }) => sessionId))], new Date()).catch((error: unknown) => {
      // The database is away: what was true a moment ago holds until it can be asked.
      log.warn({ reason: error instanceof Error ? error.name : "unknown" }, "open streams could not be checked");
      return null;
    });
    for (const one of standings ? asked : []) {
      const role = standings?.get(one.sessionId);
      if (!watched.has(one) || role === one.role) continue;
      if (role) one.role = role;
      else watched.delete(one);
      try {
        one.tell(role ? "other role" : "over");
      } catch (error) {
        // A stream that is closed already must not keep the others from hearing, now and from then on.
        log.warn({ err: error }, "an open stream could not be told");
      }
    }
    timer = watched.size > 0 ? setTimeout(look, pauseMs).unref() : undefined;
  };
  /** Calls `tell` when the session is over, once, and each time its person's role changes. @returns a function that ends it. */
  return (sessionId: string, role: Role, tell: (what: Standing) => void): (() => void) => {
    const one = { sessionId, role, tell };
    watched.add(one);
    timer ??= setTimeout(look, pauseMs).unref();
    return () => watched.delete(one);
  };
}

/** That of this process. */
export const watchSession = sessionWatch(readStandings);
