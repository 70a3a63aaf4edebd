import { toTemporal } from "../clock/to-temporal";
import { formatClock, formatTime, type Reader } from "./format-time";
import { nameCity } from "./name-city";

/**
 * An instant on the clock on which it was meant, and on the reader's: "Sun 29 Nov 0:00 in New York (5:00 here)", with its weekday where that is another. Where both
 * show the same: "Sun 29 Nov 9:00".
 */
export function sayBoth(at: Date, reader: Reader, there: string): string {
  const instant = toTemporal(at);
  const own = instant.toZonedDateTimeISO(reader.timeZone).toPlainDateTime();
  const meant = instant.toZonedDateTimeISO(there).toPlainDateTime();
  if (own.equals(meant)) return formatTime(instant, reader);
  const clock = formatClock(instant, reader.timeZone);
  const isSameDay = own.toPlainDate().equals(meant.toPlainDate());
  const here = isSameDay ? clock : `${days[own.dayOfWeek - 1]} ${clock}`;
  return `${formatTime(instant, { ...reader, timeZone: there })} in ${nameCity(there)} (${here} here)`;
}

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
