import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatClock, type Reader } from "../../schedule/words/format-time";
import type { ScheduledDay, ScheduledFilter, ScheduledRow } from "../scheduled";
import { type RawRow, rowColumns, rowJoins } from "./row-parts";
import { comingSlots, heldBy } from "./slots";
import { toRow } from "./to-row";

/** How many mails a day has, and how many of them are by hand or held. */
export type DayCount = { day: string; count: number; hand: number; held: number };

/** So many rows of a day are shown at first, so many of one that is open, and so many days at once. */
const few = 6;
const many = 100;
const daysAtOnce = 10;
/** Days are told apart as far ahead; what leaves later stands on the last of them. */
const mostDays = 1500;

/** What leaves on each day of the reader's; what is late belongs to today. */
export async function countDays(tx: TeamTransaction, filter: ScheduledFilter, reader: Reader): Promise<DayCount[]> {
  const today = reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate();
  const [last] = await readRows<{ at: string | null }>(
    tx,
    sql`select max(e.scheduled_for) as at from scheduled_emails e where e.status = 'pending'`,
  );
  const until = last?.at ? toTemporal(instantOf(last.at)).toZonedDateTimeISO(reader.timeZone).toPlainDate() : today;
  const ahead = Math.min(mostDays, Math.max(0, today.until(until).days));
  const days = Array.from({ length: ahead + 1 }, (_, index) => today.add({ days: index }));
  const starts = days.slice(1).map((day) => day.toZonedDateTime(reader.timeZone).toInstant().toString());
  const counts = await readRows<Omit<DayCount, "day"> & { place: number }>(
    tx,
    sql`select width_bucket(e.scheduled_for, ${sql.param(starts)}::text[]::timestamptz[]) as place, count(*)::int as count,
          (count(*) filter (where e.campaign_id is null))::int as hand, (count(*) filter (where ${heldBy} is not null))::int as held
        ${comingSlots(filter)} group by 1 order by 1`,
  );
  return counts.map(({ place, ...count }) => ({ day: (days[place] ?? today).toString(), ...count }));
}

/** The first rows of some days, and more of the one that is open. */
export async function readDays(
  tx: TeamTransaction,
  filter: ScheduledFilter,
  counts: DayCount[],
  reader: Reader,
): Promise<ScheduledDay[]> {
  const first = filter.from ? counts.findIndex(({ day }) => day >= (filter.from ?? "")) : 0;
  const shown = first < 0 ? [] : counts.slice(first, first + daysAtOnce);
  if (shown.length === 0) return [];
  const zone = reader.timeZone;
  const today = reader.now.toZonedDateTimeISO(zone).toPlainDate();
  const start = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();
  const wanted = shown.map(({ day }) => ({
    day,
    starts: day === today.toString() ? "-infinity" : start(day),
    ends: start(Temporal.PlainDate.from(day).add({ days: 1 }).toString()),
    most: (day === filter.day ? many : few) + 1,
  }));
  const after = readCursor(filter.after);
  const behind = after
    ? sql`and (y.day <> ${filter.day} or (e.scheduled_for, e.id) > (${after.at}::timestamptz, ${after.id}::uuid))`
    : sql``;
  const rows = await readRows<RawRow & { day: string }>(
    tx,
    sql`select y.day, e.slot as "slotId", e.scheduled_for as at, ${rowColumns}, e.moved_from as "movedFrom", v.name as mover,
          null as "cancelledAt", null as canceller, null as "cancelReason"
        from unnest(${sql.param(wanted.map((one) => one.day))}::text[], ${sql.param(wanted.map((one) => one.starts))}::text[]::timestamptz[],
            ${sql.param(wanted.map((one) => one.ends))}::text[]::timestamptz[], ${sql.param(wanted.map((one) => one.most))}::int[]) as y(day, starts, ends, most)
          cross join lateral (select e.id as slot, e.draft_id, e.scheduled_for, e.campaign_id, e.campaign_contact_id, e.contact_id, e.sender_account_id, e.moved_from, e.moved_by
            ${comingSlots(filter)} and e.scheduled_for >= y.starts and e.scheduled_for < y.ends ${behind} order by e.scheduled_for, e.id limit y.most) e
          join sender_accounts m on m.id = e.sender_account_id join contacts p on p.id = e.contact_id
          left join campaign_contacts c on c.id = e.campaign_contact_id left join single_mails h on h.draft_id = e.draft_id
          ${rowJoins} left join members v on v.id = e.moved_by order by e.scheduled_for, e.slot`,
  );
  return shown.map(({ day, count }) => {
    const isOpen = day === filter.day;
    const of = rows.filter((row) => row.day === day);
    const kept = of.slice(0, isOpen ? many : few);
    const last = kept.at(-1);
    return {
      key: day,
      name: nameDay(Temporal.PlainDate.from(day), today),
      count,
      rows: kept.map((row) => underDay(toRow(row, reader), day, zone)),
      more: isOpen ? 0 : count - kept.length,
      next: isOpen && of.length > kept.length && last ? `${new Date(last.at).toISOString()}~${last.slotId}` : null,
      isOpen,
    };
  });
}

/** Under its day a row says the clock alone; one that is late stands under today and says its day. */
function underDay(row: ScheduledRow, day: string, zone: string): ScheduledRow {
  const at = Temporal.Instant.from(row.at);
  const isOfDay = at.toZonedDateTimeISO(zone).toPlainDate().toString() === day;
  return isOfDay ? { ...row, here: formatClock(at, zone) } : row;
}

/** Where the page before ended, as its address says it; null where that is no such place. */
export function readCursor(text: string | null): { at: string; id: string } | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f-]{36})$/.exec(text ?? "") ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}

/** "Today", "Tomorrow", "Tue 24 November". */
function nameDay(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  if (day.equals(today)) return "Today";
  const date = new Date(`${day.toString()}T12:00:00Z`);
  const [weekday, month] = (["short", "long"] as const).map((length, at) =>
    new Intl.DateTimeFormat("en", { timeZone: "UTC", ...(at === 0 ? { weekday: length } : { month: length }) }).format(date),
  );
  const year = today.until(day).days > 182 ? ` ${day.year}` : "";
  return `${weekday} ${day.day} ${month}${year}`;
}
