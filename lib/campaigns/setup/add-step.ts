import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences } from "@/db/schema/campaigns";
import { emailTemplates } from "@/db/schema/templates";
import { AppError } from "../../errors/app-error";
import { lockDraftCampaign } from "./lock-draft-campaign";

/** More mails than this to one person are no sequence any more. */
const mostSteps = 10;

/**
 * Adds a step at the end: in the same thread and three days later, unless it is the first. It may start as a copy of a template.
 * @returns its id. @throws AppError "not_found", "conflict", "blocked" above ten steps.
 */
export async function addStep(scope: Scope, campaignId: string, templateId: string | null, now: Date): Promise<string> {
  return withTeam(scope, async (tx) => {
    await lockDraftCampaign(tx, campaignId);
    const [count] = await tx
      .select({ steps: sql<number>`count(*)::int` })
      .from(campaignSequences)
      .where(eq(campaignSequences.campaignId, campaignId));
    const order = (count?.steps ?? 0) + 1;
    if (order > mostSteps) throw new AppError("blocked", `A campaign has at most ${mostSteps} steps.`);
    // Held until the step is written, so that the template is not deleted in between.
    const [template] = templateId
      ? await tx.select().from(emailTemplates).where(eq(emailTemplates.id, templateId)).for("key share")
      : [];
    if (templateId && !template) throw new AppError("not_found");
    const [made] = await tx
      .insert(campaignSequences)
      .values({
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
      .returning({ id: campaignSequences.id });
    if (!made) throw new Error("The step was not written.");
    return made.id;
  });
}
