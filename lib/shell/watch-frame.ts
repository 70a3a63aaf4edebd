import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import type { Topic } from "../live/topic";
import { watchTeam } from "../live/watch-team";
import { log } from "../log/log";
import { shareFrame } from "./read-shell";
import type { Frame } from "./shell-data";

type Watched = { tells: Set<(frame: Frame) => void>; read: () => void; stop: () => void };

/** What the frame of a page counts. */
export const frameTopics: ReadonlySet<Topic> = new Set(["campaigns", "review", "sending", "replies", "mailboxes", "everything"]);
const everyMs = 1000;

/** A module may be loaded several times in one process, so they hang on globalThis. */
const key = Symbol.for("countersign.frames");
const shared = globalThis as unknown as Record<symbol, Map<string, Watched> | undefined>;

/**
 * Tells what the frame of every page of a team shows each time it changed, at most once a second: one reading, however many watch.
 * @param atOnce whether it may have changed already. @returns a function that ends it.
 */
export function watchFrame(member: Member, tell: (frame: Frame) => void, atOnce: boolean): () => void {
  shared[key] ??= new Map();
  const teams = shared[key];
  const watched = teams.get(member.teamId) ?? begin(member);
  teams.set(member.teamId, watched);
  watched.tells.add(tell);
  if (atOnce) watched.read();
  return () => {
    watched.tells.delete(tell);
    if (watched.tells.size > 0 || teams.get(member.teamId) !== watched) return;
    watched.stop();
    teams.delete(member.teamId);
  };
}

function begin(member: Member): Watched {
  const tells: Watched["tells"] = new Set();
  let zone: string | null = member.teamTimezone;
  let goesOn = false;
  let again = false;
  const readOn = async () => {
    goesOn = true;
    while (again && tells.size > 0) {
      again = false;
      try {
        zone ??= await readZone(member);
        const frame = await shareFrame({ ...member, teamTimezone: zone }, new Date());
        const told = { ...frame, toldAt: new Date().toISOString() };
        for (const tell of tells) tell(told);
      } catch (error) {
        // The database is away: the next change comes after it.
        log.debug({ err: error }, "the frame could not be read");
      }
      await new Promise((done) => setTimeout(done, everyMs));
    }
    goesOn = false;
  };
  const read = () => {
    again = true;
    if (!goesOn) void readOn();
  };
  const stop = watchTeam(
    member.teamId,
    frameTopics,
    (topic) => {
      // The team's own row is told so: its day may begin at another hour.
      if (topic === "everything") zone = null;
      read();
    },
    100,
  );
  return { tells, read, stop };
}

async function readZone(member: Member): Promise<string> {
  const [row] = await withTeam(member, (tx) => readRows<{ timezone: string }>(tx, sql`select timezone from teams`));
  return row?.timezone ?? member.teamTimezone;
}
