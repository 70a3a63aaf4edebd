import { randomUUID } from "node:crypto";
import type { TeamTransaction } from "@/db/access/with-team";
import { emit } from "./emit";

/**
 * Asks that campaigns be looked over once this transaction is committed. Every change asks under an id of its own: under a shared
 * one the last change of a second would be taken for the first and wait for the sweep. The outbox joins what waits together.
 */
export function askFeed(tx: TeamTransaction, teamId: string, campaignIds: string[]): Promise<void> {
  return emit(
    tx,
    "campaign/feed",
    campaignIds.map((campaignId) => ({ eventId: `feed:${campaignId}:${randomUUID()}`, data: { teamId, campaignId } })),
  );
}
