import { sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { fillDueTimes } from "../../campaigns/fill-due-times";
import { finishCampaign } from "../../campaigns/finish-campaign";
import { freeSlots } from "../../slots/free-slots";
import { allocate } from "./allocate";
import { explainCampaign } from "./explain-campaign";
import { isSending, lockQueues, type Queue } from "./lock-queue";

/** A slot this long past was missed: its run is lost, or was held up. */
const missedAfterSeconds = 90;

export type Fed = { given: number; finished: boolean };

/**
 * Looks over one campaign and puts it right, as often as it is called: missed slots are taken back and their contacts given a
 * new run, signed mails get slots, every waiting contact its reason, and a campaign nobody waits in is finished.
 */
export async function feedCampaign(scope: Scope, campaignId: string, now: Date): Promise<Fed> {
  return withTeam(scope, async (tx) => {
    const queues = await lockQueues(tx, campaignId, now);
    const status = queues[0]?.status;
    if (!status || status === "draft" || status === "completed") return { given: 0, finished: false };
    await fillDueTimes(tx, campaignId);
    let given = 0;
    for (const queue of queues) {
      const sending = isSending(queue);
      if (sending) await freeMissed(tx, queue, now);
      const allocation = sending ? await allocate(tx, scope.teamId, queue, now) : null;
      await explainCampaign(tx, queue, allocation, now);
      given += allocation?.given ?? 0;
    }
    const finished = status === "active" && (await finishCampaign(tx, campaignId, now));
    return { given, finished };
  });
}

async function freeMissed(tx: TeamTransaction, { campaignId, senderAccountId }: Queue, now: Date) {
  const late = new Date(now.getTime() - missedAfterSeconds * 1000).toISOString();
  const missed = sql`e.campaign_id = ${campaignId} and e.sender_account_id = ${senderAccountId} and e.scheduled_for < ${late}::timestamptz`;
  await freeSlots(tx, missed, "Missed");
}
