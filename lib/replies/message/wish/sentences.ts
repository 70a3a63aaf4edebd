/** Longer ones are read in pieces of this length. */
const longest = 700;
/** A line at least this long was folded by a program, not ended by its writer. */
const folded = 50;

const abbreviation =
  /(?:^|[\s(.])(art|abs|nr|no|mr|mrs|ms|dr|st|bzw|ca|gem|inkl|tel|ul|prof|ing|mag|sig|sr|sra|srta|bl|par|odst|čl|ods|vs|cf|p|pp|ex|resp|max|min|evtl|ggf|usw|etc|approx|attn|zzgl|lt|sog|[\p{L}])\.$/iu;

/** `isAlone`: hardly anything else stands on its line, or it ends the text. */
export type Sentence = { text: string; isAlone: boolean };

/** Beside a bare "Stop." there is room for "Thank you, Anna". */
const mostWordsAlone = 5;

/** The sentences of a text, as they stand there; a line ends one unless a program folded it. */
export function sentencesOf(text: string): Sentence[] {
  const found = blocksOf(text).flatMap((block) => {
    const isAlone = block.split(/\s+/).length <= mostWordsAlone;
    return endings(block).flatMap((one) => pieces(one).map((piece) => ({ text: piece.trim(), isAlone })));
  });
  const told = found.filter(({ text: one }) => /[\p{L}\p{N}]/u.test(one));
  return told.map((one, at) => (at === told.length - 1 ? { ...one, isAlone: true } : one));
}

function pieces(sentence: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < sentence.length; at += longest) found.push(sentence.slice(at, at + longest));
  return found;
}

/** Lines that belong together: the one before was full, or the next goes on in small letters. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  // Who begins in small letters begins each line so.
  const writesSmall = /^[^\p{L}]*\p{Ll}/u.test(text);
  let last = "";
  for (const line of text.split("\n")) {
    const open = last.trim() !== "" && !/[.!?…:;。！？]["')\]]*\s*$/u.test(last);
    const goesOn = !writesSmall && /^\s*\p{Ll}/u.test(line);
    const isFolded = last.length >= folded || (last.length >= folded / 2 && last.trimEnd().endsWith(","));
    if (open && line.trim() !== "" && (goesOn || isFolded)) blocks[blocks.length - 1] += `\n${line}`;
    // HTML has paragraphs where plain text has lines: what goes on in small letters after nothing was folded there.
    else if (goesOn && blocks.length > 0 && last.trim() === "" && isOpen(blocks.at(-1) ?? ""))
      blocks[blocks.length - 1] += `\n${line}`;
    else if (line.trim() !== "") blocks.push(line);
    last = line;
  }
  return blocks;
}

const isOpen = (block: string) => block.length >= folded && !/[.!?…:;,。！？]["')\]]*\s*$/u.test(block);

function endings(block: string): string[] {
  const found: string[] = [];
  let begin = 0;
  for (const { 0: mark, index } of block.matchAll(/(?<![.!?…؟])[.!?…؟]+["')\]»”]*\s+|[。！？]+["')\]」』]*\s*/gu)) {
    const end = index + mark.length;
    const next = block[end] ?? "";
    const isDot = mark.startsWith(".") && !mark.startsWith("..");
    // "seit 1. April": a number with a dot is a day.
    if (isDot && /(?<!\d)\d{1,2}$/.test(block.slice(Math.max(0, index - 3), index))) continue;
    // "Do not write... call me": three dots are a breath where small letters follow.
    if (/^(\.{2}|…)/.test(mark) && /\p{Ll}/u.test(next)) continue;
    if (isDot && (/[\p{Ll}\p{N}]/u.test(next) || abbreviation.test(block.slice(Math.max(0, index - 8), index + 1)))) continue;
    found.push(block.slice(begin, end));
    begin = end;
  }
  found.push(block.slice(begin));
  return found;
}
