import { and, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences } from "@/db/schema/campaigns";
import { emailTemplates } from "@/db/schema/templates";
import { mostSteps } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { lockDraftCampaign } from "./lock-draft-campaign";

export const sayFull = `A campaign has at most ${mostSteps} steps.`;

/**
 * Adds a step at the end: in the same thread and three days later, unless it is the first. It may start as a copy of a template.
 * @param stepId made by the page, so that it can be written at once, and asked for again where no answer came.
 * @returns its id. @throws AppError "not_found", "conflict", "blocked" above ten steps.
 */
export async function addStep(
  scope: Scope,
  campaignId: string,
  templateId: string | null,
  now: Date,
  stepId: string = crypto.randomUUID(),
): Promise<string> {
  return withTeam(scope, async (tx) => {
    await lockDraftCampaign(tx, campaignId);
    // Held until the step is written, so that the template is not deleted in between.
    const [template] = templateId
      ? await tx.select().from(emailTemplates).where(eq(emailTemplates.id, templateId)).for("key share")
      : [];
    if (templateId && !template) throw new AppError("not_found");
    const its = eq(campaignSequences.campaignId, campaignId);
    const [there] = await tx
      .select({ id: campaignSequences.id })
      .from(campaignSequences)
      .where(and(its, eq(campaignSequences.id, stepId)));
    if (there) return there.id;
    const [count] = await tx.select({ steps: sql<number>`count(*)::int` }).from(campaignSequences).where(its);
    const order = (count?.steps ?? 0) + 1;
    if (order > mostSteps) throw new AppError("blocked", sayFull);
    const [made] = await tx
      .insert(campaignSequences)
      .values({
        id: stepId,
        campaignId,
        sequenceOrder: order,
        name: template?.name ?? (order === 1 ? "Introduction" : `Follow-up ${order - 1}`),
        subjectTemplate: order === 1 ? (template?.subjectTemplate ?? "") : "",
        bodyTemplate: template?.templateContent ?? "",
        templateId,
        delayDays: order === 1 ? 0 : 3,
        createdAt: now,
        updatedAt: now,
        updatedBy: scope.memberId,
      })
      .onConflictDoNothing({ target: campaignSequences.id })
      .returning({ id: campaignSequences.id });
    // Somebody else's step has this id.
    if (!made) throw new AppError("not_found");
    return made.id;
  });
}
