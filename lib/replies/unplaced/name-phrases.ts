/** The beginning of a message says who it is about; what stands far down is quoted, or a disclaimer. */
const read = 3000;
const most = 1500;
/** Words of a name or a company, at most. */
const longest = 5;

/**
 * Everything in a text that may be the name of a person or a company: one to five words next to each other that begin with a capital or
 * a figure, as they stand there.
 */
export function namePhrases(text: string): string[] {
  const words = [...text.slice(0, read).matchAll(/\S+/g)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
  }));
  const phrases = new Set<string>();
  for (const [index, first] of words.entries()) {
    const start = first.from + leading(text.slice(first.from, first.to));
    if (!/^[\p{Lu}\p{Lo}\p{N}]/u.test(text.slice(start, start + 2))) continue;
    for (const last of words.slice(index, index + longest)) {
      const whole = text.slice(start, last.to);
      // Over the end of a line goes no name.
      if (/[\r\n]/.test(whole) || phrases.size >= most) break;
      const phrase = whole.replace(/[\s.,;:!?)\]}"'’”»]+$/u, "");
      if (phrase.length >= 3) phrases.add(phrase);
      // "Ross Inc." ends in what else is a full stop.
      if (whole.endsWith(".")) phrases.add(whole);
    }
  }
  return [...phrases];
}

const leading = (word: string) => /^[("'“„‘«[{<]*/u.exec(word)?.[0].length ?? 0;
