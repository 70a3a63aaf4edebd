import { plainLetters } from "../../../mail/text/plain-letters";
import { newText } from "../quote/new-text";
import type { ReceivedMessage } from "../received-message";
import type { Wants, Wish } from "../understood";
import { asksForCall } from "./asks-for-call";
import { isAmbiguous, isCommand, isOfLists } from "./is-command";
import { ownSubject } from "./own-subject";
import { phrases } from "./phrase";
import { plainSentence } from "./plain-sentence";
import { type Sentence, sentencesOf } from "./sentences";
import { everyLanguage } from "./words/every-language";

/** Who writes more puts the wish at the beginning or at the end. */
const beginning = 4000;
const end = 2000;
const mostSentences = 80;
/** What is only proposed, the strongest first: one wish is told of a message. */
const proposals = ["left", "wrong person", "later"] as const;
const order = ["remove", ...proposals] as const;

const languages = everyLanguage.map((words) => ({
  letters: words.letters,
  common: new Set(plainLetters(words.common).split(" ").filter(Boolean)),
  isEnglish: words === everyLanguage[0],
  script: words.script,
  off: phrases(words.off, words.script),
  silence: phrases(words.silence, words.script),
  keeps: phrases(words.keeps, words.script),
  things: phrases(words.things, words.script),
  spares: phrases(words.spares, words.script),
  "wrong person": phrases(words.wrongPerson, words.script),
  later: phrases(words.later, words.script),
  left: phrases(words.left, words.script),
}));
type Language = (typeof languages)[number];
type What = Exclude<keyof Language, "letters" | "common" | "isEnglish" | "script">;

/** Behind a command there is room for a name, before one for "no thanks". */
const mostWordsBehind = 2;
const mostClauses = 3;

/** So many small words of a language, and it is told from the rest. */
const enough = 4;

/** What the writer of a message asks for in their own new words; quotes, footers and what machines add say nothing. */
export function readWish(message: ReceivedMessage): Wish | null {
  return readWishes(message)[0] ?? null;
}

/** Each wish of a message, the strongest first. */
function readWishes(message: ReceivedMessage): Wish[] {
  const subject = ownSubject(message);
  const text = newText(message);
  const sentences = ends(
    sentencesOf(text.length > beginning + end ? `${text.slice(0, beginning)}\n\n${text.slice(-end)}` : text),
  );
  const found = new Map<Wants, string>();
  const seen = new Set<string>();
  const spoken = languagesOf(text);
  const all = subject ? [{ text: subject, isAlone: true }, ...sentences] : sentences;
  for (const [at, sentence] of all.entries()) {
    if (seen.has(sentence.text)) continue;
    seen.add(sentence.text);
    const wants = wantsOf(sentence, all[at + 1]?.text ?? "", spoken);
    if (wants && !found.has(wants)) found.set(wants, sentence.text);
  }
  return order.flatMap((wants) => (found.has(wants) ? [{ wants, sentence: found.get(wants) ?? "" }] : []));
}

function ends(sentences: Sentence[]): Sentence[] {
  return sentences.length > mostSentences
    ? [...sentences.slice(0, mostSentences / 2), ...sentences.slice(-mostSentences / 2)]
    : sentences;
}

/** The languages a text may be written in: the letters tell it, and the small words where there are enough of them; English goes everywhere. */
function languagesOf(text: string): Language[] {
  const plain = plainLetters(text.slice(0, beginning));
  const fitting = languages.filter(({ letters }) => letters.test(plain));
  const words = plain.split(/[^\p{L}]+/u);
  const counts = new Map(fitting.map((one) => [one, words.filter((word) => one.common.has(word)).length]));
  const most = Math.max(0, ...counts.values());
  if (most < enough) return fitting;
  return fitting.filter((one) => one.common.size === 0 || one.isEnglish || (counts.get(one) ?? 0) >= most * 0.6);
}

function wantsOf({ text, isAlone }: Sentence, following: string, languagesOfText: Language[]): Wants | null {
  const whole = readable(text);
  if (isCommand(whole.spaced, isAlone)) return "remove";
  if (isAmbiguous(whole.spaced)) return null;
  const clauses = text.split(/[,;:–—|/…，、；：]|\.{2,}|\s-\s/u).map(readable);
  if (isClause(clauses, isAlone)) return "remove";
  const spoken = languagesOfText.filter(({ letters }) => letters.test(whole.spaced));
  const saying = (what: What, { spaced, dense }: Readable) =>
    spoken.filter((one) => one[what].test(one.script === "dense" ? dense : spaced));
  const says = (what: What, text: Readable) => saying(what, text).length > 0;
  const isKept = () => says("keeps", whole);
  const asksForSilence = () => {
    const asked = saying("silence", whole);
    if (asked.length === 0 || asksForCall(readable(following).spaced)) return false;
    const at = clauses.findIndex((clause) => says("silence", clause));
    // What is not to be sent stands in the same clause; until when, and what else instead, may follow in the next.
    const near = at < 0 ? whole : (clauses[at] ?? whole);
    const next = at < 0 ? undefined : clauses[at + 1];
    // English is looked for in every text, and its small words mean other things elsewhere.
    const isTold = (what: What, text: Readable) => saying(what, text).some((one) => !one.isEnglish || asked.includes(one));
    return !isTold("things", near) && !isTold("spares", near) && !(next && isTold("spares", next));
  };
  if ((says("off", whole) || asksForSilence()) && !isKept()) return "remove";
  const proposed = proposals.find((wants) => says(wants, whole));
  return proposed && !isKept() ? proposed : null;
}

/** "No thanks, remove", or "Unsubscribe, I never asked for this": what goes on behind the command may be the thing to be removed. */
function isClause(clauses: Readable[], isAlone: boolean): boolean {
  const [first, last] = [clauses.at(0), clauses.at(-1)];
  if (!first || !last || clauses.length < 2) return false;
  const rest = clauses.slice(1).flatMap(({ spaced }) => spaced.trim().split(" "));
  const begins = isCommand(first.spaced, false) && (rest.length <= mostWordsBehind || isOfLists(first.spaced));
  return begins || isCommand(last.spaced, isAlone && clauses.length <= mostClauses);
}

type Readable = { spaced: string; dense: string };

function readable(text: string): Readable {
  const spaced = plainSentence(text);
  return { spaced, dense: spaced.replaceAll(" ", "") };
}
