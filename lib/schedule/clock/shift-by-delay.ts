import type { Delay } from "../types";
import { DAY_MS } from "./day-ms";
import type { ZoneClock } from "./zone-clock";

/**
 * Epoch ms plus a delay: first whole days on the wall clock (a skipped time becomes the end of the gap, of a
 * repeated hour the same pass cannot be kept, so the first counts), then hours and minutes exactly.
 */
export function shiftByDelay(clock: ZoneClock, ms: number, delay: Delay): number {
  const onTheDay = delay.days === 0 ? ms : clock.firstAt(clock.toLocal(ms) + delay.days * DAY_MS);
  return onTheDay + (delay.hours * 60 + delay.minutes) * 60_000;
}
