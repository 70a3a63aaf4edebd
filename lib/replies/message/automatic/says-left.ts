import { newText } from "../quote/new-text";
import type { ReceivedMessage } from "../received-message";
import { languages } from "./languages/all-languages";
import { wordsOf, wordsOfFirm } from "./languages/compile-language";
import { tellLanguages } from "./languages/tell-languages";
import { cleanText, foldText } from "./text/fold-text";
import { namesOfFirm } from "./text/names-of-firm";
import { splitSentences } from "./text/split-sentences";

/** Only the languages a text may be in are searched for the name of the firm. */
const mostWithFirm = 3;

/** The sentence that says that somebody works there no longer, or null. */
export function saysLeft(message: ReceivedMessage): { sentence: string } | null {
  const text = cleanText(newText(message));
  const folded = foldText(text);
  const told = tellLanguages(text, folded).slice(0, mostWithFirm);
  const firm = namesOfFirm(message.from);
  const signs = [
    ...told.map(({ language }) => wordsOfFirm(language, language.left, firm)),
    ...languages
      .filter((language) => !told.some((one) => one.language === language))
      .map((language) => wordsOf(language, "left")),
  ];
  for (const { start, end } of splitSentences(text, [])) {
    const words = folded.slice(start, end);
    const isSaid = signs.some((sign) => {
      const found = sign.exec(words);
      // Whether somebody works there is asked too.
      return found !== null && !/^[^.!?？]*[?？]/u.test(words.slice(found.index + found[0].length));
    });
    if (isSaid) return { sentence: text.slice(start, end) };
  }
  return null;
}
