import { flat } from "./fold";
import { unfold } from "./read-fields";
import { failingWords } from "./report-subjects";

const longest = 20_000;
/** Words of the line above the mail that a report returns, and those of lines that only part the report itself. */
const copyWords =
  /original|copy|returned|unsent|headers|message follows|below this line|included|kopie|nachricht|copie|copia|cópia|原|元/i;
const ownWords = /address|transcript|fatal|error|reason|session|fehler|recipient/i;
/** Headers that begin no sentence. */
const copied = /(?:^|\n|[ \t])(?:Received: ?(?:from|by) |Return-Path: ?<|DKIM-Signature: ?v=|Message-ID: ?<)/i;

/** The words of a report apart from the headers of the mail it returns. */
type Words = { told: string; copy: string };

/** Cuts what a report says off from what it returns. */
export function tellWords(words: string): Words {
  const whole = words.slice(0, longest).replace(/\r\n?/g, "\n");
  const ends = [dashed(whole), whole.search(copied)].filter((at) => at >= 0);
  const end = Math.min(...ends, whole.length);
  // Headers that stand above the first one that is surely a header belong to it.
  const above = /(?:\n[A-Z][\w-]{1,40}: [^\n]*){1,12}$/.exec(whole.slice(0, end));
  const first = above && /\n(?:from|to|subject|date):/i.test(above[0]) ? above.index : end;
  const line = whole.lastIndexOf("\n", first - 1) + 1;
  const start = whole.slice(line, first).trim() ? first : Math.min(line, first);
  const told = whole.slice(0, start);
  return { told: told + tailOf(told, whole.slice(start)), copy: unfold(outdent(whole.slice(start))) };
}

/** Headers that stand indented do not go on from the line above. */
function outdent(copy: string): string {
  const indent = /^\n*([ \t]+)[A-Z][\w-]{1,40}: /.exec(copy)?.[1];
  return indent ? `\n${copy}`.replaceAll(`\n${indent}`, "\n") : copy;
}

/** Some first name the mail they are about, and then say what became of it. */
function tailOf(told: string, rest: string): string {
  if (repliesIn(told).length > 0 || /@/.test(told)) return "";
  const body = rest.search(/\n[ \t]*\n(?![ \t]*[A-Z][\w-]{1,40}: )/);
  const tail = body < 0 ? "" : rest.slice(body, body + 3000);
  return failingWords.some((one) => one.test(flat(tail.slice(0, 300)))) ? tail : "";
}

/** Where a line of dashes with such words stands; -1 where none does. */
function dashed(whole: string): number {
  let at = 0;
  for (const line of whole.split("\n")) {
    const isDashed = line.length < 200 && /^[ \t>]*[-=_*]{2}/.test(line) && copyWords.test(line);
    if (isDashed && (!ownWords.test(line) || /original|copy/i.test(line))) return at;
    at += line.length + 1;
  }
  return -1;
}

/** What servers answered, as a report quotes them: three digits of SMTP, or a code behind a mark, up to the end of the paragraph. */
export function repliesIn(told: string): string[] {
  const begin =
    /(?<![\d.@\w-])(?:[45]\d\d(?:[ :-]+#?[45]\.\d{1,3}\.\d{1,3}(?![\d.])|[ :-]+(?=[^\d\s]))|[#(][ ]?[45]\.\d{1,3}\.\d{1,3}(?![\d.])|(?<=(?:^|\n)[ \t>*-]{0,8})[45]\.\d{1,3}\.\d{1,3}(?![\d.])(?=[ :-]+[^\d\s]))/g;
  const found: string[] = [];
  for (const { index } of told.matchAll(begin)) {
    if (found.length === 6) break;
    const line = told.slice(0, index).lastIndexOf("\n") + 1;
    // A code in brackets stands behind its words.
    const from = /[#(]/.test(told[index] ?? "") ? Math.max(line, index - 200) : index;
    const rest = told.slice(from, from + 500);
    const isLong = /^\d{3}-/.test(rest);
    const next = isLong ? /\n[ \t]*(?:<<< ?)?(?!\d{3}-)[2-5]\d\d [^\n]*/ : /\n[ \t]*(?:>>>|(?:<<< ?)?[2-5]\d\d[ -])/;
    const cut = next.exec(rest);
    const ends = [
      rest.search(/\n[ \t]*(?:\n|<?[\w.+-]+@[\w.-]+>?:?[ \t]*\n)/),
      cut ? cut.index + (isLong ? cut[0].length : 0) : -1,
    ];
    const end = Math.min(...ends.filter((at) => at >= 0), rest.length);
    found.push(rest.slice(0, end));
  }
  return found;
}
