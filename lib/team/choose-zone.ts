import { type Scope, withTeam } from "@/db/access/with-team";
import { memberSettings } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { isTimeZone } from "../schedule/is-time-zone";

/**
 * Chooses the zone in which times are said to a person; null for the team's. What the team counts and when mail leaves stays in the team's zone and the campaign's.
 * @throws AppError "invalid" for what is no time zone.
 */
export async function chooseZone(scope: Scope, timezone: string | null, now: Date): Promise<void> {
  if (timezone !== null && !isTimeZone(timezone))
    throw new AppError("invalid", undefined, { timezone: "This is not a time zone. Pick a city from the list." });
  const { memberId } = scope;
  if (!memberId) throw new AppError("forbidden");
  await withTeam(scope, (tx) =>
    tx
      .insert(memberSettings)
      .values({ memberId, timezone, updatedAt: now })
      .onConflictDoUpdate({ target: [memberSettings.teamId, memberSettings.memberId], set: { timezone, updatedAt: now } }),
  );
}
