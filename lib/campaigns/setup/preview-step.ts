import { eq, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { senderAccounts } from "@/db/schema/senders";
import { teams } from "@/db/schema/teams";
import { pickContact } from "../../contacts/pick-contact";
import { followUpSubject } from "../../drafts/request/build-draft-request";
import { AppError } from "../../errors/app-error";
import { type MailPreview, previewMail } from "../../templates/preview-mail";

/**
 * One step as one person of the list would get it.
 * @param index place of the person on the list, from 1; beyond the ends it wraps around.
 * @throws AppError "not_found".
 */
export function previewStep(scope: Scope, stepId: string, index: number): Promise<MailPreview> {
  return withTeam(scope, (tx) => previewStepInside(tx, stepId, index));
}

/** The same inside an open transaction. */
export async function previewStepInside(tx: TeamTransaction, stepId: string, index: number): Promise<MailPreview> {
  const [step] = await tx.select().from(campaignSequences).where(eq(campaignSequences.id, stepId));
  if (!step) throw new AppError("not_found");
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, step.campaignId));
  const [team] = await tx.select().from(teams);
  if (!campaign || !team) throw new AppError("not_found");
  const [mailbox] = campaign.senderAccountId
    ? await tx.select().from(senderAccounts).where(eq(senderAccounts.id, campaign.senderAccountId))
    : [];
  const picked = campaign.listId ? await pickContact(tx, campaign.listId, index) : { person: null, place: 0, of: 0 };
  const [first] = await tx
    .select({ subject: campaignSequences.subjectTemplate })
    .from(campaignSequences)
    .where(
      sql`${campaignSequences.campaignId} = ${step.campaignId} and trim(${campaignSequences.subjectTemplate}) <> '' and ${campaignSequences.sequenceOrder} <= ${step.sequenceOrder}`,
    )
    .orderBy(sql`${campaignSequences.sequenceOrder} desc`)
    .limit(1);
  const threaded = step.sequenceOrder > 1 && step.subjectTemplate.trim() === "";
  return previewMail({
    texts: { subject: threaded ? (first?.subject ?? "") : step.subjectTemplate, body: step.bodyTemplate },
    picked,
    mailbox: mailbox ?? null,
    team,
    ...(threaded ? { subjectOf: followUpSubject } : {}),
  });
}
