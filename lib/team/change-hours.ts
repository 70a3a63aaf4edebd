import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { teams } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { checkRules } from "../schedule/check-rules";
import { WEEKDAYS } from "../schedule/clock/read-rules";
import type { TeamHours } from "../schedule/leave-at";
import { readHours } from "./read-hand-rules";

/**
 * Changes the hours in which mail by hand may be read at once, in its reader's town. What is signed keeps the time it has; what is signed from now on at
 * the next good time leaves in these.
 * @throws AppError "invalid" with a sentence at what is wrong, such as no day or a window without length.
 */
export async function changeHours(scope: Scope, change: Partial<TeamHours>, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const hours = { ...(await readHours(tx)), ...change };
    const rules = { windowStart: hours.start, windowEnd: hours.end, days: hours.days, timeZone: "UTC" };
    const problems = checkRules({ ...rules, dailyLimit: 1, spacingSeconds: 0 });
    if (problems.length > 0)
      throw new AppError(
        "invalid",
        undefined,
        Object.fromEntries(problems.map(({ field, sentence }) => [names[field] ?? field, sentence])),
      );
    // Postgres writes 24:00 as it stands; a day twice is one day.
    const hoursDays = WEEKDAYS.filter((day) => hours.days.includes(day));
    const changed = await tx
      .update(teams)
      .set({ hoursStart: hours.start, hoursEnd: hours.end, hoursDays })
      .where(eq(teams.id, scope.teamId))
      .returning({ id: teams.id });
    if (changed.length === 0) throw new AppError("not_found");
    const detail = { hoursStart: hours.start, hoursEnd: hours.end, hoursDays: hoursDays.join(" ") };
    await recordActivity(tx, scope, { verb: "changed the team", at: now, detail });
  });
}

/** What the fields of these rules are called here. */
const names: Partial<Record<string, keyof TeamHours>> = { windowStart: "start", windowEnd: "end" };
