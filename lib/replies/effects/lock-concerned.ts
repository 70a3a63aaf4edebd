import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { lockAnswered, lockEnrolments } from "../../campaigns/answered/lock-answered";
import type { RecordedMessage } from "./about";
import { findWriter } from "./find-writer";

/**
 * Locks what a message may change, in the order in which everybody takes it: mailboxes or the campaign where they may pause, then the enrolments
 * of the person, of the colleagues for whom it may end, and of whoever wrote it.
 */
export async function lockConcerned(
  tx: TeamTransaction,
  { kind, blames, fromEmail = null }: Pick<RecordedMessage, "kind" | "blames"> & { fromEmail?: string | null },
  {
    contactId,
    campaignId,
    campaignContactId,
  }: { contactId: string; campaignId: string | null; campaignContactId: string | null },
): Promise<void> {
  if (blames === "ours") await tx.execute(sql`select 1 from sender_accounts order by id for no key update`);
  if ((blames === "policy" || blames === "ours") && campaignId)
    await tx.execute(sql`select 1 from campaigns where id = ${campaignId} for no key update`);
  if (kind === "reply" || kind === "meeting")
    await lockAnswered(tx, contactId, campaignContactId, await findWriter(tx, fromEmail, contactId));
  else await lockEnrolments(tx, contactId, [], kind === "unsubscribe" ? await findWriter(tx, fromEmail, contactId) : null);
}
