import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { lockAnswered, lockEnrolments } from "../../campaigns/answered/lock-answered";
import type { RecordedMessage } from "./about";

/**
 * Locks what a message may change, in the order in which everybody takes it: mailboxes or the campaign where they may pause, then the enrolments
 * of the person, and of the colleagues for whom it may end.
 */
export async function lockConcerned(
  tx: TeamTransaction,
  { kind, blames }: Pick<RecordedMessage, "kind" | "blames">,
  {
    contactId,
    campaignId,
    campaignContactId,
  }: { contactId: string; campaignId: string | null; campaignContactId: string | null },
): Promise<void> {
  if (blames === "ours") await tx.execute(sql`select 1 from sender_accounts order by id for no key update`);
  if ((blames === "policy" || blames === "ours") && campaignId)
    await tx.execute(sql`select 1 from campaigns where id = ${campaignId} for no key update`);
  if (kind === "reply" || kind === "meeting") await lockAnswered(tx, contactId, campaignContactId);
  else await lockEnrolments(tx, contactId);
}
