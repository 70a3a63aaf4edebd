/** The run of a mail whose slot has come or comes soon. Times are milliseconds since 1970. */
export type LiveRun = {
  id: string;
  /** When it was to act. */
  due: number;
  /** When its mail was to leave. */
  slot: number;
  /** Whether it has not acted since it was started. */
  isNew: boolean;
};

/** What is late, by what is known of it: `lost` gets a new run, and `scout` alone gets one to find out. */
export type Late = { lost: string[]; scout: string | null };

/** A run that has not acted so long after its time is late. */
const lateMs = 45_000;
/** Runs are called in the order of their times, as near as this. */
const orderMs = 30_000;
/** So long at least the answer of a scout is waited for: an engine that is far behind needs time. */
const patienceMs = 300_000;
/** A run that was started ahead is replaced no sooner before its mail: whoever looks each minute is in time. */
const soonMs = 60_000;

/**
 * Tells a run that is lost from one that the engine has not come to yet. The proof is another run: where one that was to act later has acted, the engine has
 * passed this one by; one that has not acted since it was started is given until its mail is due, and then half of what that is late. Where nothing proves it, one contact is given a new run, which is due now and therefore last in the engine's line: once it acts, whatever
 * is late before it is lost. Under load nothing is proved and everybody keeps their run. A scout itself is replaced only when half of what its mail is late
 * has passed without it: an engine that is behind by any time comes to one of them, also where a campaign has no other mail.
 * @param reached the latest time that a run which has acted was due at; null where none has.
 */
export function judgeLate(runs: readonly LiveRun[], reached: number | null, now: number): Late {
  const late = runs.filter(({ due }) => due < now - lateMs);
  // Runs that start may wait in a line of their own, behind events, and each new one goes to its end.
  const hasHadTime = ({ due, slot, isNew }: LiveRun) => !isNew || (slot < now + soonMs && due <= now - (now - slot) / 2);
  const isLost = (run: LiveRun) => reached !== null && run.due + orderMs < reached && hasHadTime(run);
  // A run that is started ahead need not have acted before its slot.
  const isWaitedFor = ({ slot, isNew }: LiveRun) => !isNew || slot < now - lateMs;
  const open = late.filter((run) => !isLost(run) && isWaitedFor(run)).sort((a, b) => a.due - b.due);
  const first = open[0];
  const halfLateMs = first ? (now - first.slot) / 2 : 0;
  const isAsked = first && runs.some((run) => isScoutOf(run, first, halfLateMs, now));
  return { lost: late.filter(isLost).map(({ id }) => id), scout: first && !isAsked ? first.id : null };
}

/** Whether a run was started not long ago, has not acted, and tells of `first` once it does: itself, or one that comes after it. */
function isScoutOf(run: LiveRun, first: LiveRun, halfLateMs: number, now: number): boolean {
  if (!run.isNew || run.due > now) return false;
  if (run === first) return run.due > now - halfLateMs;
  return run.due > first.due + orderMs && run.due > now - Math.max(patienceMs, halfLateMs);
}
