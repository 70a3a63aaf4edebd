import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { isUnproven } from "../../domains/is-unproven";
import { readBudget } from "../../limits/read-budget";
import { readUse } from "../../limits/read-use";
import { shareReading } from "../../live/share-reading";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { forecast } from "../../schedule/forecast";
import { nextOpening } from "../../schedule/next-opening";
import type { AnswerRules } from "../../schedule/types";
import { isGuarded } from "../../senders/guard/is-guarded";
import { answersOf, type Shown } from "../../shown/read-shown";
import { countEmptyFields, type EmptyField } from "./count-empty-fields";
import { readLaunch } from "./read-launch";

export type LaunchCheck = Omit<Awaited<ReturnType<typeof readLaunch>>, "steps" | "rules" | "shown" | "contactIds"> & {
  steps: number;
  /** At most: an answer stops a person. */
  mails: number;
  emptyFields: EmptyField[];
  timezone: string;
  /** So many mails to others the whole team may send in any 24 hours. */
  teamADay: number;
  /** What would hold its mails were it launched now; none of it keeps it from being launched. */
  holds: { stopped: { by: string | null; at: Date } | null; guarded: boolean; unproven: boolean; budgetUsed: boolean };
  /** Nothing leaves before. */
  opensAt: Date | null;
  /** When about the last mail leaves, if everybody is mailed and nobody answers. */
  lastAbout: Date | null;
  modelSteps: number;
  /** What becomes of people who answer. */
  answers: AnswerRules;
};

/**
 * What would go wrong and what would happen, if this campaign were launched now.
 * @throws AppError "not_found", "conflict" when it was launched already.
 */
export function checkLaunch(scope: Scope, campaignId: string, now: Date): Promise<LaunchCheck> {
  return withTeam(scope, async (tx) => {
    const { contactIds: _, shown: __, ...check } = await checkInside(tx, campaignId, now);
    return check;
  });
}

/** The same, read once for all who ask. */
export const shareCheck = (scope: Scope, campaignId: string, now: Date): Promise<LaunchCheck> =>
  shareReading(scope.teamId, `check ${campaignId}`, () => checkLaunch(scope, campaignId, now));

/** The same inside an open transaction, with what decides what leaves, and those who would be enrolled where they are asked for. */
export async function checkInside(
  tx: TeamTransaction,
  campaignId: string,
  now: Date,
  people?: "with their ids",
): Promise<LaunchCheck & { shown: Shown; contactIds: string[] }> {
  const { steps, rules, ...launch } = await readLaunch(tx, campaignId, now, people);
  const at = toTemporal(now);
  const { budget } = await readBudget(tx, null, now);
  const planned = forecast(rules, {
    now: at,
    contacts: launch.people,
    steps: steps.map((step) => ({ delay: { days: step.delayDays, hours: step.delayHours, minutes: step.delayMinutes } })),
  });
  const opens = nextOpening(rules, at);
  return {
    ...launch,
    steps: steps.length,
    mails: planned.mails,
    emptyFields: launch.people > 0 ? await countEmptyFields(tx, campaignId, steps) : [],
    timezone: rules.timeZone,
    teamADay: budget.ours,
    holds: {
      stopped: await readStopped(tx),
      ...(await readHolds(tx, launch.shown.mailbox?.id ?? null, now)),
      budgetUsed: (await readUse(tx, "outside", null, now)) >= budget.ours,
    },
    opensAt: opens ? toDate(opens) : null,
    lastAbout: toDate(planned.last),
    answers: answersOf(launch.shown),
    modelSteps: steps.filter((step) => step.writtenBy === "model").length,
  };
}

/** Who stopped all sending of the team, and when. */
async function readStopped(tx: TeamTransaction) {
  const [stop] = await readRows<{ by: string | null; at: string }>(
    tx,
    sql`select m.name as by, s.stopped_at as at from team_stops s left join members m on m.id = s.stopped_by where s.lifted_at is null`,
  );
  return stop ? { by: stop.by, at: instantOf(stop.at) } : null;
}

/** What holds a mailbox that is connected: its guard rail, and first mails of a domain that fails to prove itself. */
async function readHolds(tx: TeamTransaction, mailboxId: string | null, now: Date) {
  const [held] = await readRows<{ guarded: boolean; unproven: boolean }>(
    tx,
    sql`select ${isGuarded} as guarded, ${isUnproven(now)} as unproven from sender_accounts m where m.id = ${mailboxId}`,
  );
  return held ?? { guarded: false, unproven: false };
}
