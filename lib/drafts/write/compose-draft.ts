import type { DraftType, Writer } from "@/db/schema/words";
import { isModelConfigured } from "../../assistant/is-model-configured";
import { writeDraft } from "../../assistant/write-draft";
import { followUpSubject } from "../../mail/build-draft-request";
import { sanitizeHtml } from "../../mail/sanitize-html";
import type { MergeData } from "../../templates/render/field-scope";
import {
  type Rendered,
  renderTemplate,
  TemplateError,
  type TemplateTexts,
  templateFields,
} from "../../templates/render/render-template";
import type { Writing } from "./read-writing";

export type ComposedDraft = { subject: string; body: string; missing: string[]; writtenBy: Writer };

/**
 * The text of one draft: its template filled, or a model's where the step asks for one and one is configured.
 * @throws errors of the model (lib/assistant).
 */
export async function composeDraft(writing: Writing): Promise<ComposedDraft> {
  const { step, data, previous } = writing;
  const rendered = fill({ subject: step.subjectTemplate, body: step.bodyTemplate }, data);
  const threaded = previous && step.subjectTemplate.trim() === "" ? followUpSubject(previous.subject) : null;
  if (step.writtenBy !== "model" || !isModelConfigured()) {
    const { missing } = rendered;
    return { subject: threaded ?? rendered.subject, body: sanitizeHtml(rendered.body), missing, writtenBy: "template" };
  }
  const fields = Object.fromEntries(Object.entries(data).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const written = await writeDraft({
    stepTemplate: { subject: step.subjectTemplate, body: step.bodyTemplate },
    template: writing.template,
    fields,
    sender: writing.sender,
    previous,
  });
  return { subject: threaded ?? written.subject, body: sanitizeHtml(written.body), missing: [], writtenBy: "model" };
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
