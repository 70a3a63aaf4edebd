import { Liquid, type Template } from "liquidjs";
import { readMarks } from "./read-marks";

/** A template that cannot be read; the message is a sentence with the line. */
export class TemplateError extends Error {}

/** Fields, instructions and what changes them, in one text: a mail has a few, and the engine takes its time for each. */
const mostMarks = 1000;

/** No file system, no partials, and limits that a text of a few pages never meets. */
export const engine = new Liquid({
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

type Parsed = { parsed: Template[]; withDefault: Set<string> };
/** The few texts that were filled last: a campaign fills one for each of its people, and reading it takes as long as filling it. */
const lately = new Map<string, Parsed>();
const mostLately = 8;

/** A text as the engine fills it, and its fields that are never missing. @throws TemplateError. */
export function parseOnce(text: string): Parsed {
  const known = lately.get(text);
  if (known) return known;
  const made = { parsed: parseTemplate(text), withDefault: fieldsWithDefault(text) };
  lately.set(text, made);
  const [oldest] = lately.keys();
  if (lately.size > mostLately && oldest !== undefined) lately.delete(oldest);
  return made;
}

/** @throws TemplateError for a text that cannot be read. */
export function parseTemplate(text: string): Template[] {
  const marks = readMarks(text).reduce((count, { inner }) => count + inner.split("|").length, 0);
  if (marks > mostMarks)
    throw new TemplateError(
      `It holds ${marks.toLocaleString("en")} fields and instructions; ${mostMarks.toLocaleString("en")} are possible.`,
    );
  for (const tag of text.matchAll(/\{%-?\s*(\w+)/g)) {
    if (!allowedTags.has(tag[1] ?? "")) throw new TemplateError(`"${tag[1]}" is not among the instructions a template may use.`);
  }
  try {
    return engine.parse(text);
  } catch (error) {
    throw new TemplateError(sentenceOf(error));
  }
}

/** Fields that the text gives a fallback: those are never missing. */
export function fieldsWithDefault(text: string): Set<string> {
  const named = readMarks(text).flatMap(({ kind, inner }) => {
    const name = kind === "field" ? /^-?\s*([A-Za-z_]\w*)\s*\|/.exec(inner)?.[1] : undefined;
    return name && inner.split("|").some((filter, at) => at > 0 && /\bdefault\s*:/.test(filter)) ? [name] : [];
  });
  return new Set(named);
}

/** What Liquid says of a text, in words of a writer of mails. A mail's text is one line to it, so its line and column say nothing. */
export function sentenceOf(error: unknown): string {
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
