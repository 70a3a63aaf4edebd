import { type Scope, withTeam } from "@/db/access/with-team";
import { endLeftOver } from "../../campaigns/end-left-over";
import { fillDueTimes } from "../../campaigns/fill-due-times";
import { finishCampaign } from "../../campaigns/finish-campaign";
import { holdBackMore } from "../../campaigns/hold-back";
import { allocate } from "./allocate";
import { explainQueues, type Looked } from "./explain-queues";
import { isHeldBack, isSending, lockQueues } from "./lock-queue";
import { lookAfterRuns } from "./runs/look-after-runs";

export type Fed = { given: number; finished: boolean };

/**
 * Looks over one campaign and puts it right, as often as it is called: signed mails get slots, those whose
 * slot comes soon a run, every waiting contact its reason, and a campaign nobody waits in is finished. What a click on pause, stop
 * or end left behind, because they are many, is done here. The campaign is locked only while slots are given: whoever pauses or stops never
 * waits for explanations.
 * @param explain "all": everybody is told anew why they wait, and not only those of whom something changed.
 */
export async function feedCampaign(
  scope: Scope,
  campaignId: string,
  now: Date,
  explain: "all" | "changed" = "changed",
): Promise<Fed> {
  const { looked, ...fed } = await withTeam(scope, async (tx) => {
    const queues = await lockQueues(tx, campaignId, now);
    const status = queues[0]?.status;
    if (status === "completed") await endLeftOver(tx, scope.teamId, campaignId, now);
    if (!status || status === "draft" || status === "completed") return { given: 0, finished: false, looked: [] };
    await fillDueTimes(tx, campaignId);
    const looked: Looked[] = [];
    for (const queue of queues) {
      const sending = isSending(queue);
      looked.push({ queue, allocation: sending ? await allocate(tx, scope.teamId, queue, now) : null });
      if (sending) await lookAfterRuns(tx, scope.teamId, queue, now);
    }
    const [queue] = queues;
    if (queue && isHeldBack(queue)) await holdBackMore(tx, scope.teamId, campaignId, queue.stopped ? "Stopped" : "Paused");
    const given = looked.reduce((sum, { allocation }) => sum + (allocation?.given ?? 0), 0);
    return { given, finished: status === "active" && (await finishCampaign(tx, campaignId, now)), looked };
  });
  if (!fed.finished) await explainQueues(scope, campaignId, looked, explain, now);
  return fed;
}
