import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { emailDrafts } from "@/db/schema/drafts";
import { endContact } from "../../campaigns/end-contact";

type Mail = { teamId: string; campaignContactId: string; draftId: string; memberId?: string | null };

/** The mail is not sent, for good: the campaign ends for this contact and says so. @param code why, in a word. */
export async function giveUp(tx: TeamTransaction, { draftId, ...contact }: Mail, code: string, now: Date) {
  await endContact(tx, contact, "could not be sent", now);
  await tx.update(emailDrafts).set({ status: "failed", failure: code, updatedAt: now }).where(eq(emailDrafts.id, draftId));
}
