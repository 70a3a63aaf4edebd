/** More sentences than this no automatic answer has. */
const most = 150;

/** A piece of text: where it begins and where it ends. */
export type Span = { start: number; end: number };

const shortened =
  /(?:^|[^\p{L}])(?:mr|mrs|ms|dr|st|nr|no|tel|z|b|d|h|prof|hr|fr|ca|bzw|inkl|incl|einschl|m|p|sr|sra|sig|dott|ing|v|vr|vč|i|e|t|o|f|u|s|a|k|р|г|т|д|kl|klo|ext|mob|resp|evtl|max|min|dvs|tzn|tj|tzv|vgl|zb|cioe|okt|dni|dn|ul|bl|att|vs|c|q|ltd|inc|co)$/iu;

/**
 * The sentences of a text. A line that was broken in the middle of one goes on; a dot that belongs to a date or a shortened word ends none.
 * @param taken the dates, whose dots are theirs.
 */
export function splitSentences(text: string, taken: readonly Span[]): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    if (text.slice(start, end).trim() !== "") sentences.push(trimmed(text, start, end));
    start = end;
  };
  const ends = /[.!?…](?=[\s"”»)\]]|$)|[。！？]|\n/gu;
  for (const { 0: mark, index } of text.matchAll(ends)) {
    if (sentences.length >= most) break;
    if (index < start) continue;
    if (mark === "\n") {
      if (!goesOn(text, start, index)) close(index + 1);
    } else if (mark !== "." || isEnd(text, index, taken)) {
      close(index + 1);
    }
  }
  if (sentences.length < most) close(text.length);
  return sentences;
}

function trimmed(text: string, start: number, end: number): Span {
  const piece = text.slice(start, end);
  const first = start + (piece.length - piece.trimStart().length);
  return { start: first, end: first + piece.trim().length };
}

function isEnd(text: string, at: number, taken: readonly Span[]): boolean {
  const next = text.slice(at + 1, at + 6).trimStart();
  const inside = taken.find(({ start, end }) => at >= start && at < end);
  // The last dot of a date may end the sentence too.
  if (inside) return at === inside.end - 1 && /^\s/.test(text.slice(at + 1)) && /^(\p{Lu}|$)/u.test(next);
  if (/\d$/.test(text.slice(0, at).slice(-1)) && /^\s*[\p{Ll}\d(-]/u.test(text.slice(at + 1, at + 4))) return false;
  const before = text.slice(Math.max(0, at - 9), at);
  // Before a small letter only a whole word ends a sentence.
  if (/^\p{Ll}/u.test(next) && !/\p{L}{4}$/u.test(before)) return false;
  return !shortened.test(before);
}

/** Whether a sentence goes on in the next line, as where a mailer broke it after some seventy letters. */
function goesOn(text: string, start: number, at: number): boolean {
  const lineStart = Math.max(start, text.lastIndexOf("\n", at - 1) + 1);
  const line = text.slice(lineStart, at).trimEnd();
  const stop = text.indexOf("\n", at + 1);
  const next = text.slice(at + 1, stop === -1 ? text.length : stop).trim();
  if (line.trim() === "" || next === "") return false;
  if (/[.!?:;,。！？]$/u.test(line) && !/[,]$/u.test(line)) return false;
  if (/^\p{Ll}/u.test(next)) return true;
  return line.length >= 55 && !/^[-*•]/.test(next);
}
