import { asc, desc, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { senderAccounts } from "@/db/schema/senders";
import { emailTemplates } from "@/db/schema/templates";
import { type CampaignStatus, mostSteps, type ReviewMode } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { readListsInside } from "../../lists/read-lists";
import type { AnswerRules, SendingRules } from "../../schedule/types";
import { offeredFields } from "../../templates/render/standard-fields";
import { readAnswerRules } from "../read-answer-rules";
import { readSendingRules } from "../read-sending-rules";
import { sayFull } from "./add-step";
import { type SetupStep, viewStep } from "./view-step";

export type Setup = {
  id: string;
  name: string;
  changedAt: string;
  status: CampaignStatus;
  reviewMode: ReviewMode;
  listId: string | null;
  senderAccountId: string | null;
  lists: { id: string; name: string; people: number }[];
  mailboxes: { id: string; email: string; connected: boolean }[];
  templates: { id: string; name: string }[];
  steps: SetupStep[];
  /** Why no more steps can be added; null while they can. */
  isFull: string | null;
  rules: SendingRules;
  answers: AnswerRules;
  /** Merge fields of the people on the list, by name. */
  fields: string[];
};

/** Everything the set-up of a campaign shows and offers. @throws AppError "not_found". */
export function readSetup(scope: Scope, campaignId: string): Promise<Setup> {
  return withTeam(scope, async (tx) => {
    const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId));
    if (!campaign) throw new AppError("not_found");
    const lists = await readListsInside(tx);
    const mailboxes = await tx
      .select({
        id: senderAccounts.id,
        email: senderAccounts.email,
        connected: sql<boolean>`${senderAccounts.status} = 'connected'`,
      })
      .from(senderAccounts)
      .where(sql`${senderAccounts.status} <> 'removed'`)
      .orderBy(asc(senderAccounts.email));
    const templates = await tx
      .select({ id: emailTemplates.id, name: emailTemplates.name })
      .from(emailTemplates)
      .where(eq(emailTemplates.isActive, true))
      .orderBy(desc(emailTemplates.updatedAt));
    const steps = await tx
      .select()
      .from(campaignSequences)
      .where(eq(campaignSequences.campaignId, campaignId))
      .orderBy(asc(campaignSequences.sequenceOrder));
    const own = await readRows<{ name: string }>(
      tx,
      sql`select distinct k.name from (select p.fields from contact_list_members m join contacts p on p.id = m.contact_id
            where m.list_id = ${campaign.listId} limit 500) p, jsonb_object_keys(p.fields) k(name) order by 1`,
    );
    return {
      id: campaign.id,
      name: campaign.name,
      changedAt: campaign.updatedAt.toISOString(),
      status: campaign.status,
      reviewMode: campaign.reviewMode,
      listId: campaign.listId,
      senderAccountId: campaign.senderAccountId,
      lists,
      mailboxes,
      templates,
      steps: steps.map(viewStep),
      isFull: steps.length < mostSteps ? null : sayFull,
      rules: await readSendingRules(tx, campaignId),
      answers: await readAnswerRules(tx, campaignId),
      fields: offeredFields(own),
    };
  });
}
