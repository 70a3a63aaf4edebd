import { languages } from "../languages/all-languages";
import { anyOf, cached } from "../languages/compile-language";
import { cleanText, foldText } from "../text/fold-text";

/** What programs put before the subject of an answer, with a number where they count. */
const answers =
  "(?:re|aw|antw|antwort|sv|vs|vá|rv|ref|rif|r|odp|ynt|ang|atb|res|回复|回覆|答复|返信|회신|답장|رد|תשובה|απ|отв|отг)(?:\\s?\\[\\d+\\])?\\s?[:：]";

/** Words that people do not choose for a subject; the others may be a person's, as "Holiday" is. */
const ofMachines =
  /auto|out.of.(?:the.)?office|\booo\b|abwesenheits|vacation re|автомат|автовідп|αυτοματ|otomat|avtomat|samodejn|sjalfvirk|自动|自動|자동|不在通知|تلقائ|آلي|אוטומטי|อัตโนมัติ|tu dong|fuori ufficio|fuera de (?:la )?oficina|fora do escritorio|message d'absence|mensaje de ausencia/u;

/** People are out of office too, but nothing that they write is automatic. */
const automatic = /auto|автомат|автовідп|αυτοματ|otomat|avtomat|sjalfvirk|自动|自動|자동|تلقائ|آلي|אוטומטי|อัตโนมัติ|tu dong/u;

/**
 * How surely a subject is one that automatic answers begin with, in any language. It must be the whole, or divided from the subject it
 * answers: "Automatic reply: Invoices", not "Automatic replies of your product".
 */
export function machineSubject(subject: string): "sure" | "likely" | null {
  const folded = foldText(cleanText(subject)).trim();
  if (/^auto(?:matic)?\s?:/.test(folded)) return "sure";
  const found = languages.map((language) => {
    const words = () => anyOf(language.subject, language);
    const opening = cached(
      `${language.code} subject`,
      () =>
        `^[\\s"'*\\[(【<-]{0,3}${words()}(?=\\s*$|\\s*[:：;,.!|/)\\]】>"'*-]|\\s*[(\\[]|\\s+${answers}|\\s+(?:until|till|from|to|${anyOf(language.until, language)}|${anyOf(language.from, language)})(?!\\p{L})|\\s+\\d)`,
    );
    return opening.exec(folded)?.[0];
  });
  const words = found.filter((one) => one !== undefined);
  if (words.some((one) => ofMachines.test(one))) return "sure";
  return words.length > 0 ? "likely" : null;
}

/** Whether a line is nothing but the name of such an answer: "Automatic message". */
export function isMachineLine(line: string): boolean {
  const folded = foldText(cleanText(line))
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
    .replace(/\s+/g, " ");
  return (
    automatic.test(folded) &&
    languages.some((language) => cached(`${language.code} line`, () => `^${anyOf(language.subject, language)}$`).test(folded))
  );
}

/** Whether a subject ends with such words in brackets: "Re: Invoices (Out of Office)". */
export function endsAsMachine(subject: string): boolean {
  const last = /[([【]([^()[\]【】]{3,60})[)\]】]\s*$/u.exec(cleanText(subject));
  return last !== null && machineSubject(last[1] ?? "") !== null;
}

/** Whether a subject is that of an answer which a program of people began: "Re: Invoices", also behind the mark of a list or a filter. */
export function isAnswerSubject(subject: string): boolean {
  const folded = foldText(cleanText(subject)).trim();
  return cached("answer subject", () => `^(?:[\\[*({<][^\\])}>]{1,40}[\\])}>*]+\\s*|external:?\\s*)?${answers}`, "iu").test(
    folded,
  );
}
