import { and, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { singleMails } from "@/db/schema/letters";
import type { SingleEnd } from "@/db/schema/words";
import { AppError } from "../errors/app-error";

/**
 * Takes the end of a mail without a campaign back, where it ended for this reason and no other: the only way back for one alone. What happened
 * meanwhile is looked at first. The caller holds the draft. @returns whether it did.
 * @throws AppError "conflict" with the sentence that says why it stays ended.
 */
export async function reopenSingle(tx: TeamTransaction, singleMailId: string, reason: SingleEnd): Promise<boolean> {
  const why = await whyEnded(tx, singleMailId);
  if (why) throw new AppError("conflict", `${why}, so nothing comes of this mail any more.`);
  const reopened = await tx
    .update(singleMails)
    .set({ endedReason: null, endedAt: null, endedBy: null })
    .where(and(eq(singleMails.id, singleMailId), eq(singleMails.endedReason, reason)))
    .returning({ id: singleMails.id });
  return reopened.length > 0;
}

/** Its reader is locked first: nobody archives them before the mail is open again. */
async function whyEnded(tx: TeamTransaction, singleMailId: string): Promise<string | null> {
  await tx.execute(
    sql`select 1 from contacts p where p.id = (select h.contact_id from single_mails h where h.id = ${singleMailId}) for share`,
  );
  const [facts] = await readRows<{ name: string; isArchived: boolean; isSuppressed: boolean; isDiscarded: boolean }>(
    tx,
    sql`select coalesce(p.name, p.email) as name, p.archived_at is not null as "isArchived",
          is_suppressed(h.contact_id, h.recipient_email) as "isSuppressed", l.discarded_at is not null as "isDiscarded"
        from single_mails h join contacts p on p.id = h.contact_id left join letters l on l.id = h.letter_id where h.id = ${singleMailId}`,
  );
  if (facts?.isSuppressed) return `${facts.name} is suppressed meanwhile`;
  if (facts?.isArchived) return `${facts.name} is archived meanwhile`;
  return facts?.isDiscarded ? "Its letter was discarded meanwhile" : null;
}
