import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { contactLists } from "@/db/schema/contacts";
import { senderAccounts } from "@/db/schema/senders";
import type { ReviewMode } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { lockDraftCampaign } from "./lock-draft-campaign";

export type CampaignChange = {
  name?: string | undefined;
  listId?: string | undefined;
  senderAccountId?: string | undefined;
  reviewMode?: ReviewMode | undefined;
};

/** Changes a campaign that was not launched yet. @throws AppError "not_found", "conflict". */
export async function editCampaign(scope: Scope, campaignId: string, change: CampaignChange, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const was = await lockDraftCampaign(tx, campaignId);
    if (change.listId) {
      const [list] = await tx.select({ id: contactLists.id }).from(contactLists).where(eq(contactLists.id, change.listId));
      if (!list) throw new AppError("not_found");
    }
    if (change.senderAccountId) {
      const [mailbox] = await tx
        .select({ id: senderAccounts.id })
        .from(senderAccounts)
        .where(eq(senderAccounts.id, change.senderAccountId));
      if (!mailbox) throw new AppError("not_found");
    }
    const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    // A new name changes nothing that leaves: who changed that before stays named.
    const decides = (["listId", "senderAccountId", "reviewMode"] as const).some((key) => key in set && change[key] !== was[key]);
    await tx
      .update(campaigns)
      .set({ ...set, updatedAt: now, ...(decides ? { updatedBy: scope.memberId } : {}) })
      .where(eq(campaigns.id, campaignId));
  });
}
