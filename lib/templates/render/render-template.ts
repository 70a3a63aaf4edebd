import { Liquid, type Template } from "liquidjs";
import { escapeHtml } from "../../mail/escape-html";
import { oneLine } from "../../mail/one-line";
import { FieldScope, type MergeData } from "./field-scope";
import { singleBraces } from "./single-braces";

export type TemplateTexts = { subject: string; body: string };
export type Rendered = TemplateTexts & { missing: string[] };

/** A template that cannot be read; the message is a sentence with the line. */
export class TemplateError extends Error {}

// No file system, no partials, and limits that a text of a few pages never meets.
const engine = new Liquid({
  strictFilters: true,
  ownPropertyOnly: true,
  parseLimit: 100_000,
  renderLimit: 500,
  memoryLimit: 1_000_000,
  relativeReference: false,
  fs: { exists: async () => false, existsSync: () => false, readFile: async () => "", readFileSync: () => "", resolve: () => "" },
});
const allowedTags = new Set([
  "if",
  "elsif",
  "else",
  "endif",
  "unless",
  "endunless",
  "case",
  "when",
  "endcase",
  "assign",
  "comment",
  "endcomment",
]);

/**
 * Fills a template for one contact. A field that is empty and has no `default` is named in `missing`.
 * @throws TemplateError for a template that cannot be read.
 */
export function renderTemplate(template: TemplateTexts, data: MergeData): Rendered {
  const missing = new Set<string>();
  const fill = (text: string, escaped: (value: string) => string) => {
    const scope = new FieldScope(data, escaped, (name) => missing.add(name), fieldsWithDefault(text));
    try {
      return String(engine.renderSync(read(text), scope.values));
    } catch (error) {
      throw error instanceof TemplateError ? error : new TemplateError(sentence(error));
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
    const single = singleBraces.exec(text.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, ""))?.[0];
    if (single) return `The ${name} holds ${single}, which is no field: a field has two braces on each side.`;
    try {
      read(text);
    } catch (error) {
      return `The ${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return null;
}

function read(text: string): Template[] {
  for (const tag of text.matchAll(/\{%-?\s*(\w+)/g)) {
    if (!allowedTags.has(tag[1] ?? "")) throw new TemplateError(`"${tag[1]}" is not among the instructions a template may use.`);
  }
  try {
    return engine.parse(text);
  } catch (error) {
    throw new TemplateError(sentence(error));
  }
}

/** Fields that the text gives a fallback: those are never missing. */
function fieldsWithDefault(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{-?\s*([A-Za-z_]\w*)\s*\|[^}]*\bdefault\s*:/g)].map((match) => match[1] ?? ""));
}

/** What Liquid says of a text, in words of a writer of mails. A mail's text is one line to it, so its line and column say nothing. */
function sentence(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error))
    .replace(/, (file|line|col):[^,]*/g, "")
    .replace(/\s+/g, " ");
  const open = text.match(/^output "(.*)" not closed/)?.[1];
  if (open) return `“${open}” is opened and never closed with }}.`;
  const instruction = text.match(/^tag (.*) not closed/)?.[1];
  if (instruction) return `“${instruction}” is opened and never closed.`;
  const filter = text.match(/^undefined filter: (.*)/)?.[1];
  if (filter) return `“${filter}” after a | is not known here.`;
  const stray = text.match(/^tag "(.*)" not found/)?.[1];
  if (stray) return `“${stray}” closes nothing that was opened.`;
  if (/^invalid value expression: ""/.test(text)) return "Between {{ and }}, or after an if, a field is missing.";
  return text;
}
