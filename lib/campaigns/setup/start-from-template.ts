import { and, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences } from "@/db/schema/campaigns";
import { emailTemplates } from "@/db/schema/templates";
import { AppError } from "../../errors/app-error";
import { textOf } from "../../mail/sanitize-html";
import { lockDraftStep } from "./lock-draft-step";

/**
 * Fills a step that has no text yet with a copy of a template; a follow-up stays in its thread, and a subject that was typed stays.
 * @throws AppError "not_found"; "conflict" when the campaign was launched or somebody wrote the step meanwhile.
 */
export async function startFromTemplate(scope: Scope, stepId: string, templateId: string, now: Date, desk = ""): Promise<void> {
  await withTeam(scope, async (tx) => {
    const step = await lockDraftStep(tx, stepId);
    const [template] = await tx.select().from(emailTemplates).where(eq(emailTemplates.id, templateId)).for("key share");
    if (!template) throw new AppError("not_found");
    if (textOf(step.bodyTemplate) !== "") throw new AppError("conflict");
    const takes = step.sequenceOrder === 1 && step.subjectTemplate.trim() === "";
    const edit = { by: scope.memberId, at: now.toISOString(), desk };
    const written = await tx
      .update(campaignSequences)
      .set({
        subjectTemplate: takes ? template.subjectTemplate : step.subjectTemplate,
        bodyTemplate: template.templateContent,
        templateId,
        edits: { ...step.edits, body: edit, templateId: edit, ...(takes ? { subject: edit } : {}) },
        version: sql`${campaignSequences.version} + 1`,
        updatedAt: now,
        updatedBy: scope.memberId,
      })
      .where(and(eq(campaignSequences.id, stepId), eq(campaignSequences.version, step.version)))
      .returning({ id: campaignSequences.id });
    if (written.length === 0) throw new AppError("conflict");
  });
}
