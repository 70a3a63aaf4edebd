const key = Symbol.for("countersign.engine.since");
const shared = globalThis as unknown as Record<symbol, Date | undefined>;

/**
 * When this process first looked at the engine; `now` where it never did. While no app ran nobody could be called, so silence counts from
 * here. A module may be loaded several times in one process, so it hangs on globalThis.
 */
export function processSince(now: Date): Date {
  shared[key] ??= now;
  return shared[key];
}
