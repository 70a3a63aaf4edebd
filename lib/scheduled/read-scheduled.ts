import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { countWaiting } from "../drafts/review/count-waiting";
import { toTemporal } from "../schedule/clock/to-temporal";
import { nameCity } from "../schedule/words/name-city";
import { readCancelled } from "./read/read-cancelled";
import { countDays, readDays } from "./read/read-days";
import { readWaiting } from "./read/read-waiting";
import { sayVerdict } from "./read/say-verdict";
import type { ScheduledFilter, ScheduledView } from "./scheduled";

/** Everything that has its time, by hand or by a campaign, day by day, as the page shows it. */
export async function readScheduled(member: Member, filter: ScheduledFilter, now: Date): Promise<ScheduledView> {
  const reader = { now: toTemporal(now), timeZone: member.timezone };
  const today = reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate().toString();
  return withTeam(member, async (tx) => {
    const counts = await countDays(tx, filter, reader);
    const days = filter.show === "coming" ? await readDays(tx, filter, counts, reader) : [];
    const waiting = filter.show === "coming" ? await readWaiting(tx, filter, reader) : [];
    const cancelled = await readCancelled(tx, filter, reader);
    const [about] = await readRows<{ stopped: boolean; mailboxes: ScheduledView["mailboxes"] }>(
      tx,
      sql`select exists (select 1 from team_stops s where s.lifted_at is null) as stopped,
          coalesce((select json_agg(json_build_object('id', m.id, 'email', m.email) order by m.email) from sender_accounts m where m.status <> 'removed'), '[]') as mailboxes`,
    );
    const sum = (of: "count" | "held") => counts.reduce((all, day) => all + day[of], 0);
    const total = sum("count") + waiting.length;
    const shown = counts.findIndex(({ day }) => day === days.at(-1)?.key);
    const rest = shown < 0 ? [] : counts.slice(shown + 1);
    const next = days.flatMap(({ rows }) => rows).find((row) => !row.held && new Date(row.at) >= now) ?? null;
    const facts = {
      total,
      held: sum("held") + waiting.length,
      stopped: about?.stopped ?? false,
      next: filter.from || filter.after ? null : next,
    };
    return {
      ...sayVerdict({ ...facts, today: counts.find(({ day }) => day === today) ?? { count: 0, hand: 0 } }, reader),
      city: nameCity(reader.timeZone),
      stopped: facts.stopped,
      total,
      waiting,
      days,
      later: rest[0] ? { from: rest[0].day, count: rest.reduce((all, { count }) => all + count, 0) } : null,
      cancelled,
      mailboxes: about?.mailboxes ?? [],
      toSign: total === 0 ? (await countWaiting(tx, null)).waiting : 0,
    };
  });
}
