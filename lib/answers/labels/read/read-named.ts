import { findName, nameBefore, nameBehind, nameFromAddress } from "./find-name";

/** Whom an answer names in the place of its writer: as far as its words go, so that a person only looks it over. */
export type Named = { name: string | null; firstName: string; lastName: string; email: string | null };

/** As much of an answer as is kept to be shown in lists. */
const longest = 600;

const address = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

/** Where what they quote begins, in a text whose lines may be joined: a head with its address, or who wrote when. */
const quote =
  /(?:^|\s)(?:-{2,}\s?(?:Original|Ursprüngliche|Message d'origine|Mensaje original|Forwarded)|_{8,}|>\s|(?:From|Von|De|Da|Van|Fra|Från|Lähettäjä|Od|От)\s?:\s[^@]{0,80}[<[(]?\S+@|(?:On|Am|Le|El|Il|Op|Den|Em|Dnia|W dniu)\s[^@]{0,80}(?:<\S+@\S+>?\s?)?(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał\(?a?\)?)\b)/u;

/** Addresses that only stand in the head of a letter say who got it, not who is in charge. */
const copied = /(?:^|[\s;])(?:cc|bcc|kopie|copie|copia|kopi|cópia|kopia)\s?:\s*(?:[^@:]{0,60}@[^\s,;>]+>?[,;]?\s*)+/giu;

/**
 * The colleague whom an answer names: by address, with the name that stands beside it; else by name alone, behind words that pass the reader on. In
 * several languages, of a text of a few hundred letters whose lines may be joined.
 * @param own addresses that are nobody new: the writer's and ours.
 */
export function readNamed(text: string, own: string[]): Named | null {
  const said = (text.slice(0, longest).split(quote, 1)[0] ?? "").replace(copied, " ");
  const known = new Set(own.map((one) => one.toLowerCase()));
  for (const { 0: found, index } of said.matchAll(address)) {
    const email = found.replace(/^['.]+|['.]+$/g, "");
    if (known.has(email.toLowerCase())) continue;
    const before = said.slice(0, index);
    const behind = said.slice(index + found.length);
    const name = nameBefore(before) ?? nameBehind(behind) ?? findName(said) ?? nameFromAddress(email);
    return { ...partsOf(name), email };
  }
  const name = findName(said);
  return name ? { ...partsOf(name), email: null } : null;
}

function partsOf(name: { words: string[]; isLast: boolean } | null): Omit<Named, "email"> {
  if (!name) return { name: null, firstName: "", lastName: "" };
  const [first = "", ...rest] = name.words;
  const whole = name.words.join(" ");
  // "Frau Keller": with a title and one word, that is what the family is called.
  if (name.isLast && rest.length === 0) return { name: whole, firstName: "", lastName: first };
  return { name: whole, firstName: first, lastName: rest.join(" ") };
}
