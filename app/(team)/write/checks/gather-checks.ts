import { spell } from "@/app/ui/words/count-words";
import type { LetterMail } from "@/lib/letters/letter";

/** One thing looked at for everybody the letter goes to. */
export type Gathered = {
  key: string;
  passes: boolean;
  blocking: boolean;
  title: string;
  /** What it means. */
  text: string;
  /** Whom it is about. */
  contactId: string | null;
  /** A campaign's mail of the same day, and when it could leave instead. */
  move: { draftId: string; at: string; words: string } | null;
  /** The name of the check, for what can be done about it. */
  name: string;
};

/** The checks of all mails as one list, what stops them first, then what asks for a look, then what passes. */
export function gatherChecks(mails: LetterMail[]): Gathered[] {
  const open = mails.filter((mail) => mail.state === "draft");
  const names = [...new Set(open.flatMap((mail) => mail.checks.map((check) => check.name)))];
  const days = open.flatMap((mail) => (mail.sameDay ? [sameDay(mail, mail.sameDay, open.length)] : []));
  const gathered = names.filter((name) => name !== dayName || days.length === 0).flatMap((name) => gather(name, open));
  return [...gathered, ...days].sort((one, other) => rank(one) - rank(other));
}

/** The check that is shown as a card of its own, with the way to move the campaign's mail. */
const dayName = "same day";

/** What keeps the letter from being signed: the first sentence of it. */
export function findBlock(checks: Gathered[]): Gathered | null {
  return checks.find((check) => !check.passes && check.blocking) ?? null;
}

/** Checks whose sentence names the person itself. */
const saysWho = new Set(["replied", "away"]);

const rank = ({ passes, blocking }: Gathered) => (passes ? 2 : blocking ? 0 : 1);

function gather(name: string, mails: LetterMail[]): Gathered[] {
  const all = mails.flatMap((mail) => mail.checks.filter((check) => check.name === name).map((check) => ({ mail, check })));
  const failed = all.filter(({ check }) => !check.passes);
  const [first] = all;
  if (!first) return [];
  if (failed.length === 0)
    return [
      pass(
        name,
        sayPassed(
          name,
          all.map(({ check }) => check.sentence),
        ),
      ),
    ];
  // What is the same for everybody is said once.
  const sentences = new Map<string, typeof failed>();
  for (const one of failed) sentences.set(one.check.sentence, [...(sentences.get(one.check.sentence) ?? []), one]);
  return [...sentences].map(([sentence, some]) => {
    const whom = some.map(({ mail }) => mail.contact.name);
    const everybody = some.length === mails.length;
    const blocking = some.some(({ check }) => check.blocking);
    return {
      key: `${name} ${sentence}`,
      passes: false,
      blocking,
      title: everybody || saysWho.has(name) ? sentence : `${nameFew(whom)}: ${sentence}`,
      text: blocking
        ? "This must be put right before the letter can be signed."
        : name === "mailbox"
          ? "You may sign; it waits until then."
          : "You may sign all the same.",
      contactId: some[0]?.mail.contact.id ?? null,
      move: null,
      name,
    };
  });
}

function sameDay(mail: LetterMail, day: NonNullable<LetterMail["sameDay"]>, of: number): Gathered {
  const called = of === 1 ? mail.contact.name : (mail.contact.name.split(" ")[0] ?? mail.contact.name);
  return {
    key: `day ${mail.draftId}`,
    passes: false,
    blocking: false,
    title: `${called} gets two mails ${day.at.startsWith("today") ? "today" : "in a day"}`,
    text: `${day.campaign} mails them ${day.at}, too.`,
    contactId: mail.contact.id,
    move: day.to && { draftId: day.draftId, ...day.to },
    name: dayName,
  };
}

const pass = (name: string, title: string): Gathered => ({
  key: name,
  name,
  title,
  passes: true,
  blocking: false,
  text: "",
  contactId: null,
  move: null,
});

const passedWords: Record<string, (count: string) => string> = {
  fields: (count) => `Fields filled for ${count}`,
  recipient: () => "All addresses are sound",
  suppressed: () => "None suppressed",
  replied: () => "None wrote since",
  away: () => "None is away",
};

function sayPassed(name: string, sentences: string[]): string {
  const [first = ""] = sentences;
  if (sentences.length === 1) return first;
  const words = passedWords[name];
  if (words) return words(sentences.length === 2 ? "both" : `all ${spell(sentences.length)}`);
  return first;
}

function nameFew(names: string[]): string {
  const [one = "", two] = names;
  if (names.length === 1) return one;
  return names.length === 2 ? `${one} and ${two}` : `${one} and ${spell(names.length - 1)} more`;
}
