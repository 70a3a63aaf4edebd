import type { TeamTransaction } from "@/db/access/with-team";
import { askFeed } from "../events/ask-feed";
import { askSingles } from "../events/ask-singles";
import { emit } from "../events/emit";

/** A draft with its campaign and the contact in it; null of a mail without one. `runId`: the run that holds the contact. */
type Changed = { id: string; campaignId: string | null; campaignContactId: string | null; runId: string | null };

/**
 * Tells the runs that hold the contacts of many drafts, and has their campaigns looked over. A contact without a run gets one with its slot.
 * Mails without a campaign are looked over, too.
 */
export async function wakeRuns(tx: TeamTransaction, teamId: string, drafts: Changed[], now: Date): Promise<void> {
  await tellRuns(tx, teamId, drafts, now);
  const campaigns = new Set(drafts.flatMap(({ campaignId }) => campaignId ?? []));
  await askFeed(tx, teamId, [...campaigns]);
  if (drafts.some(({ campaignId }) => campaignId === null)) await askSingles(tx, teamId);
}

/** Tells the runs alone. */
export async function tellRuns(tx: TeamTransaction, teamId: string, drafts: Changed[], now: Date): Promise<void> {
  await emit(
    tx,
    "campaign/contact.changed",
    drafts.flatMap(({ id, campaignContactId, runId }) =>
      runId === null || campaignContactId === null
        ? []
        : [{ eventId: `changed:${id}:${now.getTime()}`, data: { teamId, campaignContactId } }],
    ),
  );
}
