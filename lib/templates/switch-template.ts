import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailTemplates } from "@/db/schema/templates";
import { AppError } from "../errors/app-error";
import { textOf } from "../mail/sanitize-html";
import { findProblems } from "./find-problems";

/**
 * Offers a template to new steps, or no longer; steps that started from it keep what they have.
 * @throws AppError "not_found"; "invalid" with a sentence at the field when what is switched on is empty or cannot be read.
 */
export async function switchTemplate(scope: Scope, templateId: string, on: boolean): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [template] = await tx.select().from(emailTemplates).where(eq(emailTemplates.id, templateId)).for("update");
    if (!template) throw new AppError("not_found");
    if (on) {
      const texts = { subject: template.subjectTemplate, body: template.templateContent };
      const problems = findProblems(texts);
      if (textOf(texts.body) === "") problems.body = "Write its text first; an empty one is not offered to steps.";
      if (problems.subject ?? problems.body) throw new AppError("invalid", undefined, { ...problems });
    }
    // When the text changed stays as it was: switching changes no text.
    await tx.update(emailTemplates).set({ isActive: on }).where(eq(emailTemplates.id, templateId));
  });
}
