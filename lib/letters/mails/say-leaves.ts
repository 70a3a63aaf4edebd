import { Temporal } from "temporal-polyfill";
import type { LeaveZone } from "@/db/schema/words";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatClock, formatDay, formatTime } from "../../schedule/words/format-time";
import type { LetterMail } from "../letter";

type Zones = { writer: string; reader: string | null; sender: string };
/** `day` "2026-11-24", `time` "09:00:00", on the clock of `zone`. */
type Chosen = { day: string | null; time: string | null; zone: LeaveZone };

/**
 * When a mail leaves, in the words of whoever writes it and on the clock in its reader's town, where that is another.
 * @param zones of whoever writes it, of its reader, null where it is not known: then theirs counts as the same, and of the team, on whose clock a time is
 * chosen that is not the reader's. @param chosen the time on the clock that somebody chose for it.
 */
export function sayLeaves(at: Date, now: Date, zones: Zones, chosen: Chosen | null = null): LetterMail["leaves"] {
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
    ...sayInstead(instant, reading, chosen && { ...chosen, timeZone: chosen.zone === "reader" ? town : zones.sender }),
  };
}

/** Another minute than the chosen one: that is over, or the clocks of its zone skip it. */
function sayInstead(
  at: Temporal.Instant,
  now: Temporal.Instant,
  chosen: (Chosen & { timeZone: string }) | null,
): { instead?: "passed" | "skipped" } {
  if (!chosen?.day || !chosen.time) return {};
  const leaves = at.toZonedDateTimeISO(chosen.timeZone).toPlainDateTime().toString().slice(0, 16);
  if (leaves === `${chosen.day}T${chosen.time.slice(0, 5)}`) return {};
  return { instead: Temporal.Instant.compare(at, now) <= 0 ? "passed" : "skipped" };
}
