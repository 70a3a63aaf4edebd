import { plainLetters } from "../../../mail/text/plain-letters";
import { mistyped } from "./mistyped";

const misspelt: [RegExp, string][] = [
  [/\b(do|does|did|would|ca|could|should|is|are|was|wo|have|has)n'?t\b/g, "$1 not"],
  [/\b(pls|plz|plse|pleas|plese|pleae|plase|pleease|pleaase)\b/g, "please"],
  [/\b(remov|remvoe|reomve|remmove|rmove|romove|remoove)\b/g, "remove"],
  [/\b(stahp|stpo|sotp)\b/g, "stop"],
  [/\bi'm\b/g, "i am"],
  [/'re\b/g, " are"],
  [/'ve\b/g, " have"],
  [/'ll\b/g, " will"],
  [/'d\b/g, " would"],
  [/\b(lemme)\b/g, "let me"],
  [/\b(gonna)\b/g, "going to"],
  [/\b(wanna)\b/g, "want to"],
];
const wanted = "unsubscribe";

/** A sentence as its phrases are sought: bare words between single blanks, and what is often mistyped written right. */
export function plainSentence(sentence: string): string {
  let text = plainLetters(sentence).replace(/\s+/g, " ");
  for (const [wrong, right] of misspelt) text = text.replace(wrong, right);
  return ` ${text
    .replace(/\b[uo]n?[- ]?s[a-z]{6,11}\b/g, (word) => repaired(word))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()} `;
}

/** "unsubcribe", "unsuscribed", "un-subscribe": near enough to the word, and near to no other. */
function repaired(word: string): string {
  const bare = word.replace(/[- ]/g, "");
  if (bare.startsWith(wanted)) return bare;
  const ending = /(d|r|rs|ing)$/.exec(bare)?.[1] ?? "";
  const stem = bare.slice(0, bare.length - ending.length);
  return /^[uo]n?su/.test(bare) && mistyped(stem, wanted) <= 3 ? `${wanted}${ending}` : word;
}
