import { type Scope, withTeam } from "@/db/access/with-team";
import { launchViews } from "@/db/schema/shown";
import { checkInside, type LaunchCheck } from "./check-launch";

/** `viewId`: what was shown, for launching exactly that. */
export type LaunchView = LaunchCheck & { viewId: string };

/**
 * Checks a campaign for somebody who may launch it, and keeps what they are shown: its texts and rules, and everybody who would be
 * enrolled, as they were counted. @throws AppError "not_found", "conflict" when it was launched already.
 */
export function showLaunch(scope: Scope & { memberId: string }, campaignId: string, now: Date): Promise<LaunchView> {
  return withTeam(scope, async (tx) => {
    const { shown, contactIds, ...check } = await checkInside(tx, campaignId, now, "with their ids");
    const [view] = await tx
      .insert(launchViews)
      .values({ campaignId, memberId: scope.memberId, seenAt: now, shown, contactIds })
      .returning({ id: launchViews.id });
    if (!view) throw new Error("What was shown was not kept.");
    return { ...check, viewId: view.id };
  });
}
