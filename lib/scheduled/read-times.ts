import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { AppError } from "../errors/app-error";
import { toDate, toTemporal } from "../schedule/clock/to-temporal";
import { leaveAt, type TeamHours } from "../schedule/leave-at";
import { formatClock, formatDay, formatTime } from "../schedule/words/format-time";
import { nameCity } from "../schedule/words/name-city";
import { zoneOfPerson } from "../schedule/zones/zone-of-person";
import { earliestBy, type Rule, readRule, sayRule } from "./acts/read-rule";

/** What the page asks before a mail gets another time: the times that offer themselves, and what a chosen one means. */
export type Times = {
  /** "Next good time", "today 14:00, in Denver 12:00"; `at` is an ISO text. */
  offers: { name: string; words: string; at: string }[];
  /** What the fields begin with: the day as "2026-11-24" and the time as "9:30". */
  begin: { day: string; time: string };
  /** Of the day and time that were asked about: "Tue 9:30", with the date beyond a week, the sentence with both towns, and a warning or what refuses it. */
  chosen: { at: string; name: string; words: string; early: string | null; refused: string | null } | null;
};
export type Asked = { day: string; time: string };

type Facts = {
  name: string;
  at: string;
  campaignContactId: string | null;
  timeZone: string | null;
  fields: Record<string, string>;
} & TeamHours;

/** The times a mail could leave at instead. @param asked a day and a time on the clock of who asks. @throws AppError "not_found", "conflict" where it has no time any more. */
export async function readTimes(member: Member, draftId: string, asked: Asked | null, now: Date): Promise<Times> {
  return withTeam(member, async (tx) => {
    const facts = await readFacts(tx, draftId);
    const here = member.timezone;
    const there = zoneOfPerson(facts);
    const rule = facts.campaignContactId ? await readRule(tx, facts.campaignContactId, now) : null;
    const reader = { now: toTemporal(now), timeZone: here };
    const both = (at: Temporal.Instant) =>
      there && differs(at, here, there)
        ? `${formatTime(at, reader)}, in ${nameCity(there)} ${formatClock(at, there)}`
        : formatTime(at, reader);
    const goods = goodTimes(facts, { reader: there, sender: member.teamTimezone }, rule, now);
    const offers = goods.map(({ name, at }) => ({ name, words: both(at), at: toDate(at).toISOString() }));
    const begin = toTemporal(instantOf(facts.at)).toZonedDateTimeISO(here);
    return {
      offers,
      begin: { day: begin.toPlainDate().toString(), time: formatClock(begin.toInstant(), here) },
      chosen: asked && judge(asked, facts, { here, there, rule, now }),
    };
  });
}

const differs = (at: Temporal.Instant, here: string, there: string) =>
  at.toZonedDateTimeISO(here).offsetNanoseconds !== at.toZonedDateTimeISO(there).offsetNanoseconds;

async function readFacts(tx: TeamTransaction, draftId: string): Promise<Facts> {
  const [row] = await readRows<Omit<Facts, "at"> & { at: string | null }>(
    tx,
    sql`select coalesce(p.name, p.email) as name, coalesce(e.scheduled_for, h.leave_at) as at, d.campaign_contact_id as "campaignContactId",
          p.time_zone as "timeZone", p.fields, t.hours_start::text as start, t.hours_end::text as end, t.hours_days as days
        from email_drafts d join contacts p on p.id = d.contact_id cross join teams t
          left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending' left join single_mails h on h.draft_id = d.id and h.ended_reason is null
        where d.id = ${draftId}`,
  );
  if (!row) throw new AppError("not_found");
  if (!row.at) throw new AppError("conflict", "This mail has no time any more.");
  return { ...row, at: row.at };
}

/** The next good time, and tomorrow's first; of a campaign when its rule allows them. */
function goodTimes(hours: TeamHours, zones: { reader: string | null; sender: string }, rule: Rule | null, now: Date) {
  const from = (instant: Temporal.Instant) => {
    if (!rule) return leaveAt({ kind: "good", day: null, time: null, zone: "reader" }, zones, hours, instant)?.at ?? null;
    const earliest = earliestBy(rule, toDate(instant));
    return earliest && toTemporal(earliest);
  };
  const soon = from(toTemporal(now).add({ seconds: 60 }));
  const town = zones.reader ?? zones.sender;
  const midnight = toTemporal(now).toZonedDateTimeISO(town).toPlainDate().add({ days: 1 }).toZonedDateTime(town).toInstant();
  const tomorrow = from(midnight);
  const isTomorrow = tomorrow && toLocalDay(tomorrow, town).equals(toLocalDay(midnight, town));
  const first = { name: rule ? "As soon as its rule allows" : "Next good time", at: soon };
  const second = { name: isTomorrow ? "Tomorrow morning" : "The next morning", at: tomorrow };
  const isSame = soon && tomorrow && Temporal.Instant.compare(soon, tomorrow) === 0;
  return (isSame ? [first] : [first, second]).flatMap(({ name, at }) => (at ? [{ name, at: toMinute(at) }] : []));
}

const toLocalDay = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone).toPlainDate();
/** Up to the next whole minute, as people name times. */
const toMinute = (at: Temporal.Instant) => at.round({ smallestUnit: "minute", roundingMode: "ceil" });

type Where = { here: string; there: string | null; rule: Rule | null; now: Date };

function judge({ day, time }: Asked, { name }: Facts, { here, there, rule, now }: Where): Times["chosen"] {
  const at = Temporal.PlainDateTime.from(`${day}T${time.padStart(5, "0")}`)
    .toZonedDateTime(here)
    .toInstant();
  const reader = { now: toTemporal(now), timeZone: here };
  const town = there ?? here;
  const local = at.toZonedDateTimeISO(town);
  const clocks = there && differs(at, here, there) ? `, ${formatClock(at, there)} in ${nameCity(there)}` : "";
  const weekend = local.dayOfWeek > 5 ? "A weekend there." : null;
  const passed = Temporal.Instant.compare(at, reader.now) < 0 ? "This time has passed." : null;
  return {
    at: toDate(at).toISOString(),
    name: nameChosen(at, reader),
    words: `${formatClock(at, here)} in ${nameCity(here)}${clocks}.`,
    early: weekend ?? (local.hour < 9 ? (there ? "Before 9:00 there." : "Before 9:00.") : null),
    refused: passed ?? (rule && sayRule(rule, name, toDate(at), { timeZone: here, now })),
  };
}

/** "14:00" today, "Tue 9:30" within a week, "Fri 8 Jan 2027 9:30" beyond it. */
function nameChosen(at: Temporal.Instant, reader: { now: Temporal.Instant; timeZone: string }): string {
  const [day, clock] = [formatDay(at, reader), formatClock(at, reader.timeZone)];
  if (day === "today") return clock;
  const away = toLocalDay(reader.now, reader.timeZone).until(toLocalDay(at, reader.timeZone), { largestUnit: "day" }).days;
  return `${away > 0 && away < 7 ? day.slice(0, 3) : day} ${clock}`;
}
