import { domainOf } from "../../mail/address";
import { isFreeMail } from "../../mail/is-free-mail";
import { fold } from "../fold";
import { hasLegalForm, withoutLegalForm } from "../words/legal-forms";

/** Where the words of a cell stand in the local part of an address: `both` of a whole name, at its beginning or at its end. */
export type Fit = { hit: boolean; both: boolean; first: boolean; last: boolean };

/** Shorter words occur in any address by chance. */
const shortest = 3;
const secondLevels = new Set(["ac", "co", "com", "edu", "gob", "gouv", "gov", "ne", "net", "or", "org"]);

/** How a person's name fits an address: "Lea" and "Hale" into lea.hale@, l.hale@ or leah@ of any domain. */
export function fitOfName(cell: string, address: string): Fit {
  const parts = (address.split("@")[0] ?? "").split(/[^\p{L}]+/u).map(fold);
  const local = parts.join("");
  const words = cell.split(/[^\p{L}\p{M}'’]+/u).filter((word) => fold(word) !== "");
  const found = words.map((word) => spellings(word).find((one) => occurs(one, parts, local)) ?? null);
  const first = found.some((one) => one !== null && local.startsWith(one) && one !== local);
  const last = found.some((one) => one !== null && local.endsWith(one) && one !== local);
  const hits = new Set(found.filter((one) => one !== null)).size;
  return { hit: hits > 0, both: hits > 1 || (hits === 1 && initialBeside(words, found, local)), first, last };
}

/** Whether the name of a company and the domain of an address contain each other: "Hale Ltd" and lea@hale-london.example. */
function fitsDomain(company: string, address: string): boolean {
  const domain = domainOf(address);
  if (isFreeMail(domain)) return false;
  const name = fold(withoutLegalForm(company));
  const labels = domain.split(".").slice(0, -1).map(fold);
  return labels.some(
    (label) =>
      label.length >= shortest &&
      !secondLevels.has(label) &&
      (name.includes(label) || (name.length >= shortest && label.includes(name))),
  );
}

/** 1 for a name that fits the domain, 1.5 if it has a legal form as well; the form alone counts as fitting. */
export function pointsOfCompany(company: string, address: string): number {
  const fits = fitsDomain(company, address);
  return hasLegalForm(company) ? (fits ? 1.5 : 1) : fits ? 1 : 0;
}

function occurs(word: string, parts: string[], local: string): boolean {
  return word.length >= shortest ? local.includes(word) : word.length > 1 && parts.includes(word);
}

/** "Müller" is muller or mueller in an address. */
function spellings(word: string): string[] {
  const long = word.normalize("NFC").replace(/[äöüÄÖÜ]/g, (letter) => `${fold(letter)}e`);
  return [...new Set([fold(word), fold(long)])];
}

/** l.hale@ and leah@: one word whole, and all that is left is how another one begins. */
function initialBeside(words: string[], found: (string | null)[], local: string): boolean {
  const whole = found.find((one) => one !== null) ?? "";
  const left = local.replace(whole, "");
  return left !== "" && words.some((word, index) => found[index] === null && fold(word).startsWith(left));
}
