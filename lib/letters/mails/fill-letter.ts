import { sanitizeHtml } from "../../mail/sanitize-html";
import { type MergeSource, mergeData } from "../../templates/render/merge-data";
import { TemplateError } from "../../templates/render/parse-template";
import { renderTemplate, type TemplateTexts, templateFields } from "../../templates/render/render-template";

/**
 * The text of a letter for one of its people. What cannot be read, as while a field is being typed, stays as it is: the checks of the mail forbid
 * to sign it.
 */
export function fillLetter(letter: TemplateTexts, source: MergeSource): TemplateTexts & { missing: string[] } {
  try {
    const { subject, body, missing } = renderTemplate(letter, mergeData(source));
    return { subject, body: sanitizeHtml(body), missing };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { ...letter, missing: templateFields(`${letter.subject} ${letter.body}`) };
  }
}
