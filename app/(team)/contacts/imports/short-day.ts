import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatDay } from "@/lib/schedule/words/format-time";

/** A day of about now, as people say it: "23 Dec". */
export function shortDay(at: Date, timeZone: string): string {
  // Seen from far off the day has its year, and a weekday, which say nothing of a day within a month.
  return formatDay(toTemporal(at), { now: toTemporal(new Date(0)), timeZone }).replace(/^\S+ | \d{4}$/g, "");
}
