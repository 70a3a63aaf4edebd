import { Temporal } from "temporal-polyfill";
import type { LeaveKind, LeaveZone } from "@/db/schema/words";
import { nextOpening } from "./next-opening";
import type { Weekday } from "./types";

/** How somebody chose that a mail leaves; `day` "2026-11-24" and `time` "9:00" on the wall clock where it is at a time. */
export type Leave = { kind: LeaveKind; day: string | null; time: string | null; zone: LeaveZone };

/** The hours in which mails without a campaign may be read at once, in the reader's town. */
export type TeamHours = { start: string; end: string; days: readonly Weekday[] };

/** When it leaves, and the IANA zone in which that was meant. */
export type LeavesAt = { at: Temporal.Instant; zone: string };

/**
 * When a mail leaves: at once, at the time that was chosen, or when the team's hours are open where its reader is. A time that is over is now; one
 * that the clocks skip is as much later, and of one that comes twice it is the first. Null where the team's hours never open.
 * @param zones the reader's zone, null where it is not known, and the sender's.
 */
export function leaveAt(
  leave: Leave,
  zones: { reader: string | null; sender: string },
  hours: TeamHours,
  now: Temporal.Instant,
): LeavesAt | null {
  const reader = zones.reader ?? zones.sender;
  if (leave.kind === "good") {
    const rules = { windowStart: hours.start, windowEnd: hours.end, days: hours.days, timeZone: reader };
    const at = nextOpening({ ...rules, dailyLimit: 1, spacingSeconds: 0 }, now);
    return at && { at, zone: reader };
  }
  const zone = leave.zone === "reader" ? reader : zones.sender;
  if (leave.kind === "now" || !leave.day || !leave.time) return { at: now, zone };
  const time = leave.time.padStart(leave.time.indexOf(":") === 1 ? leave.time.length + 1 : leave.time.length, "0");
  const chosen = Temporal.PlainDateTime.from(`${leave.day}T${time}`).toZonedDateTime(zone).toInstant();
  return { at: Temporal.Instant.compare(chosen, now) < 0 ? now : chosen, zone };
}
