import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { LeaveKind, LeaveZone } from "@/db/schema/words";
import { toTemporal } from "../schedule/clock/to-temporal";
import { type LeavesAt, leaveAt } from "../schedule/leave-at";
import type { Weekday } from "../schedule/types";
import { zoneOfPerson } from "../schedule/zones/zone-of-person";

/** What decides when a mail without a campaign leaves: its letter, its reader's zone and the team's hours. */
export type LeaveFacts = {
  id: string;
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

/** Of many mails without a campaign, by their ids. */
export async function readLeaveFacts(tx: TeamTransaction, singleMailIds: string[]): Promise<Map<string, LeaveFacts>> {
  if (singleMailIds.length === 0) return new Map();
  const rows = await readRows<LeaveFacts>(
    tx,
    sql`select h.id, l.leave as kind, l.leave_day::text as day, l.leave_time::text as time, l.leave_zone as zone, p.time_zone as "timeZone", p.fields,
          t.timezone as sender, t.hours_start::text as start, t.hours_end::text as end, t.hours_days as days
        from single_mails h join contacts p on p.id = h.contact_id cross join teams t left join letters l on l.id = h.letter_id
        where h.id = any(${sql.param(singleMailIds)}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** When it would leave if it were signed at this moment. Null where the team's hours never open. */
export function leaveFrom(facts: LeaveFacts, now: Date): (LeavesAt & { kind: LeaveKind }) | null {
  const leave = { kind: facts.kind ?? "now", day: facts.day, time: facts.time, zone: facts.zone ?? "sender" } as const;
  const zones = { reader: zoneOfPerson(facts), sender: facts.sender };
  const at = leaveAt(leave, zones, { start: facts.start, end: facts.end, days: facts.days }, toTemporal(now));
  return at && { ...at, kind: leave.kind };
}
