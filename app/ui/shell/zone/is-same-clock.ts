import { sayClock } from "@/app/ui/words/clock";

const halfYearMs = 182 * 24 * 3_600_000;

/** Whether two zones show the same time now and half a year on, as Berlin and Paris do: then neither need be offered for the other. */
export function isSameClock(one: string, other: string, now: Date): boolean {
  return [now, new Date(now.getTime() + halfYearMs)].every((at) => sayClock(at, one) === sayClock(at, other));
}
