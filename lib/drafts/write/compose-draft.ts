import type { DraftType, Writer } from "@/db/schema/words";
import { writeDraft } from "../../assistant/write-draft";
import { followUpSubject } from "../../mail/build-draft-request";
import { sanitizeHtml } from "../../mail/sanitize-html";
import type { MergeData } from "../../templates/render/field-scope";
import { TemplateError } from "../../templates/render/parse-template";
import { type Rendered, renderTemplate, type TemplateTexts, templateFields } from "../../templates/render/render-template";
import type { Writing } from "./read-writing";

export type ComposedDraft = { subject: string; body: string; missing: string[]; writtenBy: Writer };

/** The text of one draft: its template filled. */
export function composeFromTemplate(writing: Writing): ComposedDraft {
  const { step, data } = writing;
  const { subject, body, missing } = fill({ subject: step.subjectTemplate, body: step.bodyTemplate }, data);
  return { subject: threadSubject(writing) ?? subject, body: sanitizeHtml(body), missing, writtenBy: "template" };
}

/** The same by a model. @throws errors of the model (lib/assistant). */
export async function composeByModel(writing: Writing): Promise<ComposedDraft> {
  const { step, data, previous } = writing;
  const fields = Object.fromEntries(Object.entries(data).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const written = await writeDraft({
    stepTemplate: { subject: step.subjectTemplate, body: step.bodyTemplate },
    template: writing.template,
    fields,
    sender: writing.sender,
    previous,
  });
  return {
    subject: threadSubject(writing) ?? written.subject,
    body: sanitizeHtml(written.body),
    missing: [],
    writtenBy: "model",
  };
}

/** Of a follow-up without a subject of its own, which goes into the thread of the mail before. */
function threadSubject({ step, previous }: Writing): string | null {
  return previous && step.subjectTemplate.trim() === "" ? followUpSubject(previous.subject) : null;
}

/**
 * What cannot be filled for one person, because of the size of that person's data, is left as it is: such a draft cannot be signed before
 * somebody rewrites it, and it holds nobody else up.
 */
function fill(template: TemplateTexts, data: MergeData): Rendered {
  try {
    return renderTemplate(template, data);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { ...template, missing: templateFields(`${template.subject} ${template.body}`) };
  }
}

/** The first is first_outreach, the last of three or more final_followup, any other second_followup. */
export function draftTypeOf(order: number, steps: number): DraftType {
  if (order === 1) return "first_outreach";
  return order === steps && steps >= 3 ? "final_followup" : "second_followup";
}
