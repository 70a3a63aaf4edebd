import { and, eq, isNull, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { mailboxGuards } from "@/db/schema/limits";
import { members, teams } from "@/db/schema/teams";
import { zoneOfReader } from "../../auth/zone-of-reader";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatClock, formatDay } from "../../schedule/words/format-time";
import { wakeMailbox } from "../../slots/wake-mailbox";

/**
 * Lets a mailbox go on that its guard rail paused. Counting starts anew; what waits is given new slots, spread from now on.
 * @throws AppError "not_found"; "conflict" with who was faster.
 */
export async function letGoOn(scope: Scope, guardId: string, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [ended] = await tx
      .update(mailboxGuards)
      .set({ endedAt: now, endedBy: scope.memberId })
      .where(and(eq(mailboxGuards.id, guardId), isNull(mailboxGuards.endedAt)))
      .returning();
    if (!ended) throw await sayGoesOn(tx, scope, guardId, now);
    const { senderAccountId, kind } = ended;
    await recordActivity(tx, scope, { verb: "let a guarded mailbox go on", detail: { senderAccountId, kind }, at: now });
    await wakeMailbox(tx, scope.teamId, senderAccountId);
  });
}

async function sayGoesOn(tx: TeamTransaction, { teamId, memberId }: Scope, guardId: string, now: Date): Promise<AppError> {
  const [was] = await tx
    .select({ at: mailboxGuards.endedAt, by: mailboxGuards.endedBy, name: members.name, zone: zoneOfReader(sql`${teams}`) })
    .from(mailboxGuards)
    .innerJoin(teams, eq(teams.id, teamId))
    .leftJoin(members, eq(members.id, mailboxGuards.endedBy))
    .where(eq(mailboxGuards.id, guardId));
  if (!was?.at) return new AppError("not_found");
  const who = was.by === memberId ? "You" : (was.name ?? "Somebody");
  const at = toTemporal(was.at);
  const day = formatDay(at, { now: toTemporal(now), timeZone: was.zone });
  const when = `${day === "today" ? "" : `on ${day} `}at ${formatClock(at, was.zone)}`;
  return new AppError("conflict", `${who} let it go on already ${when}.`);
}
