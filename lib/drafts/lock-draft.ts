import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts, campaigns } from "@/db/schema/campaigns";
import { emailDrafts } from "@/db/schema/drafts";
import { singleMails } from "@/db/schema/letters";
import { AppError } from "../errors/app-error";

export type DraftRow = typeof emailDrafts.$inferSelect;
type Contact = typeof campaignContacts.$inferSelect;

/** What a draft belongs to: a campaign's contact, or it is a mail of its own. */
export type Place =
  | { kind: "campaign"; contact: Contact; campaign: typeof campaigns.$inferSelect }
  | { kind: "single"; single: typeof singleMails.$inferSelect };

/**
 * A draft with its place, locked until the transaction ends.
 * @throws AppError "not_found" when there is none in this team, or it belongs to nothing.
 */
export async function lockDraft(tx: TeamTransaction, draftId: string): Promise<{ draft: DraftRow; place: Place }> {
  const [row] = await tx
    .select({ draft: emailDrafts, contact: campaignContacts, campaign: campaigns, single: singleMails })
    .from(emailDrafts)
    .leftJoin(campaignContacts, eq(campaignContacts.id, emailDrafts.campaignContactId))
    .leftJoin(campaigns, eq(campaigns.id, emailDrafts.campaignId))
    .leftJoin(singleMails, eq(singleMails.draftId, emailDrafts.id))
    .where(eq(emailDrafts.id, draftId))
    .for("update", { of: emailDrafts });
  if (row?.contact && row.campaign)
    return { draft: row.draft, place: { kind: "campaign", contact: row.contact, campaign: row.campaign } };
  if (!row?.single) throw new AppError("not_found");
  return { draft: row.draft, place: { kind: "single", single: row.single } };
}
