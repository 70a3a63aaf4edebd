import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { LeaveKind, LeaveZone } from "@/db/schema/words";
import { toTemporal } from "../schedule/clock/to-temporal";
import { type LeavesAt, leaveAt } from "../schedule/leave-at";
import type { Weekday } from "../schedule/types";
import { zoneOfPerson } from "../schedule/zones/zone-of-person";

/** So long a mail that leaves at once can be taken back. */
export const takeBackSeconds = 8;

type Row = {
  kind: LeaveKind | null;
  day: string | null;
  time: string | null;
  zone: LeaveZone | null;
  timeZone: string | null;
  fields: Record<string, string>;
  sender: string;
  start: string;
  end: string;
  days: Weekday[];
};

/**
 * When a mail without a campaign would leave if it were signed now, as its letter says; one of no letter at once.
 * Null where the team's hours never open.
 */
export async function readLeave(
  tx: TeamTransaction,
  singleMailId: string,
  now: Date,
): Promise<(LeavesAt & { kind: LeaveKind }) | null> {
  const [row] = await readRows<Row>(
    tx,
    sql`select l.leave as kind, l.leave_day::text as day, l.leave_time::text as time, l.leave_zone as zone, p.time_zone as "timeZone", p.fields,
          t.timezone as sender, t.hours_start::text as start, t.hours_end::text as end, t.hours_days as days
        from single_mails h join contacts p on p.id = h.contact_id cross join teams t left join letters l on l.id = h.letter_id
        where h.id = ${singleMailId}`,
  );
  if (!row) return null;
  const leave = { kind: row.kind ?? "now", day: row.day, time: row.time, zone: row.zone ?? "sender" } as const;
  const zones = { reader: zoneOfPerson(row), sender: row.sender };
  const at = leaveAt(leave, zones, { start: row.start, end: row.end, days: row.days }, toTemporal(now));
  return at && { ...at, kind: leave.kind };
}
