import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatTime } from "@/lib/schedule/words/format-time";
import { sayBoth } from "@/lib/schedule/words/say-both";

type Props = { at: Date; timeZone: string; now?: Date; there?: string };

/**
 * A moment as people say it: "today 14:22", "Tue 24 Nov 9:00". Rendered on the server, in the zone of who reads; @param props.there the zone it was meant in,
 * whose clock then comes first where it shows another time.
 */
export function Moment({ at, timeZone, now = new Date(), there }: Props) {
  const reader = { now: toTemporal(now), timeZone };
  return <time dateTime={at.toISOString()}>{there ? sayBoth(at, reader, there) : formatTime(toTemporal(at), reader)}</time>;
}
