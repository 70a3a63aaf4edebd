import { Temporal } from "temporal-polyfill";
import { newText } from "../quote/new-text";
import { header, type ReceivedMessage } from "../received-message";
import type { Away } from "../understood";
import { decideBack } from "./away/decide-back";
import { findVague } from "./away/find-vague";
import { readStatements } from "./away/read-statements";
import { ranks, type Statement } from "./away/statement";
import { orderOfNumbers } from "./dates/order-of-numbers";
import { wordsOf } from "./languages/compile-language";
import type { Language } from "./languages/language";
import { scoreOf, tellLanguages } from "./languages/tell-languages";
import { cleanText, foldText } from "./text/fold-text";
import type { Span } from "./text/split-sentences";

const nothing: Away = { back: null, ambiguous: false, sentence: null, words: null };
/** A text of two languages says the same twice; a third is a name or a foreign word. */
const mostLanguages = 3;

/** A notice begins with the absence, behind a greeting and thanks; what stands farther below is a footer. */
function isAtTheTop(text: string, { start }: Span): boolean {
  return start < 300 && (text.slice(0, start).match(/\n\s*\n/g)?.length ?? 0) <= 2;
}

type Read = { text: string; folded: string; told: Language[]; statements: Statement[] };

/** The day on which an automatic answer says that somebody is back, read from its text and its subject. */
export function readAway(message: ReceivedMessage): Away {
  const today = dayOfReceipt(message);
  if (!today) return nothing;
  const { text, folded, told, statements } = read(message);
  const decided = decideBack(statements, today);
  if (decided) {
    const { sentence, named } = decided.statement;
    return {
      back: decided.back?.toString() ?? null,
      ambiguous: decided.back === null,
      sentence: text.slice(sentence.start, sentence.end),
      words: text.slice(named.start, named.end),
    };
  }
  const vague = findVague(text, folded, told);
  return vague ? { back: null, ambiguous: true, ...vague } : nothing;
}

/**
 * Whether a message tells of an absence that is not over: it names the day of return, or, where little more is needed, any time of it.
 * What somebody says of days gone by is no absence.
 */
export function tellsAbsence(message: ReceivedMessage, evenVaguely: boolean): boolean {
  const today = dayOfReceipt(message);
  if (!today) return false;
  const { text, folded, told, statements } = read(message);
  const isAway = told.some((language) => wordsOf(language, "away").test(folded));
  const decided = decideBack(
    statements.filter(
      ({ rank, sentence }) => rank < ranks.weak && (rank !== ranks.answer || isAway) && isAtTheTop(text, sentence),
    ),
    today,
  );
  if (decided?.back && Temporal.PlainDate.compare(decided.back, today) > 0) return true;
  return evenVaguely && (decided !== null || findVague(text, folded, told) !== null);
}

function read(message: ReceivedMessage): Read {
  const said = withoutSignature(cleanText(newText(message)));
  // What stands behind a colon is the subject of another mail, or the notice behind the name of its program.
  const text = `${said}\n\n${cleanText(message.subject).replace(/[:：]\s/g, ":\n")}`;
  const folded = foldText(text);
  const order = orderOfNumbers(message, folded);
  const told = likely(tellLanguages(text, folded));
  const found = told.flatMap((language) =>
    readStatements(text, folded, language, order)
      .filter(({ rank, sentence }) => rank < ranks.weak || sentence.start < said.length)
      .map((statement) => ({
        statement,
        score: scoreOf(folded.slice(statement.sentence.start, statement.sentence.end), language),
      })),
  );
  return {
    text,
    folded,
    told,
    statements: found
      .filter((one, at) => !found.some((other, place) => outdoes(other, one, place < at)))
      .map(({ statement }) => statement),
  };
}

type Found = { statement: Statement; score: number };

/** Where two languages read the same words, the one the sentence is written in counts. */
function outdoes(other: Found, one: Found, isBefore: boolean): boolean {
  const [a, b] = [other.statement, one.statement];
  const same = a !== b && a.named.start < b.named.end && b.named.start < a.named.end && a.language !== b.language;
  return same && (other.score > one.score || (other.score === one.score && isBefore));
}

/** The day of receipt where the mail was written, as far as its own clock says so. */
function dayOfReceipt(message: ReceivedMessage): Temporal.PlainDate | null {
  if (!message.receivedAt) return null;
  const zone = /([+-]\d\d)(\d\d)\s*(?:\([^)]*\))?\s*$/.exec(header(message, "date") ?? "");
  const at = Temporal.Instant.fromEpochMilliseconds(message.receivedAt.getTime());
  const inRange = zone && Math.abs(Number(zone[1])) <= 14 && Number(zone[2]) < 60;
  return at.toZonedDateTimeISO(inRange ? `${zone[1]}:${zone[2]}` : "UTC").toPlainDate();
}

/** What stands under the line that divides a signature tells of the firm, not of the absence. */
function withoutSignature(text: string): string {
  const line = /^-- ?$/m.exec(text);
  return line && line.index > 20 ? text.slice(0, line.index) : text;
}

function likely(told: { language: Language; score: number }[]): Language[] {
  const most = told[0]?.score ?? 0;
  return told
    .filter(({ score }) => score >= Math.max(2, most * 0.45) || score === most)
    .slice(0, mostLanguages)
    .map(({ language }) => language);
}
