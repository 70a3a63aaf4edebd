import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { endContact } from "../../campaigns/end-contact";
import { endSingles } from "../../singles/end-singles";

type Mail = { teamId: string; draftId: string; memberId?: string | null };

/** The mail is not sent, for good: it is over, and so is its campaign for this contact, and says so. @param code why, in a word. */
export async function giveUp(tx: TeamTransaction, { draftId, teamId, memberId = null }: Mail, code: string, now: Date) {
  const [of] = await readRows<{ contact: string | null; single: string | null }>(
    tx,
    sql`select d.campaign_contact_id as contact, h.id as single from email_drafts d left join single_mails h on h.draft_id = d.id where d.id = ${draftId}`,
  );
  if (of?.contact) await endContact(tx, { teamId, memberId, campaignContactId: of.contact }, "could not be sent", now);
  if (of?.single) {
    // The draft before its mail, as whoever plans it has them.
    await tx.select({ id: emailDrafts.id }).from(emailDrafts).where(eq(emailDrafts.id, draftId)).for("no key update");
    await endSingles(tx, memberId, [of.single], "could not be sent", now);
  }
  await tx.update(emailDrafts).set({ status: "failed", failure: code, updatedAt: now }).where(eq(emailDrafts.id, draftId));
}
