import { newText } from "../quote/new-text";
import type { ReceivedMessage } from "../received-message";
import type { Wants, Wish } from "../understood";
import { isCommand } from "./is-command";
import { ownSubject } from "./own-subject";
import { phrases } from "./phrase";
import { plainSentence } from "./plain-sentence";
import { sentencesOf } from "./sentences";
import { everyLanguage } from "./words/every-language";

/** Who writes more puts the wish at the beginning or at the end. */
const beginning = 4000;
const end = 2000;
/** What is only proposed, the strongest first: one wish is told of a message. */
const proposals = ["left", "wrong person", "later"] as const;

const languages = everyLanguage.map((words) => ({
  letters: words.letters,
  script: words.script,
  off: phrases(words.off, words.script),
  silence: phrases(words.silence, words.script),
  keeps: phrases(words.keeps, words.script),
  spares: phrases(words.spares, words.script),
  "wrong person": phrases(words.wrongPerson, words.script),
  later: phrases(words.later, words.script),
  left: phrases(words.left, words.script),
}));
type Language = (typeof languages)[number];

/** What the writer of a message asks for in their own new words; quotes, footers and what machines add say nothing. */
export function readWish(message: ReceivedMessage): Wish | null {
  const subject = ownSubject(message);
  const text = newText(message);
  const sentences = sentencesOf(text.length > beginning + end ? `${text.slice(0, beginning)}\n\n${text.slice(-end)}` : text);
  const found = new Map<Wants, string>();
  for (const sentence of subject ? [...sentences, subject] : sentences) {
    const wants = wantsOf(sentence);
    if (wants === "remove") return { wants, sentence };
    if (wants && !found.has(wants)) found.set(wants, sentence);
  }
  const wants = proposals.find((one) => found.has(one));
  return wants ? { wants, sentence: found.get(wants) ?? "" } : null;
}

function wantsOf(sentence: string): Wants | null {
  const plain = plainSentence(sentence);
  if (isCommand(plain)) return "remove";
  // "No thanks, remove": the command is the first or the last clause.
  const clauses = sentence.split(/[,;:–—|/，、；：]|\s-\s/u).map(plainSentence);
  if (clauses.length > 1 && [clauses.at(0), clauses.at(-1)].some((one) => one && isCommand(one))) return "remove";
  const dense = plain.replaceAll(" ", "");
  const spoken = languages.filter(({ letters }) => letters.test(plain));
  const says = (what: Exclude<keyof Language, "letters" | "script">, one: Language) =>
    one[what].test(one.script === "dense" ? dense : plain);
  const asks = spoken.some((one) => says("off", one) || (says("silence", one) && !spoken.some((other) => says("spares", other))));
  if (asks && !spoken.some((one) => says("keeps", one))) return "remove";
  return proposals.find((wants) => spoken.some((one) => says(wants, one))) ?? null;
}
