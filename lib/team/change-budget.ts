import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { teams } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { askFeed } from "../events/ask-feed";
import { askSingles } from "../events/ask-singles";
import { recordActivity } from "../events/record-activity";

/** `licences` null: not told, and the mailboxes known here are counted. */
export type BudgetChange = Partial<{ licences: number | null; budgetReservePercent: number }>;

/**
 * Tells how many licences of Exchange Online the organisation has, and how much of its budget is left to people's own mail. Running campaigns and mails
 * by hand are looked over: there may be more room than before, or less.
 * @throws AppError "invalid" for numbers that cannot be.
 */
export async function changeBudget(scope: Scope, change: BudgetChange, now: Date): Promise<void> {
  const { licences, budgetReservePercent: percent } = change;
  if (licences != null && !isWithin(licences, 1, 1_000_000))
    throw new AppError("invalid", undefined, {
      licences: "A whole number from 1 to 1,000,000. Leave it empty if you do not know.",
    });
  if (percent !== undefined && !isWithin(percent, 0, 90))
    throw new AppError("invalid", undefined, { budgetReservePercent: "A whole number from 0 to 90." });
  await withTeam(scope, async (tx) => {
    const changed = await tx.update(teams).set(change).where(eq(teams.id, scope.teamId)).returning({ id: teams.id });
    if (changed.length === 0) throw new AppError("not_found");
    const told = Object.entries(change).map(([name, value]) => [name, value === null ? null : String(value)]);
    await recordActivity(tx, scope, { verb: "changed the team", at: now, detail: Object.fromEntries(told) });
    const active = await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.status, "active"));
    await askFeed(
      tx,
      scope.teamId,
      active.map(({ id }) => id),
    );
    await askSingles(tx, scope.teamId);
  });
}

const isWithin = (number: number, least: number, most: number) => Number.isInteger(number) && number >= least && number <= most;
