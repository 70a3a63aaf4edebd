import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatClock, formatDay, formatTime } from "../../schedule/words/format-time";
import type { LetterMail } from "../letter";

/**
 * When a mail leaves, in the words of whoever writes it and on the clock in its reader's town, where that is another.
 * @param zones of whoever writes it, and of its reader, null where it is not known: then theirs counts as the same.
 */
export function sayLeaves(at: Date, now: Date, zones: { writer: string; reader: string | null }): LetterMail["leaves"] {
  const [instant, reading] = [toTemporal(at), toTemporal(now)];
  const town = zones.reader ?? zones.writer;
  const there = instant.toZonedDateTimeISO(town);
  const here = instant.toZonedDateTimeISO(zones.writer);
  const sameDay = there.toPlainDate().equals(here.toPlainDate());
  const clock = formatClock(instant, town);
  const elsewhere = sameDay ? clock : `${formatDay(instant, { now: reading, timeZone: town })} ${clock}`;
  return {
    at: at.toISOString(),
    here: formatTime(instant, { now: reading, timeZone: zones.writer }),
    there: there.offsetNanoseconds === here.offsetNanoseconds ? null : elsewhere,
    isEarly: there.hour < 9 || there.dayOfWeek > 5,
  };
}
