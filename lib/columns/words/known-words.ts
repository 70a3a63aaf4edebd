import { fold } from "../fold";
import { asia } from "./asia";
import { east } from "./east";
import { english } from "./english";
import { middle } from "./middle";
import { north } from "./north";
import { west } from "./west";
import type { WordList, Words } from "./word-list";

/** The words of every language, by its English name. */
export const languages: WordList = { ...english, ...west, ...north, ...middle, ...east, ...asia };

/** What a header is a name for; `name` is the whole name unless the other half stands beside it. */
export type Kind = "firstName" | "lastName" | "fullName" | "name" | "company" | "email" | "otherEmail";

/** Weak words count only where no better one is there. */
export type Meaning = { kind: Kind; weak: boolean };

const kinds: Kind[] = ["firstName", "lastName", "fullName", "name", "company", "email", "otherEmail"];
const meanings = new Map<string, Meaning[]>();
for (const words of Object.values(languages)) remember(words);

/** What a folded header can mean; some words mean one thing in one language and another in the next. */
export function meaningsOf(folded: string): Meaning[] {
  return meanings.get(folded) ?? [];
}

function remember(words: Words) {
  for (const kind of kinds) for (const word of words[kind] ?? []) add(word, { kind, weak: false });
  for (const [kind, list] of Object.entries(words.weak ?? {}))
    for (const word of list) add(word, { kind: kind as Kind, weak: true });
}

function add(word: string, meaning: Meaning) {
  // Digits are left out, as in what is looked up: "E-mail 2 Address" is looked up as "emailaddress".
  const key = fold(word).replace(/\d+/g, "");
  const known = meanings.get(key) ?? [];
  if (!known.some((one) => one.kind === meaning.kind)) meanings.set(key, [...known, meaning]);
}
