import type { TeamTransaction } from "@/db/access/with-team";
import { askFeed } from "../events/ask-feed";
import { emit } from "../events/emit";

type Changed = { id: string; campaignId: string; campaignContactId: string; runId: string | null };

/** Tells the runs that hold the contacts of many drafts, and has their campaigns looked over. A contact without a run gets one with its slot. */
export async function wakeRuns(tx: TeamTransaction, teamId: string, drafts: Changed[], now: Date): Promise<void> {
  await emit(
    tx,
    "campaign/contact.changed",
    drafts
      .filter(({ runId }) => runId !== null)
      .map(({ id, campaignContactId }) => ({ eventId: `changed:${id}:${now.getTime()}`, data: { teamId, campaignContactId } })),
  );
  await askFeed(tx, teamId, [...new Set(drafts.map(({ campaignId }) => campaignId))]);
}
