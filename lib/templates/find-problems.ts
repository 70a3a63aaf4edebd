import { checkTemplate, type TemplateTexts } from "./render/render-template";

/** Per text the sentence that says why it cannot be read; a text that can be read has none. */
export type TextProblems = { subject?: string; body?: string };

/** Looks at both texts on their own, so that each sentence stands at its field. */
export function findProblems(texts: TemplateTexts): TextProblems {
  const subject = checkTemplate({ subject: texts.subject, body: "" });
  const body = checkTemplate({ subject: "", body: texts.body });
  return { ...(subject ? { subject } : {}), ...(body ? { body } : {}) };
}
