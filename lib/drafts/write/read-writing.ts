import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts, campaignSequences, campaigns } from "@/db/schema/campaigns";
import { contacts } from "@/db/schema/contacts";
import { emailDrafts } from "@/db/schema/drafts";
import { senderAccounts } from "@/db/schema/senders";
import { sentEmails } from "@/db/schema/sending";
import { teams } from "@/db/schema/teams";
import { emailTemplates } from "@/db/schema/templates";
import { openStatuses, underWay } from "@/db/schema/words";
import type { MergeData } from "../../templates/render/field-scope";
import { mergeData } from "../../templates/render/merge-data";
import type { TemplateTexts } from "../../templates/render/render-template";

/** Everything one draft is written from. */
export type Writing = {
  campaignId: string;
  campaignContactId: string;
  contactId: string;
  senderAccountId: string;
  step: typeof campaignSequences.$inferSelect;
  steps: number;
  /** Launching is the signature on templates; null where every mail is signed by hand. */
  signsByLaunch: boolean;
  launchedBy: string | null;
  data: MergeData;
  sender: { name: string; email: string };
  /** Template a model writes from besides the step's own text. */
  template: TemplateTexts | null;
  /** The mail before in the thread, as it left. */
  previous: { subject: string; body: string } | null;
};

/**
 * Reads what the next drafts of open contacts are written from: those whose next step has no draft yet, in line order.
 * @param only one contact, or a whole campaign.
 */
export async function readWritings(
  tx: TeamTransaction,
  only: { campaignId: string } | { campaignContactId: string },
  limit: number,
): Promise<Writing[]> {
  const [team] = await tx.select({ name: teams.name }).from(teams);
  const rows = await tx
    .select({
      enrolled: campaignContacts,
      contact: contacts,
      mailbox: senderAccounts,
      step: campaignSequences,
      template: emailTemplates,
      reviewMode: campaigns.reviewMode,
      steps: sql<number>`(select count(*)::int from campaign_sequences q where q.campaign_id = ${campaigns.id})`,
      launchedBy: sql<string | null>`(select l.launched_by from campaign_launches l where l.campaign_id = ${campaigns.id})`,
    })
    .from(campaignContacts)
    .innerJoin(campaigns, eq(campaigns.id, campaignContacts.campaignId))
    .innerJoin(contacts, eq(contacts.id, campaignContacts.contactId))
    .innerJoin(senderAccounts, eq(senderAccounts.id, campaignContacts.senderAccountId))
    .innerJoin(
      campaignSequences,
      and(
        eq(campaignSequences.campaignId, campaignContacts.campaignId),
        sql`${campaignSequences.sequenceOrder} = ${campaignContacts.currentSequenceStep} + 1`,
      ),
    )
    .leftJoin(emailTemplates, eq(emailTemplates.id, campaignSequences.templateId))
    .leftJoin(
      emailDrafts,
      and(eq(emailDrafts.campaignContactId, campaignContacts.id), eq(emailDrafts.sequenceId, campaignSequences.id)),
    )
    .where(
      and(
        "campaignId" in only ? eq(campaignContacts.campaignId, only.campaignId) : eq(campaignContacts.id, only.campaignContactId),
        sql`${campaignContacts.status} in ${anyOf(openStatuses)}`,
        sql`${campaigns.status} in ${anyOf(underWay)}`,
        isNull(emailDrafts.id),
      ),
    )
    .orderBy(sql`${campaignContacts.modelSilentUntil} is not null`, asc(campaignContacts.position), asc(campaignContacts.id))
    .limit(limit);
  const writings: Writing[] = [];
  for (const row of rows) {
    const { enrolled, mailbox, step } = row;
    writings.push({
      campaignId: enrolled.campaignId,
      campaignContactId: enrolled.id,
      contactId: enrolled.contactId,
      senderAccountId: enrolled.senderAccountId,
      step,
      steps: row.steps,
      signsByLaunch: row.reviewMode === "launch",
      launchedBy: row.launchedBy,
      data: mergeData({ contact: row.contact, mailbox, teamName: team?.name ?? "" }),
      sender: { name: mailbox.displayName ?? mailbox.email, email: mailbox.email },
      template: row.template ? { subject: row.template.subjectTemplate, body: row.template.templateContent } : null,
      previous: step.sequenceOrder > 1 ? await lastSent(tx, enrolled.id) : null,
    });
  }
  return writings;
}

async function lastSent(tx: TeamTransaction, campaignContactId: string) {
  const [last] = await tx
    .select({ subject: sentEmails.subject, body: sentEmails.body })
    .from(sentEmails)
    .where(eq(sentEmails.campaignContactId, campaignContactId))
    .orderBy(sql`${sentEmails.sequenceStep} desc`)
    .limit(1);
  return last ?? null;
}
