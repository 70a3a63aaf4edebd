import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { emailTemplates } from "@/db/schema/templates";
import { AppError } from "../errors/app-error";
import { sanitizeHtml } from "../mail/sanitize-html";
import { findProblems, type TextProblems } from "./find-problems";

export type TemplateChange = { name?: string | undefined; subject?: string | undefined; body?: string | undefined };

/**
 * Changes name or texts; steps that started from the template keep their own. A text whose fields cannot be read is kept all the
 * same, so that nothing typed is lost; it cannot be switched on until it can.
 * @returns the sentences that say why a text cannot be read. @throws AppError "not_found", "invalid" for an empty name.
 */
export async function editTemplate(scope: Scope, templateId: string, change: TemplateChange, now: Date): Promise<TextProblems> {
  const name = change.name?.trim();
  if (name === "") throw new AppError("invalid", undefined, { name: "A template needs a name." });
  const [changed] = await withTeam(scope, (tx) =>
    tx
      .update(emailTemplates)
      .set({
        ...(name === undefined ? {} : { name }),
        ...(change.subject === undefined ? {} : { subjectTemplate: change.subject.replace(/\s+/g, " ").trim() }),
        ...(change.body === undefined ? {} : { templateContent: sanitizeHtml(change.body) }),
        updatedAt: now,
      })
      .where(eq(emailTemplates.id, templateId))
      .returning({ subject: emailTemplates.subjectTemplate, body: emailTemplates.templateContent }),
  );
  if (!changed) throw new AppError("not_found");
  return findProblems(changed);
}
