import { asc, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { contactLists } from "@/db/schema/contacts";
import { senderAccounts } from "@/db/schema/senders";
import { AppError } from "../../errors/app-error";

/**
 * Makes a campaign to be set up: with its first step, and the team's first connected mailbox to send from.
 * @returns its id. @throws AppError "not_found" for a list of another team.
 */
export async function createCampaign(scope: Scope, given: { name: string; listId: string | null }, now: Date): Promise<string> {
  return withTeam(scope, async (tx) => {
    if (given.listId) {
      const [list] = await tx.select({ id: contactLists.id }).from(contactLists).where(eq(contactLists.id, given.listId));
      if (!list) throw new AppError("not_found");
    }
    const [mailbox] = await tx
      .select({ id: senderAccounts.id })
      .from(senderAccounts)
      .where(eq(senderAccounts.status, "connected"))
      .orderBy(asc(senderAccounts.createdAt))
      .limit(1);
    const [made] = await tx
      .insert(campaigns)
      .values({
        name: given.name.trim(),
        listId: given.listId,
        senderAccountId: mailbox?.id ?? null,
        createdBy: scope.memberId,
        createdAt: now,
        updatedAt: now,
      })
      .returning({ id: campaigns.id });
    if (!made) throw new Error("The campaign was not written.");
    await tx.insert(campaignSequences).values({
      campaignId: made.id,
      sequenceOrder: 1,
      name: "Introduction",
      subjectTemplate: "",
      bodyTemplate: "",
      createdAt: now,
    });
    return made.id;
  });
}
