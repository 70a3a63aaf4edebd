import { sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { fillDueTimes } from "../../campaigns/fill-due-times";
import { finishCampaign } from "../../campaigns/finish-campaign";
import { freeSlots } from "../../slots/free-slots";
import { allocate } from "./allocate";
import { explainCampaign } from "./explain-campaign";
import { isSending, lockQueue } from "./lock-queue";

/** A slot this long past was missed: its run is lost, or was held up. */
const missedAfterSeconds = 90;

export type Fed = { given: number; finished: boolean };

/**
 * Looks over one campaign and puts it right, as often as it is called: missed slots are taken back and their contacts given a
 * new run, signed mails get slots, every waiting contact its reason, and a campaign nobody waits in is finished.
 */
export async function feedCampaign(scope: Scope, campaignId: string, now: Date): Promise<Fed> {
  return withTeam(scope, async (tx) => {
    const queue = await lockQueue(tx, campaignId, now);
    if (!queue || queue.status === "draft" || queue.status === "completed") return { given: 0, finished: false };
    await fillDueTimes(tx, campaignId);
    const sending = isSending(queue);
    if (sending) await freeMissed(tx, campaignId, now);
    const allocation = sending ? await allocate(tx, scope.teamId, queue, now) : null;
    await explainCampaign(tx, queue, allocation, now);
    const finished = queue.status === "active" && (await finishCampaign(tx, campaignId, now));
    return { given: allocation?.given ?? 0, finished };
  });
}

async function freeMissed(tx: TeamTransaction, campaignId: string, now: Date) {
  const late = new Date(now.getTime() - missedAfterSeconds * 1000).toISOString();
  await freeSlots(tx, sql`e.campaign_id = ${campaignId} and e.scheduled_for < ${late}::timestamptz`, "Missed");
}
