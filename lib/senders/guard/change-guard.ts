import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { teams } from "@/db/schema/teams";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { type Allowed, mostAllowed } from "./judge-guard";

const leastAllowed: Allowed = { dead: 0.5, optOuts: 0.2 };

/**
 * Changes the shares of dead addresses and opt-outs above which a mailbox is paused, in percent. What is paused stays so until somebody lets it go on; what
 * is above a stricter share by now is paused by the next sweep.
 * @throws AppError "invalid" for what is laxer than the product, or so strict that one bounce would pause a mailbox at any time.
 */
export async function changeGuard(scope: Scope, change: Partial<Allowed>, now: Date): Promise<void> {
  const problems: Record<string, string> = {};
  for (const kind of ["dead", "optOuts"] as const) {
    const value = change[kind];
    if (value === undefined) continue;
    if (value > mostAllowed[kind]) problems[kind] = `A team may be stricter than ${mostAllowed[kind]} %, never laxer.`;
    if (!isTenth(value)) problems[kind] = "One digit after the point.";
    if (!(value >= leastAllowed[kind])) problems[kind] = `Not below ${leastAllowed[kind]} %: one person would pause a mailbox.`;
  }
  if (Object.keys(problems).length > 0) throw new AppError("invalid", undefined, problems);
  const { dead, optOuts } = change;
  if (dead === undefined && optOuts === undefined) throw new AppError("invalid");
  await withTeam(scope, async (tx) => {
    const changed = await tx
      .update(teams)
      .set({
        ...(dead === undefined ? {} : { guardDeadPercent: dead }),
        ...(optOuts === undefined ? {} : { guardOptOutPercent: optOuts }),
      })
      .where(eq(teams.id, scope.teamId))
      .returning({ id: teams.id });
    if (changed.length === 0) throw new AppError("not_found");
    const detail = {
      ...(dead === undefined ? {} : { guardDeadPercent: String(dead) }),
      ...(optOuts === undefined ? {} : { guardOptOutPercent: String(optOuts) }),
    };
    await recordActivity(tx, scope, { verb: "changed the team", detail, at: now });
  });
}

const isTenth = (value: number) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;
