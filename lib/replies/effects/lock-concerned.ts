import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { lockAnswered, lockEnrolments } from "../../campaigns/answered/lock-answered";
import { lockSingles } from "../../singles/lock-singles";
import type { RecordedMessage } from "./about";
import { findWriter } from "./find-writer";

/**
 * Locks what a message may change, in the order in which everybody takes it: the mails by hand to the person and to whoever wrote it, mailboxes or
 * the campaign where they may pause, the person, and their enrolments, with those of the colleagues for whom it may end.
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
  const writes = kind === "reply" || kind === "meeting";
  const writer = writes || kind === "unsubscribe" ? await findWriter(tx, fromEmail, contactId) : null;
  await lockSingles(tx, writer ? [contactId, writer] : [contactId]);
  if (blames === "ours") await tx.execute(sql`select 1 from sender_accounts order by id for no key update`);
  if ((blames === "policy" || blames === "ours") && campaignId)
    await tx.execute(sql`select 1 from campaigns where id = ${campaignId} for no key update`);
  // Somebody who is in no campaign has no enrolment to hold: two copies of one message would each find that they are the first.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('writes:' || ${contactId}, 0))`);
  if (writes) await lockAnswered(tx, contactId, campaignContactId, writer);
  else await lockEnrolments(tx, contactId, [], writer);
}
