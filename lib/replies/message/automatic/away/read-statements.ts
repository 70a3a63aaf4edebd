import { dayAloneAt, findDays } from "../dates/find-days";
import { hour } from "../dates/find-numeric";
import type { NamedDay } from "../dates/named-day";
import type { Order } from "../dates/order-of-numbers";
import { anyOf, cached, wordsOf } from "../languages/compile-language";
import type { Language } from "../languages/language";
import { splitSentences } from "../text/split-sentences";
import { roleOf } from "./judge-role";
import { readSense } from "./read-sense";
import { ranks, type Statement } from "./statement";

/** Sentences about these are about no absence, unless they name one. */
const events =
  /(?:fair|booth|stand\b|trade show|webinar|hall \d|offer|valid|deadline|messe|halle \d|salon|feria|fiera|beurs|massa\b|targi|veletrh|kiallitas|fuar|выставк|展|angebot|gultig|oferta|offre|valable|open(?:ing)? hours|office hours|business hours|working (?:hours|days)|sprechzeit|burozeit|offnungszeit|geschaftszeit|arbeitszeit|horaire|horario|orari\b|openingstijden|oppettider|abningstid|apningstid|godziny|часы работы|nyitva|営業時間|工作时间|update|version|copyright|©|registered|gegrundet)/u;

/** A week that is named by its first day is no day. */
const weeks =
  /(?:week of|week commencing|week beginning|w\/c|woche (?:vom|ab)|semaine du|semana del?|settimana del|week van|veckan den|tydne od|tygodniu od)\s?(?:the |dem )?$/u;

/** "Two weeks on Monday", "Montag in zwei Wochen". */
const weeksBefore =
  /(?:fortnight|(?:two|three|four|[2-9]) weeks|(?:zwei|drei|vier|[2-9]) wochen|(?:twee|drie|vier|[2-9]) weken|(?:tva|tre|fyra|[2-9]) veckor|(?:to|tre|fire|[2-9]) u(?:g|k)er|(?:deux|trois|quatre|[2-9]) semaines|(?:dos|tres|cuatro|duas|quatro|[2-9]) semanas|(?:due|tre|quattro|[2-9]) settimane)(?:,? (?:on|from|am|op|pa|le|el|il|na|this|next))? $/u;
const weeksAfter =
  /^,? (?:fortnight|en quinze|(?:in|uber|over|om|dans|en|dentro de|em|tra|fra) (?:\p{L}{2,7}|[2-9]) (?:weeks|wochen|weken|veckor|uger|uker|semaines|semanas|settimane)|in 14 tagen|za (?:dwa tygodnie|dva tydny)|o dva tyzdne)(?!\p{L})/u;

/** The weekdays on which somebody works, week after week, are no absence. */
const schedules =
  /(?:part[- ]time|work(?:ing)? (?:days|hours|week|pattern|schedule)|non[- ]working|every (?:mon|tue|wed|thu|fri)|i (?:only )?work (?:on )?(?:mon|tue|wed|thu|fri)|(?:do not|don't) work (?:on )?(?:mon|tue|wed|thu|fri)|(?:mon|tues|wednes|thurs|fri)days|teilzeit|arbeitstage|(?:montag|dienstag|mittwoch|donnerstag|freitag)s\b|jeden? (?:mo|di|mi|do|fr)|temps partiel|tous les|jours de travail|tiempo parcial|media jornada|todos los|dias laborables|part-time|tutti i|ogni (?:lun|mar|mer|gio|ven)|tempo parcial|meio periodo|todas as|deeltijd|parttime|werkdagen|elke|deltid|arbetsdagar|arbejdsdage|arbeidsdager|osa-aik|w kazd|dni robocze|kazdy|kazde|неполн|кажд|по (?:понедельник|вторник|сред|четверг|пятниц)ам|reszmunkaido|minden|fiecare|yari zamanli|her (?:pazartesi|sali|carsamba|persembe|cuma)|毎週|每周|每週|매주)/u;

/** From one hour to another: the hours of a desk, if the names of several weekdays or nothing else stands beside them. */
const hours =
  /\d{1,2}(?:[:.h]\d{2})?\s?(?:uhr|am|pm|a\.m\.|p\.m\.|h|hrs|u)?\s?(?:-|to|till|until|bis|a|al|alle|as|ate|tot|til|till|do|до|ig)\s?(?:kl\.? |klo |godz\.? )?\d{1,2}(?:[:.]\d{2}(?!\d)|h\d{2}|\s?(?:uhr|am|pm|a\.m|p\.m|h|hrs|uur|u|godz|hod|ч|час\p{L}*)(?!\p{L}))/u;

/** Mailboxes, addresses and accounts that are closed for good open no more. */
const mailboxes =
  /(?<!\p{L})(?:mailbox|inbox|e-?mail ?(?:address|account|adresse|konto)|(?:this|my) (?:address|account)|post(?:fach|eingang)|mail(?:adresse|konto)|boite (?:mail|aux lettres|de reception|e-?mail)|messagerie|adresse (?:mail|e-?mail|electronique)|buzon|casilla|casella|cuenta de correo|direccion de correo|indirizzo|caixa (?:de correio|postal|de entrada)|endereco|postvak|mailadres|e-?mailadres|brevlada|postlada|mejladress|e-postadress|postkasse|postboks|indbakke|sahkoposti\p{L}*|skrzynk\p{L}*|schrank\p{L}*|emailov\p{L}*|postafiok\p{L}*|e-?posta|ящик\p{L}*|скриньк\p{L}*|пощенск\p{L}*)(?!\p{L})/u;

/** A sentence that invites somebody to a place is about no absence, even if a fair is one. */
const invitations =
  /(?:visit us|meet us|join us|find us|besuchen sie uns|treffen sie uns|besuch uns|rendez-nous visite|retrouvez-nous|venez nous|visitenos|visitanos|venite a trovarci|ci trovate|visite-nos|bezoek ons|besok oss|besog os|besok oss|odwiedz|navstivte|navstivte nas|vizitati-ne|latogass|ziyaret edin|посетите|відвідайте|booth \w?\d|stand \w?\d|halle? \d)/u;

/** Since a day that is over, something is so that still lasts: that day ends no absence. */
const since =
  /(?<!\p{L})(?:(?:ever )?since|already from|seit|depuis|sinds|sedan|siden|sidan|desde hace|jiz od|uz od|juz od|gia dal|ya desde|ja desde|deja depuis|уже с|вже з|вече от)[\s,]{1,2}(?:(?:\p{L}{1,4})\.?\s)?$/u;
/** So it says behind the day in languages that put such words last. */
const sinceAfter = /^\s?'?\p{L}{0,4}\s?(?:ota|beri|부터 지금|以来)(?!\p{L})/u;

/** The last day of an absence is in it: nobody reads the mail of that day either. */
const inclusive =
  /(?<!\p{L})(?:inclu(?:sive|sief|ded|s|se|ido|ida|so|sa|siv|sivement)|compris[ea]?|compres[oa]|einschlie(?:ß|ss)lich|einschl|inkl|incl|inklusive|und mit|tot en met|t\/m|till och med|til og med|t\.?o\.?m|wlacznie|vcetne|vratane|bezarolag|включительно|включно|dahil|ukljucno|zakljucno|vkljucno|συμπεριλαμβανομεν\p{L}+|imtinai|ieskaitot|kaasa arvatud)(?!\p{L})/u;

/** What one language finds said about absence and return, from left to right. */
export function readStatements(text: string, folded: string, language: Language, order: Order): Statement[] {
  const days = withDaysAlone(folded, language, findDays(folded, language, order));
  if (days.length === 0) return [];
  const statements: Statement[] = [];
  for (const sentence of splitSentences(text, days)) {
    const within = days.filter(({ start, end }) => start >= sentence.start && end <= sentence.end + 1);
    if (within.length === 0) continue;
    const words = folded.slice(sentence.start, sentence.end);
    if (wordsOf(language, "left").test(words) || invitations.test(words)) continue;
    const isEvent = events.test(words);
    const isSchedule = schedules.test(words);
    const closed = wordsOf(language, "closed").test(words);
    const isOfMailbox = (closed || /\bclos(?:ed|es|ing|ure)\b/.test(words)) && mailboxes.test(words);
    const isHours = hours.test(words) && within.filter(({ kind }) => kind === "weekday").length > 1;
    const roles = within.map((_, at) => roleOf(folded, sentence, within, at, language));
    within.forEach((named, at) => {
      const role = roles[at];
      // The first day of a range is told with its last one.
      if (!role || roles[at + 1]?.from === named) return;
      if ((isSchedule || isHours) && named.month === null && named.offset === null) return;
      if (isOfMailbox && !role.from && role.role !== "until" && role.role !== "after") return;
      const isWeek =
        weeks.test(folded.slice(Math.max(sentence.start, named.start - 24), named.start)) ||
        (named.kind === "weekday" && isWeeksOn(folded, named));
      const sense = readSense(folded, sentence, within, at, language);
      const says = saysOf(role.role, sense, isInclusive(folded, named));
      if (!says) return;
      const isSince =
        since.test(folded.slice(Math.max(sentence.start, named.start - 30), named.start)) ||
        sinceAfter.test(folded.slice(named.end, named.end + 14));
      if (says === "back" && isSince) return;
      const own = sense.what !== null;
      if (!own && (isEvent || named.kind === "weekday" || named.kind === "relative")) return;
      // Who is away today may be said to be back on another day.
      if (named.offset === 0 && !sense.near) return;
      const rank = !own
        ? ranks.weak
        : closed || sense.others
          ? ranks.others
          : says === "on"
            ? ranks.single
            : sense.what === "reply"
              ? ranks.answer
              : ranks.own;
      statements.push({
        says,
        named: isWeek ? { ...named, kind: "vague" } : named,
        language: language.code,
        sentence,
        rank,
        from: role.from,
        closed,
      });
    });
  }
  return statements;
}

function saysOf(
  role: ReturnType<typeof roleOf>["role"],
  sense: ReturnType<typeof readSense>,
  includes: boolean,
): Statement["says"] | null {
  const returns = sense.what === "back" || sense.what === "present" || sense.what === "reply";
  if (role === "before") return returns && sense.near ? "back" : null;
  if (role === "until" || role === "after") {
    if (role === "until" && !includes && sense.denied && (sense.what === "back" || sense.what === "reply")) return "back";
    // Whoever is there until then says nothing of a return.
    return sense.what === "present" && role === "until" ? null : "last";
  }
  if (returns) return "back";
  if (sense.what !== "away") return null;
  return role === "from" ? "first" : "on";
}

function isInclusive(folded: string, { start, end }: NamedDay): boolean {
  return inclusive.test(folded.slice(Math.max(0, start - 24), start)) || inclusive.test(folded.slice(end, end + 18));
}

/** A weekday from which further weeks are counted is not the next one. */
function isWeeksOn(folded: string, { start, end }: NamedDay): boolean {
  return weeksBefore.test(folded.slice(Math.max(0, start - 24), start)) || weeksAfter.test(folded.slice(end, end + 24));
}

/** Adds the numbers of days that stand alone after a word such as "until", and those that end a range. */
function withDaysAlone(folded: string, language: Language, days: NamedDay[]): NamedDay[] {
  const marks = [language.until, language.from, language.after, language.before, language.to].filter(Boolean).join(", ");
  const found = cached(
    `${language.code} marks`,
    () =>
      `${language.unspaced ? "" : "(?<![\\p{L}\\p{N}])"}(?:${anyOf(marks, language)}|${anyOf(language.on, language)})[\\s,:]{0,3}(?:(?:${anyOf(language.on, language)})[\\s,.:]{0,3}){0,3}(?=\\d{1,2}(?!\\d))`,
    "gu",
  );
  const alone: NamedDay[] = [];
  for (const match of [...folded.matchAll(found)].slice(0, 40)) {
    const at = match.index + match[0].length;
    const one = hour.test(folded.slice(Math.max(0, at - 12), at)) ? null : dayAloneAt(folded, at, language);
    if (one && ![...days, ...alone].some(({ start, end }) => one.start < end && start < one.end)) alone.push(one);
  }
  if (language.unspaced) {
    for (const { index } of [...folded.matchAll(/(?<![\d月월年년/.-])\d{1,2}(?=[日号號일])/gu)].slice(0, 40)) {
      const one = dayAloneAt(folded, index, language);
      if (one && ![...days, ...alone].some(({ start, end }) => one.start < end && start < one.end)) alone.push(one);
    }
  }
  return [...days, ...alone].sort((one, other) => one.start - other.start);
}
