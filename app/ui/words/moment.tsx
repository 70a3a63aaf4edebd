import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatTime } from "@/lib/schedule/words/format-time";

/** A moment as people say it: "today 14:22", "Tue 24 Nov 9:00". Rendered on the server, in the zone of who reads. */
export function Moment({ at, timeZone, now = new Date() }: { at: Date; timeZone: string; now?: Date }) {
  return <time dateTime={at.toISOString()}>{formatTime(toTemporal(at), { now: toTemporal(now), timeZone })}</time>;
}
