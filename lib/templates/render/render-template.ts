import { escapeHtml } from "../../mail/escape-html";
import { oneLine } from "../../mail/one-line";
import { FieldScope, type MergeData } from "./field-scope";
import { engine, fieldsWithDefault, parseOnce, parseTemplate, sentenceOf, TemplateError } from "./parse-template";
import { withoutMarks } from "./read-marks";
import { singleBraces } from "./single-braces";

export type TemplateTexts = { subject: string; body: string };
export type Rendered = TemplateTexts & { missing: string[] };

/** What no mail is longer than, filled. */
const longestFilled = 500_000;

/**
 * Fills a template for one contact. A field that is empty and has no `default` is named in `missing`.
 * @throws TemplateError for a template that cannot be read.
 */
export function renderTemplate(template: TemplateTexts, data: MergeData): Rendered {
  const missing = new Set<string>();
  const fill = (text: string, escaped: (value: string) => string) => {
    try {
      const { parsed, withDefault } = parseOnce(text);
      const scope = new FieldScope(data, escaped, (name) => missing.add(name), withDefault);
      const filled = String(engine.renderSync(parsed, scope.values));
      if (filled.length > longestFilled) throw new TemplateError("Filled, it is longer than any mail may be.");
      return filled;
    } catch (error) {
      throw error instanceof TemplateError ? error : new TemplateError(sentenceOf(error));
    }
  };
  const subject = oneLine(fill(template.subject, (value) => value));
  const body = fill(template.body, escapeHtml);
  return { subject, body, missing: [...missing] };
}

/** The fields a template names, in the order they come. */
export function templateFields(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{-?\s*([A-Za-z_]\w*)/g)].map((match) => match[1] ?? ""))];
}

/** The fields a text names without giving a fallback: where one is empty, the draft cannot be signed. */
export function requiredFields(text: string): string[] {
  const fallback = fieldsWithDefault(text);
  return templateFields(text).filter((field) => !fallback.has(field));
}

/** Null for a template that can be read, else the sentence that says why not. */
export function checkTemplate(template: TemplateTexts): string | null {
  for (const [name, text] of [
    ["subject", template.subject],
    ["text", template.body],
  ] as const) {
    const single = singleBraces.exec(withoutMarks(text))?.[0];
    if (single) return `The ${name} holds ${single}, which is no field: a field has two braces on each side.`;
    try {
      parseTemplate(text);
    } catch (error) {
      return `The ${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return null;
}
