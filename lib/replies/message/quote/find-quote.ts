import { plainLetters } from "../plain-letters";
import { headerLabel } from "./header-labels";

/** Words by which mail programs say who wrote the mail that they quote below. */
const wrote =
  /(?<!\p{L})(wrote|writes|schrieb|geschrieben|a ecrit|ecrit|escribio|ha escrito|ha scritto|scrisse|escreveu|va escriure|schreef|geschreven|napisal[ai]?|napisal\(a\)|pisze|irta|a scris|skrev|skriver|kirjoitti|yazdi|написал[аи]?|написал\(а\)|написав|написала|пишет|пише|писал[аи]?|написа|εγραψε|kirjutas|rakstija|rase|parase|je napisal[ao]?|napisao|menulis|da viet)(?!\p{L})|書きました|のメール|写道|寫道|написано|작성|썼습니다|كتب|כתב|เขียน/u;
const address = /[<([]\s*(mailto:)?[^\s<>()[\]@]{1,64}@[^\s<>()[\]]{2,190}[>)\]]/;
const when = /\d{1,2}[:.h]\s?\d{2}|(19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
/** Mail programs fold what they say about the quoted mail into three lines at most. */
const mostFolds = 3;
const longest = 300;

/** A line between two rows of dashes, such as "-----Original Message-----", in any language. */
const divider = /^[\s*>]{0,4}[-–—_=]{3,60}\s?[^\n]{3,60}?\s?[-–—_=]{3,60}\*?\s*$/u;
const knownDivider =
  /original|forward|weitergeleit|transfer|transmis|reenviad|inoltrat|encaminhad|doorgestuurd|oorspronkelijk|przekazan|wiadomos|preposlan|puvodni|povodna|vidarebefordrat|ursprung|videresend|alkuperainen|valitetty|tovabbitott|eredeti|redirection|iletilen|orijinal|пересланн|пересылаем|исходн|переслан|оригинал|προωθημεν|αρχικο|元のメッセージ|転送|原始|转发|轉寄|邮件原件|원본|전달|الأصلي|الأصلية|موجهة|המקורית|שהועברה|izvorn|proslijeden|posredovano|edastatud|parsutit|persiust|pesan|chuyen tiep|ต้นฉบับ/u;
const forwardBegins =
  /^\s*(begin forwarded message|anfang der weitergeleiteten (nachricht|e-?mail)|debut du (message|e-?mail) (reexpedie|transfere)|inicio del mensaje reenviado|inizio messaggio inoltrato|inicio da mensagem (encaminhada|reencaminhada)|begin doorgestuurd bericht|poczatek przekazywanej wiadomosci|vidarebefordrat brev|start pa videresendt besked|videresendt melding|valitetty viesti alkaa)\s*:/u;
/** Drawn by Outlook above the mail it answers, and by mailing lists above their own words. */
const rule = /^\s*[_─]{20,200}\s*$/u;

/** `end`: the line behind the quote; what stands there is the writer's again. */
export type Quote = { begin: number; end: number };

/** Finds where the first mail that is quoted begins, not before a line. @returns null where none is. */
export function findQuote(lines: string[], from: number): Quote | null {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    if (isHeaderBlock(lines, at, 3) || isDivider(lines, at)) return { begin: at, end: lines.length };
    const attribution = attributionAt(lines, at);
    if (attribution) return attribution;
  }
  return null;
}

/** Whether the names of at least so many header lines follow each other from here on, one of which says who or when. */
function isHeaderBlock(lines: string[], at: number, least: number): boolean {
  const first = headerLabel(lines[at] ?? "");
  if (!first) return false;
  const seen = new Set<string>([first]);
  let strange = 0;
  for (const line of lines.slice(at + 1, at + 20)) {
    if (line.trim() === "") continue;
    const label = headerLabel(line);
    if (label) seen.add(label);
    // A long list of recipients goes on in a line of its own.
    else if (++strange > 1) break;
  }
  return seen.size >= least && (seen.has("from") || seen.has("sent"));
}

function isDivider(lines: string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (rule.test(line)) return true;
  const plain = plainLetters(line.slice(0, longest));
  if (forwardBegins.test(plain)) return true;
  if (!divider.test(line)) return false;
  return knownDivider.test(plain) || isHeaderBlock(lines, nextFull(lines, at), 2);
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
    if (!/[:：]\s*[*_]{0,2}\s*$/u.test(plainLetters(line.slice(-20)))) continue;
    const marked = /^\s*>/.test(lines[nextFull(lines, at + folds)] ?? "");
    const plain = plainLetters(joined);
    const [says, dated] = [address.test(plain) || wrote.test(plain), when.test(plain)];
    // The marks of the lines below say as much as a name or a time does.
    if (marked ? !says && !dated : !says || !dated) return null;
    return { begin: at, end: marked ? at + folds + 1 : lines.length };
  }
  return null;
}
