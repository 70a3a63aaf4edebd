import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences } from "@/db/schema/campaigns";
import { emailTemplates } from "@/db/schema/templates";
import type { Writer } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { sanitizeHtml } from "../../mail/sanitize-html";
import { checkTemplate } from "../../templates/render/render-template";
import { lockDraftStep } from "./lock-draft-step";

export type StepChange = {
  name?: string | undefined;
  subject?: string | undefined;
  body?: string | undefined;
  delayDays?: number | undefined;
  delayHours?: number | undefined;
  delayMinutes?: number | undefined;
  writtenBy?: Writer | undefined;
  templateId?: string | null | undefined;
};

/**
 * Changes one step. Its version grows with each change of text or writer: that is what launching signs. A text whose fields
 * cannot be read is kept all the same, so that nothing typed is lost; launching is blocked until it can.
 * @returns the sentence that says why the text cannot be read, or null. @throws AppError "not_found", "conflict".
 */
export async function editStep(scope: Scope, stepId: string, change: StepChange, now: Date): Promise<{ problem: string | null }> {
  return withTeam(scope, async (tx) => {
    const step = await lockDraftStep(tx, stepId);
    if (change.templateId) {
      const [template] = await tx
        .select({ id: emailTemplates.id })
        .from(emailTemplates)
        .where(eq(emailTemplates.id, change.templateId));
      if (!template) throw new AppError("not_found");
    }
    const subjectTemplate = change.subject === undefined ? step.subjectTemplate : change.subject.replace(/\s+/g, " ").trim();
    const bodyTemplate = change.body === undefined ? step.bodyTemplate : sanitizeHtml(change.body);
    const writtenBy = change.writtenBy ?? step.writtenBy;
    const delay = {
      delayDays: change.delayDays ?? step.delayDays,
      delayHours: change.delayHours ?? step.delayHours,
      delayMinutes: change.delayMinutes ?? step.delayMinutes,
    };
    const waits = (["delayDays", "delayHours", "delayMinutes"] as const).some((key) => delay[key] !== step[key]);
    const grows = subjectTemplate !== step.subjectTemplate || bodyTemplate !== step.bodyTemplate || writtenBy !== step.writtenBy;
    await tx
      .update(campaignSequences)
      .set({
        name: change.name?.trim() || step.name,
        subjectTemplate,
        bodyTemplate,
        writtenBy,
        templateId: change.templateId === undefined ? step.templateId : change.templateId,
        ...delay,
        updatedAt: now,
        // A new name changes nothing that leaves: who changed that before stays named.
        ...(grows || waits ? { updatedBy: scope.memberId } : {}),
        ...(grows ? { version: sql`${campaignSequences.version} + 1` } : {}),
      })
      .where(eq(campaignSequences.id, stepId));
    return { problem: checkTemplate({ subject: subjectTemplate, body: bodyTemplate }) };
  });
}
