import type { ReceivedMessage } from "../received-message";
import { wordsOfFirm } from "./languages/compile-language";
import { tellLanguages } from "./languages/tell-languages";
import { cleanText, foldText } from "./text/fold-text";
import { splitSentences } from "./text/split-sentences";
import { namesOfFirm } from "./text/names-of-firm";

/** The sentence that says that somebody works there no longer, or null. */
export function saysLeft(message: ReceivedMessage): { sentence: string } | null {
  const text = cleanText(message.text);
  const folded = foldText(text);
  const firm = namesOfFirm(message.from);
  for (const { language } of tellLanguages(text, folded).slice(0, 3)) {
    const left = wordsOfFirm(language, language.left, firm);
    for (const { start, end } of splitSentences(text, [])) {
      const sentence = text.slice(start, end);
      if (left.test(folded.slice(start, end)) && !/[?？]\s*$/.test(sentence)) return { sentence };
    }
  }
  return null;
}
