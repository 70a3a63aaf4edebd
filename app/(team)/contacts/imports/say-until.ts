import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatDay } from "@/lib/schedule/words/format-time";

/** The day an offer ends on, as people say it: "23 Dec". */
export function sayUntil(until: Date, timeZone: string): string {
  // Seen from far off the day has its year, and a weekday, which say nothing of a day within a month.
  return formatDay(toTemporal(until), { now: toTemporal(new Date(0)), timeZone }).replace(/^\S+ | \d{4}$/g, "");
}
