import punycode from "punycode.js";

/** As the network writes it (UTS 46): what a web address makes of it, in Node as in a browser; as it is where it can stand in none. */
function toAscii(label: string): string {
  if (/[^\p{L}\p{M}\p{N}-]/u.test(label)) return label;
  try {
    return new URL(`http://${label}.x`).hostname.slice(0, -2);
  } catch {
    return label;
  }
}

/** As people read it. */
export function toLetters(label: string): string {
  try {
    return punycode.toUnicode(toAscii(label));
  } catch {
    return label;
  }
}

const isPlain = (label: string) => /^(?!xn--)[!-~]*$/i.test(label);

/** A domain as it is written, and as the other half of the world writes it; label by label, since one may be a wildcard. */
export function bothWays(domain: string): string[] {
  const each = (change: (label: string) => string) =>
    domain
      .split(".")
      // What is plain ASCII is written in one way only; and alone, a number would be read as the short form of a network address.
      .map((label) => (isPlain(label) ? label : change(label)))
      .join(".");
  return [...new Set([domain, each(toAscii), each(toLetters)])];
}

/** An address with its domain as mail systems write it to each other (RFC 5891); what is no domain stays as it is. */
export function inAscii(address: string): string {
  const at = address.lastIndexOf("@");
  if (at < 0) return address;
  const domain = address
    .slice(at + 1)
    .split(".")
    .map((label) => (isPlain(label) ? label : toAscii(label)));
  return `${address.slice(0, at)}@${domain.join(".")}`;
}

/** The other ways in which the domain of an address is written; none where it is plain ASCII. */
export function otherForms(address: string): string[] {
  const at = address.lastIndexOf("@") + 1;
  if (at === 0 || (/^[!-~]*$/.test(address) && !address.includes("xn--"))) return [];
  return bothWays(address.slice(at))
    .map((domain) => address.slice(0, at) + domain)
    .filter((form) => form !== address);
}

/** What nobody sees and programs put between letters: marks of width, direction and byte order, joiners. */
const hidden = /\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;
/** Letters as a Japanese keyboard writes them, and nothing else: a small two above is no two. */
const wide = /[\uff01-\uff5e]/g;
const narrow = (letter: string) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0);

/** A text without marks that nobody sees, its wide letters as ASCII, each letter written in one way (NFC). */
export const plainLetters = (text: string) => text.replace(hidden, "").replace(wide, narrow).normalize("NFC");
