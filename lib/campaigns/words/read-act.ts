import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { zoneOfReader } from "../../auth/zone-of-reader";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatClock, formatDay } from "../../schedule/words/format-time";

/** Who did something and when, to be told to somebody of the team. */
export type Act = { by: string | null; at: Date | null };

/**
 * An act in words, in the reader's zone: `who` is "You", the member's name, or "Somebody" where nobody of the team did it; `when` is
 * "at 12:40" today, else "on Tue 24 Nov at 9:00", and empty where it is not known.
 */
export async function readAct(
  tx: TeamTransaction,
  { by, at }: Act,
  reader: { memberId: string | null; now: Date },
): Promise<{ who: string; when: string }> {
  const [row] = await readRows<{ name: string | null; zone: string }>(
    tx,
    sql`select (select m.name from members m where m.id = ${by}::uuid) as name, ${zoneOfReader(sql`t`)} as zone from teams t`,
  );
  const who = by !== null && by === reader.memberId ? "You" : (row?.name ?? "Somebody");
  if (!at) return { who, when: "" };
  const zone = { now: toTemporal(reader.now), timeZone: row?.zone ?? "UTC" };
  const [day, clock] = [formatDay(toTemporal(at), zone), formatClock(toTemporal(at), zone.timeZone)];
  return { who, when: day === "today" ? ` at ${clock}` : ` on ${day} at ${clock}` };
}
