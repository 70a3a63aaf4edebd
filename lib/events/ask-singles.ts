import { randomUUID } from "node:crypto";
import type { TeamTransaction } from "@/db/access/with-team";
import { emit } from "./emit";

/** Asks that the team's mails without a campaign be looked over once this transaction is committed; as `askFeed` does for campaigns. */
export function askSingles(tx: TeamTransaction, teamId: string): Promise<void> {
  return emit(tx, "mail/look", [{ eventId: `look:${teamId}:${randomUUID()}`, data: { teamId } }]);
}
