import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { WEEKDAYS } from "../schedule/clock/read-rules";
import type { TeamHours } from "../schedule/leave-at";
import type { Weekday } from "../schedule/types";

/** What holds for mail by hand: the team's hours, and whether a first mail carries unsubscribe line and postal address. */
export type HandRules = { hours: TeamHours; footer: boolean };

export function readHandRules(scope: Scope): Promise<HandRules> {
  return withTeam(scope, async (tx) => {
    const [row] = await readRows<{ footer: boolean }>(tx, sql`select hand_footer as footer from teams`);
    return { hours: await readHours(tx), footer: row?.footer ?? true };
  });
}

/** The team's hours, times as "9:00:00" and days Monday first. */
export async function readHours(tx: TeamTransaction): Promise<TeamHours> {
  const [row] = await readRows<{ start: string; end: string; days: Weekday[] }>(
    tx,
    sql`select hours_start::text as start, hours_end::text as end, hours_days as days from teams`,
  );
  return { start: row?.start ?? "", end: row?.end ?? "", days: WEEKDAYS.filter((day) => row?.days.includes(day)) };
}
