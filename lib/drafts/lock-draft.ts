import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts, campaigns } from "@/db/schema/campaigns";
import { emailDrafts } from "@/db/schema/drafts";
import { AppError } from "../errors/app-error";

export type DraftRow = typeof emailDrafts.$inferSelect;

/**
 * A draft that belongs to a campaign, locked until the transaction ends.
 * @throws AppError "not_found" when there is none in this team.
 */
export async function lockDraft(tx: TeamTransaction, draftId: string) {
  const [row] = await tx
    .select({ draft: emailDrafts, contact: campaignContacts, campaign: campaigns })
    .from(emailDrafts)
    .innerJoin(campaignContacts, eq(campaignContacts.id, emailDrafts.campaignContactId))
    .innerJoin(campaigns, eq(campaigns.id, emailDrafts.campaignId))
    .where(eq(emailDrafts.id, draftId))
    .for("update", { of: emailDrafts });
  if (!row) throw new AppError("not_found");
  return row;
}
