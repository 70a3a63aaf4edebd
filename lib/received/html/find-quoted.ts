import { Parser } from "htmlparser2";
import { findQuotes } from "../../mail/quote/find-quotes";

/** From a place in the HTML to another, which is behind it. */
export type Range = { begin: number; end: number };

const blocks = new Set(
  "address article blockquote body br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul".split(
    " ",
  ),
);
const silent = new Set(["head", "script", "style", "title", "template"]);
/** Longer letters are looked at so far: what is quoted below begins before. */
const mostLines = 1500;

/** The frame that a mail program puts around the mail it quotes; Exchange writes an x_ before the names of others. */
const framed =
  /(^|\s)(x_)*(gmail_quote(_container)?|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-cite-prefix|gmail_extra|quoted-text|front-blockquote|mcntwebmailquote|wordsection1_quoted)(\s|$)/i;
/** The line from which on all is quoted. */
const beginsAll =
  /^(x_)*(divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|reply-intro|OLK_SRC_BODY_SECTION|divtagdefaultwrapper_quote|ms-outlook-mobile-reference-message)$/i;
/** Outlook for Windows names nothing, but draws this line above "From:". */
const drawn =
  /border(-top)?\s*:[^;]*(solid\s+#?(e1e1e1|b5c4df|ccc(ccc)?)|(#?(e1e1e1|b5c4df)|rgb\(\s*(225,\s*225,\s*225|181,\s*196,\s*223)\s*\))[^;]*solid)/i;

/** `inFrame`: it stands in the frame of a quote, and is marked like one. */
type Line = { text: string; at: number; inFrame: boolean };
type Open = { tag: string; begin: number; kind: "framed" | "cited" | null };

/**
 * What of a mail's HTML is the mail it answers: by the frames that mail programs put around it, else by the words above it, of which we know those of
 * many programs and languages. Ranges are in order and do not overlap.
 */
export function findQuoted(html: string): Range[] {
  const lines: Line[] = [{ text: "", at: 0, inFrame: false }];
  const open: Open[] = [];
  const found: Range[] = [];
  /** Quotes without a name, which are one only where a line above them says so. */
  const cited: Range[] = [];
  let hidden = 0;
  let depth = 0;
  const end = html.length;
  const begins = (text: string) => {
    if (lines.length < mostLines) lines.push({ text: depth > 0 ? `> ${text}` : text, at: parser.startIndex, inFrame: depth > 0 });
  };
  const parser: Parser = new Parser({
    onopentag: (tag, { class: names = "", id = "", type, style = "" }) => {
      if (silent.has(tag)) hidden += 1;
      const kind =
        framed.test(names.slice(0, 300)) || (tag === "blockquote" && type === "cite")
          ? "framed"
          : tag === "blockquote"
            ? "cited"
            : null;
      if (kind && tag !== "br" && tag !== "hr") depth += 1;
      open.push({ tag, begin: parser.startIndex, kind });
      if (beginsAll.test(id) || (tag === "div" && drawn.test(style.slice(0, 500)))) found.push({ begin: parser.startIndex, end });
      if (blocks.has(tag)) begins("");
    },
    ontext: (text) => {
      const line = lines.at(-1);
      if (hidden > 0 || !line) return;
      if (line.text.length > 400) return;
      line.text += text.slice(0, 600).replace(/[\r\n\t ]+/g, " ");
    },
    onclosetag: (tag) => {
      const last = open.pop();
      if (silent.has(tag)) hidden -= 1;
      if (last?.kind) {
        depth -= 1;
        (last.kind === "framed" ? found : cited).push({ begin: last.begin, end: Math.min(end, parser.endIndex + 1) });
      }
      if (blocks.has(tag) && tag !== "br") begins("");
    },
  });
  parser.end(html);
  return joined([...found, ...byWords(lines, [...found, ...cited], end), ...byMarks(lines, end)]);
}

/** Those that words above them announce: all below, or the frame that follows. */
function byWords(lines: Line[], frames: Range[], end: number): Range[] {
  const texts = lines.map(({ text }) => text.trim());
  return findQuotes(texts).map((quote) => {
    const begin = lines[quote.begin]?.at ?? end;
    if (quote.end >= lines.length) return { begin, end };
    const next = lines[quote.end]?.at ?? end;
    // The line says who wrote; what they wrote stands in a frame, or behind marks.
    let last = next;
    for (const frame of frames) if (frame.begin >= begin && frame.begin <= next + 400) last = Math.max(last, frame.end);
    let marked = quote.end;
    while (marked < lines.length && (/^>/.test(texts[marked] ?? "") || texts[marked] === "")) marked += 1;
    return { begin, end: Math.max(last, lines[marked]?.at ?? end) };
  });
}

/** Lines that plain text marks as quoted, where they stand together: answers between them would make no sense without them. */
function byMarks(lines: Line[], end: number): Range[] {
  const runs: Range[] = [];
  let open = false;
  for (const [index, { text, at, inFrame }] of lines.entries()) {
    const isMarked = !inFrame && /^\s{0,4}>/.test(text);
    if (isMarked && !open) runs.push({ begin: at, end });
    const run = runs.at(-1);
    if (isMarked && run) run.end = lines[index + 1]?.at ?? end;
    if (isMarked || text.trim() !== "") open = isMarked;
  }
  const [only, ...more] = runs;
  return only && more.length === 0 ? [only] : [];
}

function joined(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.filter(({ begin, end }) => end > begin).sort((a, b) => a.begin - b.begin)) {
    const last = result.at(-1);
    if (last && range.begin <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}
