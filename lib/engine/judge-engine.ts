import { type Beating, type Beats, beating } from "./beats";

/** Seconds. */
export type Limits = {
  /** A beat older than this is missed: the app wakes it. The engine beats each minute. */
  wakeAfter: number;
  /** At least so long between two wakings of one kind, by whichever process. */
  wakeAgainAfter: number;
  /** A beat older than this is silence, which is said: one waking had its time and did not help. */
  sayAfter: number;
  /** Events that were refused or have waited for so long hold mail up; a server that is restarted takes them sooner. */
  refusedAfter: number;
  /** So long after a waking beats come from it and not from the engine's own timers. */
  wokenFor: number;
};

/** Noticed, woken and swept within three minutes: 90 s, at most 20 s to the watcher's next look, the rest for the run. */
export const limits: Limits = { wakeAfter: 90, wakeAgainAfter: 55, sayAfter: 150, refusedAfter: 60, wokenFor: 240 };

/**
 * `refused`: the server takes no events. `silent`: it takes them, and still nothing sweeps or polls. `waiting`: events stay with us and
 * nobody knows why. `woken`: all goes on, but only because the app wakes it; the engine's own timers are lost.
 */
export type Trouble = "refused" | "silent" | "waiting" | "woken";
/** `since`: from when on it is so; null where it never was otherwise. */
export type Verdict = { trouble: Trouble; since: Date | null };

/**
 * What is wrong with the engine; null while it beats.
 * @param since when this process first looked: before, nobody could call it, so what came before is no silence of the engine's.
 */
export function judgeEngine(beats: Beats, since: Date, given: Limits = limits): Verdict | null {
  const age = (at: Date | null) => (at ? (beats.now.getTime() - at.getTime()) / 1000 : 0);
  const refused = beats.refused !== null && age(beats.refusedSince) > given.refusedAfter;
  if (refused) return { trouble: "refused", since: beats.refusedSince };
  const silent = missed(beats, since, given.sayAfter);
  if (silent.length > 0) return { trouble: "silent", since: earliest(silent.map((kind) => beatOf(beats, kind))) };
  // A long outbox from which the server takes is busy, not held up.
  const stands =
    age(beats.waitingSince) > given.refusedAfter && (beats.takenAt === null || age(beats.takenAt) > given.refusedAfter);
  if (stands && age(since) > given.refusedAfter) return { trouble: "waiting", since: beats.waitingSince };
  if (beats.wokenAt && age(beats.wokenAt) < given.wokenFor) return { trouble: "woken", since: beats.wokenAt };
  return null;
}

/** What has not beaten for so many seconds, of which this process was there. */
export function missed(beats: Beats, since: Date, seconds: number): Beating[] {
  const isLate = (kind: Beating) => {
    const from = Math.max(beatOf(beats, kind)?.getTime() ?? 0, since.getTime());
    return beats.now.getTime() - from > seconds * 1000;
  };
  return beating.filter(isLate);
}

const beatOf = (beats: Beats, kind: Beating) => (kind === "sweep" ? beats.sweepAt : beats.pollAt);

function earliest(instants: (Date | null)[]): Date | null {
  const known = instants.filter((at) => at !== null);
  return known.length < instants.length ? null : (known.sort((a, b) => a.getTime() - b.getTime())[0] ?? null);
}

/** Whether mail stands still because of it. */
export function holdsMail(verdict: Verdict | null): boolean {
  return verdict !== null && verdict.trouble !== "woken";
}
