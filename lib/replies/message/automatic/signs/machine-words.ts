import { wordsOf } from "../languages/compile-language";
import { tellLanguages } from "../languages/tell-languages";
import { cleanText, foldText } from "../text/fold-text";
import { splitSentences } from "../text/split-sentences";
import { isMachineLine } from "./machine-subject";

const mostRead = 4000;
const mostLanguages = 4;
/** A number a request is kept under. */
const number = /(?:#|№|no\.?|nr\.?|n[°º]|id|ticket|case|vorgang|fall|[a-z]{2,6}-)[\s:#-]{0,3}\d{3,}|\d{4,}/iu;

/** Only people joke. */
const jokes =
  /(?<!\p{L})(?:(?:just|only) (?:kidding|joking)|nur (?:spa(?:ß|ss)|ein scherz)|(?:kleiner|war ein) (?:spa(?:ß|ss)|scherz)|je (?:plaisante|rigole)|c'est une blague|(?:es|era) (?:una )?broma|scherzo|scherzavo|grapje|brincadeira|bara skoj|bare (?:spøg|tull)|żart(?:uję|owałem|owałam)|шучу|жартую|žertuji|csak viccelek|şaka yapıyorum)(?!\p{L})/iu;

/** Whether a text calls itself automatic, also in a line above or below the rest. A question whether something is automatic does not. */
export function callsItselfMachine(text: string): boolean {
  const lines = text
    .slice(0, mostRead)
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (jokes.test(text.slice(0, mostRead))) return false;
  if ([lines[0] ?? "", lines.at(-1) ?? ""].some(isMachineLine)) return true;
  return some(text, (words, language) => !/[?？]\s*$/.test(words) && wordsOf(language, "machine").test(words));
}

/** Whether a text says that a request was taken in under a number, as ticket systems do. */
export function confirmsTicket(text: string, subject: string): boolean {
  return (
    number.test(`${subject} ${text.slice(0, mostRead)}`) &&
    some(text, (words, language) => wordsOf(language, "ticket").test(words))
  );
}

function some(text: string, is: (words: string, language: Parameters<typeof wordsOf>[0]) => boolean): boolean {
  const clean = cleanText(text).slice(0, mostRead);
  const folded = foldText(clean);
  const told = tellLanguages(clean, folded).slice(0, mostLanguages);
  return splitSentences(clean, []).some(({ start, end }) => told.some(({ language }) => is(folded.slice(start, end), language)));
}
