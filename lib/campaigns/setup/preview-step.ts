import { eq, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { senderAccounts } from "@/db/schema/senders";
import { teams } from "@/db/schema/teams";
import { type PickedContact, pickContact } from "../../contacts/pick-contact";
import { AppError } from "../../errors/app-error";
import { shareReading } from "../../live/share-reading";
import { followUpSubject } from "../../mail/build-draft-request";
import { addDelay } from "../../schedule/add-delay";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { forecast } from "../../schedule/forecast";
import { type MailPreview, previewMail } from "../../templates/preview-mail";
import { readSendingRules } from "../read-sending-rules";

/** `leavesAt`: about when, if the campaign were launched now, all of it signed at once and nobody answered. */
export type StepPreview = MailPreview & { leavesAt: Date | null };

/**
 * One step as one person of the list would get it.
 * @param index place of the person on the list, from 1; beyond the ends it wraps around.
 * @throws AppError "not_found".
 */
export function previewStep(scope: Scope, stepId: string, index: number, now: Date): Promise<StepPreview> {
  return withTeam(scope, async (tx) => {
    const preview = await previewStepInside(tx, stepId, index);
    return { ...preview, leavesAt: await forecastStep(tx, stepId, preview.index, now) };
  });
}

/** All steps as the first person of the list would get them, read once for all who ask: of a long list to find that person is most of the work. */
export function shareLetters(scope: Scope, campaignId: string, stepIds: string[]): Promise<MailPreview[]> {
  return shareReading(scope.teamId, `letters ${campaignId} ${stepIds.join(" ")}`, () =>
    withTeam(scope, async (tx) => {
      const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId));
      const picked = await pickFor(tx, campaign, 1);
      const letters: MailPreview[] = [];
      for (const stepId of stepIds) letters.push(await previewStepInside(tx, stepId, 1, picked));
      return letters;
    }),
  );
}

const pickFor = async (tx: TeamTransaction, campaign: { listId: string | null } | undefined, index: number) =>
  campaign?.listId ? await pickContact(tx, campaign.listId, index) : { person: null, place: 0, of: 0 };

/** The same inside an open transaction. @param known who it is shown for, where that was looked up before. */
export async function previewStepInside(
  tx: TeamTransaction,
  stepId: string,
  index: number,
  known?: PickedContact,
): Promise<MailPreview> {
  const [step] = await tx.select().from(campaignSequences).where(eq(campaignSequences.id, stepId));
  if (!step) throw new AppError("not_found");
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, step.campaignId));
  const [team] = await tx.select().from(teams);
  if (!campaign || !team) throw new AppError("not_found");
  const [mailbox] = campaign.senderAccountId
    ? await tx.select().from(senderAccounts).where(eq(senderAccounts.id, campaign.senderAccountId))
    : [];
  const picked = known ?? (await pickFor(tx, campaign, index));
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

/** About when a step leaves for the person of that place on the list. */
async function forecastStep(tx: TeamTransaction, stepId: string, place: number, now: Date): Promise<Date | null> {
  if (place === 0) return null;
  const [step] = await tx.select().from(campaignSequences).where(eq(campaignSequences.id, stepId));
  if (!step) throw new AppError("not_found");
  const rules = await readSendingRules(tx, step.campaignId);
  const steps = await tx
    .select()
    .from(campaignSequences)
    .where(
      sql`${campaignSequences.campaignId} = ${step.campaignId} and ${campaignSequences.sequenceOrder} <= ${step.sequenceOrder}`,
    )
    .orderBy(campaignSequences.sequenceOrder);
  const [, ...later] = steps;
  const first = forecast(rules, {
    now: toTemporal(now),
    contacts: place,
    steps: [{ delay: { days: 0, hours: 0, minutes: 0 } }],
  }).last;
  const last = later.reduce(
    (at, one) => at && addDelay(at, { days: one.delayDays, hours: one.delayHours, minutes: one.delayMinutes }, rules),
    first,
  );
  return toDate(last);
}
