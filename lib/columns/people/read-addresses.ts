import { plainLetters } from "@/db/access/address-forms";

/** An address and nothing around it. What it may hold is judged by checkAddress; here it is only cut out. */
const one = /[^\s@<>()[\]",;:|`]+@[^\s@<>()[\]",;:|`]+/gu;
/** A cell of more letters is no address, nor some. */
const longestCell = 1000;
/** What is written around an address by programs and by people who meant to be helpful. */
const around: [RegExp, string][] = [
  [/^=?\s*hyperlink\s*\(\s*"mailto:([^"?]*)[^)]*\)?$/i, "$1"],
  [/^=\s*"(.*)"$/s, "$1"],
  [/<a\b[^>]*\bhref\s*=\s*["']?mailto:([^"'?>\s]+)[^>]*>.*$/is, "$1"],
  [/^\[[^\]]*\]\(mailto:([^)?]+)[^)]*\)$/i, "$1"],
  [/\bmailto:/gi, ""],
  [/\?(?:subject|cc|bcc|body)=.*$/is, ""],
  [/&lt;/gi, "<"],
  [/&gt;/gi, ">"],
  [/&#0*64;|&commat;/gi, "@"],
  [/[“”„«»]/g, ""],
];
/** Words that say of what stands behind them that it is an address of this person, and not somebody else's or one that is gone. */
const beforeAddress =
  /^(?:e-?mail(?:-?adresse?)?|mail|smtp|work|home|office|private|primary|main|adresse|correo|courriel|posta|to|an|à):$/i;

/**
 * The addresses of a cell, the first one first: also of `mailto:lea@hale.example`, of `Lea Hale <lea@hale.example>`, of links and of several in a row. Marks that nobody sees are left out of
 * them. Where it is not certain what is an address and what stands beside it the whole cell stands for it: half of an address is somebody else's.
 */
export function readAddresses(cell: string): string[] {
  const plain = cell.trim();
  if (plain.length > longestCell) return [plain];
  if (/^[\w.+-]+@[\w.-]*\w$/.test(plain)) return [plain];
  const seen = plainLetters(plain);
  const text = around.reduce((all, [pattern, by]) => all.replace(pattern, by), seen).trim();
  if (/…|\.\./.test(text)) return [text];
  const bracketed = [...text.matchAll(/<([^<>@\s]+@[^<>@\s]+)>/g)].map(([, address = ""]) => address);
  const found = bracketed.length > 0 ? bracketed : isAlone(text) ? [...text.matchAll(one)].map(([address]) => address) : [];
  const tidy = found.map((address) => (/^'[^']*'$/.test(address) ? address.slice(1, -1) : address).replace(/\.$/, ""));
  return tidy.length > 0 ? tidy : [text];
}

/** Whether what stands beside the addresses is only what divides them, a name in brackets or a word that says that they are one: a blank within an address would make another one of its end. */
function isAlone(text: string): boolean {
  if (/\s@|@\s|:\/\//.test(text)) return false;
  const rest = text
    .replace(one, " ")
    .replace(/\([^()]*\)/g, " ")
    .split(/\s+/)
    .filter((word) => !beforeAddress.test(word));
  // Google writes ":::" between several.
  return rest.every((word) => /^(?:[,;|/.]*|:{2,})$/.test(word));
}
