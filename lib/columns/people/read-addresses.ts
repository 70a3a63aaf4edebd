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
  [/&lt;/gi, "<"],
  [/&gt;/gi, ">"],
  [/&#0*64;|&commat;/gi, "@"],
  [/[“”„«»]/g, ""],
];

/**
 * The addresses of a cell, the first one first: also of `mailto:lea@hale.example`, of `Lea Hale <lea@hale.example>`, of links and of several in a row. Marks that nobody sees are left out of
 * them, wide letters become usual ones. Where no address can be cut out the whole cell stands for it, so that it can be said what is wrong with it.
 */
export function readAddresses(cell: string): string[] {
  const plain = cell.trim();
  if (plain.length > longestCell) return [plain];
  if (/^[\w.+-]+@[\w.-]*\w$/.test(plain)) return [plain];
  const text = around
    .reduce(
      (all, [pattern, by]) => all.replace(pattern, by),
      plain.normalize("NFKC").replace(/\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, ""),
    )
    .trim();
  const bracketed = [...text.matchAll(/<([^<>@\s]+@[^<>@\s]+)>/g)].map(([, address = ""]) => address);
  const found = bracketed.length > 0 ? bracketed : alone(text) ? [...text.matchAll(one)].map(([address]) => address) : [];
  const tidy = found.map((address) => address.replace(/\?.*$/, "").replace(/^['.]+|['.]+$/g, ""));
  return tidy.length > 0 ? tidy : [text];
}

/** Whether what stands beside the addresses is only what divides them, a name in brackets or a word with a colon: a blank within an address would make another one of its end. */
function alone(text: string): boolean {
  if (/\s@|@\s/.test(text)) return false;
  const rest = text
    .replace(one, " ")
    .replace(/\([^()]*\)/g, " ")
    .replace(/[^\s:;,|]+:/g, " ");
  return /^[\s,;|:/.'"]*$/.test(rest) && !/^[^@]*"[^"]*"@/.test(text);
}
