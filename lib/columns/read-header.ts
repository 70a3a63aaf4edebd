import { fold, wordsOf } from "./fold";
import { fillers, lessPersonWords, mainWords, otherWords, personWords } from "./words/beside-email";
import { type Kind, type Meaning, meaningsOf } from "./words/known-words";

/**
 * One thing that a header may be a name for. A lower `rank` is the surer one: 0 the word itself, 1 and 2 with a word before it
 * ("Person - Name", "billing_first_name"), 3 and more a weak word. Of an address `further` says that it is not the first one.
 */
export type Reading = { kind: Kind; rank: number; further: boolean; number: number };

const weakRank = 3;

const besideEmail = [mainWords, otherWords, fillers, personWords];

/** What a header names, in whatever language; nothing where it names none of a contact's own fields. */
export function readHeader(header: string): Reading[] {
  const readings = readOne(header);
  const parts = header.split(/[/|\n]+/).filter((part) => fold(part) !== "");
  if (readings.length > 0 || parts.length < 2) return readings;
  // "Firma / Company": the same in two languages.
  const [first = [], ...others] = parts.map(readOne);
  return first.filter(({ kind }) => others.every((part) => part.some((one) => one.kind === kind)));
}

function readOne(header: string): Reading[] {
  const words = wordsOf(header);
  const number = Number(words.find((word) => /^\d$/.test(word)) ?? 1);
  const plain = words.filter((word) => !/^\d+$/.test(word));
  const readings = readPlain(header, plain).map(({ kind, weak, rank }) => ({
    kind,
    rank: rank + (weak ? weakRank : 0),
    further: kind === "otherEmail" || number > 1,
    number,
  }));
  if (readings.some((one) => isEmail(one.kind))) return readings;
  const address = readAddress(plain);
  if (address) return [{ kind: "email", rank: address.rank, further: address.further || number > 1, number }];
  // "Name 2" and "Organization 2 - Name" go on from the first one; they are no names of their own.
  return number > 1 ? [] : readings;
}

function readPlain(header: string, words: string[]): (Meaning & { rank: number })[] {
  const exact = meaningsOf(fold(header).replace(/\d+/g, ""));
  if (exact.length > 0) return exact.map((one) => ({ ...one, rank: 0 }));
  const rest = words.filter((word) => !fillers.has(word));
  for (const [rank, before] of [[0, null] as const, [1, personWords] as const, [2, lessPersonWords] as const]) {
    const found = meaningsOf(without(rest, before).join(""));
    if (found.length > 0) return found.map((one) => ({ ...one, rank }));
  }
  return [];
}

/** "Person - Email - Work", "Personal mail address", "E-Mail (geschäftlich)": an address with words that say which. */
function readAddress(words: string[]): { rank: number; further: boolean } | null {
  for (const [rank, before] of [[0, personWords] as const, [2, lessPersonWords] as const]) {
    const rest = without(words, before).filter((word) => !besideEmail.some((list) => list.has(word)));
    const found = meaningsOf(rest.join("")).find((one) => isEmail(one.kind) && !one.weak);
    if (found) return { rank, further: found.kind === "otherEmail" || words.some((word) => otherWords.has(word)) };
  }
  return null;
}

function without(words: string[], before: Set<string> | null): string[] {
  const start = before ? words.findIndex((word) => !before.has(word)) : 0;
  return start < 0 ? [] : words.slice(start);
}

function isEmail(kind: Kind) {
  return kind === "email" || kind === "otherEmail";
}
