import { toldSince } from "./last-changes";

/** What was read of a team, and when its reading began. */
type Kept = { teamId: string; began: number; value: Promise<unknown> };

/** What is shown may also change with the clock: a moment that passed, a day that ended. */
const longestMs = 5000;
const most = 300;

/** A module may be loaded several times in one process, so it hangs on globalThis. */
const key = Symbol.for("countersign.readings");
const shared = globalThis as unknown as Record<symbol, Map<string, Kept> | undefined>;

function readings(): Map<string, Kept> {
  shared[key] ??= new Map();
  return shared[key];
}

/**
 * Reads what all of a team see alike once for all who ask, until something of the team changes: however many watch, a change costs one reading. What
 * comes is as of this moment: a change that was told since the reading began has it read anew.
 * @param name what is read, with all it depends on besides the team. @param read its value is handed to several, and is changed by nobody.
 */
export function shareReading<T>(teamId: string, name: string, read: () => Promise<T>): Promise<T> {
  const all = readings();
  const id = `${teamId} ${name}`;
  const now = Date.now();
  const before = all.get(id);
  // A clock that was set back knows no ages.
  const isYoung = before !== undefined && now >= before.began && now - before.began < longestMs;
  if (isYoung && !toldSince(teamId, before.began)) return before.value as Promise<T>;
  const value = read();
  const kept = { teamId, began: now, value };
  all.delete(id);
  all.set(id, kept);
  // What cannot be read is told to who asked, and read anew by the next.
  value.catch(() => all.get(id) === kept && all.delete(id));
  const [oldest] = all.size > most ? all.keys() : [];
  if (oldest !== undefined) all.delete(oldest);
  return value;
}

/** Somebody of the team has just changed something by this process: whoever asks next, first of all they, sees it, even where it has not been told yet. */
export function forgetReadings(teamId: string): void {
  const all = readings();
  for (const [id, kept] of all) if (kept.teamId === teamId) all.delete(id);
}
