import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { contactLists } from "@/db/schema/contacts";
import { senderAccounts } from "@/db/schema/senders";
import type { ReviewMode } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { keepEdits, type Seen } from "./keep-edits";
import { lockDraftCampaign } from "./lock-draft-campaign";

export type CampaignChange = {
  name?: string | undefined;
  listId?: string | undefined;
  senderAccountId?: string | undefined;
  reviewMode?: ReviewMode | undefined;
};

/**
 * Changes a campaign that was not launched yet.
 * @returns its name as it is kept, and when it was changed. @throws AppError "not_found", "conflict" where it was launched, or somebody changed the same meanwhile.
 */
export async function editCampaign(
  scope: Scope,
  campaignId: string,
  change: CampaignChange,
  now: Date,
  seen: Seen | null = null,
): Promise<{ name: string; changedAt: string }> {
  return withTeam(scope, async (tx) => {
    const was = await lockDraftCampaign(tx, campaignId);
    const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<typeof was>;
    const fields = (Object.keys(set) as (keyof typeof was)[]).map((key) => [key, { is: was[key], mine: set[key] }]);
    const edits = await keepEdits(tx, scope, was, Object.fromEntries(fields), seen, now);
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
    // A new name changes nothing that leaves: who changed that before stays named.
    const decides = (["listId", "senderAccountId", "reviewMode"] as const).some((key) => key in set && change[key] !== was[key]);
    await tx
      .update(campaigns)
      .set({ ...set, edits, updatedAt: now, ...(decides ? { updatedBy: scope.memberId } : {}) })
      .where(eq(campaigns.id, campaignId));
    return { name: set.name ?? was.name, changedAt: now.toISOString() };
  });
}
