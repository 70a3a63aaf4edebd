import { plainLetters } from "../text/plain-letters";
import { headerLabel } from "./header-labels";

/** Words by which mail programs say who wrote the mail that they quote below. */
const wrote =
  /(?<!\p{L})(wrote|writes|schrieb|geschrieben|a ecrit|ecrit|escribio|ha escrito|ha scritto|scrisse|escreveu|va escriure|schreef|geschreven|napisal[ai]?|napisal\(a\)|pisze|irta|a scris|skrev|skriver|kirjoitti|yazdi|написал[аи]?|написал\(а\)|написав|написала|пишет|пише|писал[аи]?|написа|εγραψε|kirjutas|rakstija|rase|parase|je napisal[ao]?|napisao|menulis|da viet)(?!\p{L})|書きました|のメール|写道|寫道|написано|작성|썼습니다|كتب|כתב|เขียน/u;
const address = /[<([]\s*(mailto:)?[^\s<>()[\]@]{1,64}@[^\s<>()[\]]{2,190}[>)\]]/;
const when = /\d{1,2}[:.h]\s?\d{2}|(19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
/** Mail programs fold what they say about the quoted mail into three lines at most. */
const mostFolds = 3;
const longest = 300;
const shortest = 12;
/** It ends with a colon; marks of direction may follow. */
const endsOpen = /[:：][\s*_\u200e\u200f\u202a-\u202e\u2066-\u2069]{0,6}$/;

/** A line between two rows of dashes, such as "-----Original Message-----", in any language. */
const divider = /^[\s*>]{0,4}[-–—_=]{3}.*\p{L}{3}.*[-–—_=]{3}\*?\s{0,4}$/u;
const knownDivider =
  /original|origine|forward|weitergeleit|transfer|transmis|reenviad|inoltrat|encaminhad|doorgestuurd|oorspronkelijk|przekazan|wiadomos|preposlan|puvodni|povodna|vidarebefordrat|ursprung|videresend|alkuperainen|valitetty|tovabbitott|eredeti|redirection|iletilen|orijinal|пересланн|пересылаем|исходн|переслан|оригинал|προωθημεν|αρχικο|元のメッセージ|転送|原始|转发|轉寄|邮件原件|원본|전달|الأصلي|الأصلية|موجهة|המקורית|שהועברה|izvorn|proslijeden|posredovano|edastatud|parsutit|persiust|pesan|chuyen tiep|ต้นฉบับ/u;
const forwardBegins =
  /^\s*(begin forwarded message|anfang der weitergeleiteten (nachricht|e-?mail)|debut du (message|e-?mail) (reexpedie|transfere)|inicio del mensaje reenviado|inizio messaggio inoltrato|inicio da mensagem (encaminhada|reencaminhada)|begin doorgestuurd bericht|poczatek przekazywanej wiadomosci|vidarebefordrat brev|start pa videresendt besked|videresendt melding|valitetty viesti alkaa)\s*:/u;
/** Drawn by Outlook above the mail it answers, and by mailing lists above their own words. */
const rule = /^\s*[_─]{20,200}\s*$/u;

/** `end`: the line behind the quote; what stands there is the writer's again. */
export type Quote = { begin: number; end: number };

type Labels = ReturnType<typeof headerLabel>[];

/** The mails that a text quotes, in their order. */
export function findQuotes(lines: string[]): Quote[] {
  const labels = lines.map(headerLabel);
  const found: Quote[] = [];
  for (let at = 0; at < lines.length; ) {
    const quote = nextQuote(lines, labels, at);
    if (!quote) break;
    found.push(quote);
    at = quote.end;
  }
  return found;
}

function nextQuote(lines: string[], labels: Labels, from: number): Quote | null {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    if (isHeaderBlock(lines, labels, at, 3) || isDivider(lines, labels, at)) return { begin: at, end: lines.length };
    const attribution = attributionAt(lines, at);
    if (attribution) return attribution;
  }
  return null;
}

/** Whether the names of at least so many header lines follow each other from here on, one of which says who or when. */
function isHeaderBlock(lines: string[], labels: Labels, at: number, least: number): boolean {
  const first = labels[at];
  if (!first) return false;
  const seen = new Set<string>([first]);
  let strange = 0;
  for (let next = at + 1; next < Math.min(lines.length, at + 20); next++) {
    if (lines[next]?.trim() === "") continue;
    const label = labels[next];
    if (label) seen.add(label);
    // A long list of recipients goes on in a line of its own.
    else if (++strange > 1) break;
  }
  return seen.size >= least && (seen.has("from") || seen.has("sent"));
}

function isDivider(lines: string[], labels: Labels, at: number): boolean {
  const line = (lines[at] ?? "").slice(0, longest);
  if (rule.test(line)) return true;
  if (endsOpen.test(line) && forwardBegins.test(plainLetters(line))) return true;
  if (!divider.test(line)) return false;
  return knownDivider.test(plainLetters(line)) || isHeaderBlock(lines, labels, nextFull(lines, at), 2);
}

/** The next line that is not blank; behind the last one where there is none. */
function nextFull(lines: string[], at: number): number {
  let next = at + 1;
  while (next < lines.length && lines[next]?.trim() === "") next += 1;
  return next;
}

/** "On Monday Anna wrote:" above lines that begin with ">", or above all the rest. */
function attributionAt(lines: string[], at: number): Quote | null {
  let joined = "";
  for (let folds = 0; folds < mostFolds && at + folds < lines.length; folds++) {
    const line = lines[at + folds] ?? "";
    if (line.trim() === "" || /^\s*>/.test(line)) return null;
    joined = `${joined} ${line.trim()}`.slice(-longest);
    if (!endsOpen.test(line) || joined.length < shortest) continue;
    const marked = /^\s*>/.test(lines[nextFull(lines, at + folds)] ?? "");
    const plain = plainLetters(joined);
    const [says, dated] = [address.test(plain) || wrote.test(plain), when.test(plain)];
    // The marks of the lines below say as much as a name or a time does.
    if (marked ? !says && !dated : !says || !dated) return null;
    return { begin: at, end: marked ? at + folds + 1 : lines.length };
  }
  return null;
}
