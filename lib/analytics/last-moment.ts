const minuteMs = 60_000;

/** The last whole minute from now on, before `end`, at which it still holds: what is signed later finds fewer places, so halves are enough. */
export function lastMoment(holds: (at: Date) => boolean, now: Date, end: Date): Date {
  let good = Math.floor(now.getTime() / minuteMs);
  let bad = Math.ceil(end.getTime() / minuteMs);
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(new Date(middle * minuteMs))) good = middle;
    else bad = middle;
  }
  return new Date(good * minuteMs);
}
