type Held = { beganAt: Date; until: Date | null };

/**
 * The instant from which what is left of a delay runs on: the end of the hold; where that is not known, its beginning, or the mail that was
 * on its way then.
 */
export function resumesAt({ beganAt, until }: Held, lastSentAt: Date | null): Date {
  return until ?? (lastSentAt && lastSentAt > beganAt ? lastSentAt : beganAt);
}

/** When a delay ends that ran until `from` and goes on at `to`; what was over stays over. */
export function shiftDue(dueAt: Date, from: Date, to: Date): Date {
  return new Date(to.getTime() + Math.max(0, dueAt.getTime() - from.getTime()));
}
