import type { UnsubscribeLink } from "@/lib/suppressions/find-unsubscribe";
import type { Language } from "../words/choose-words";
import type { Words } from "../words/words";
import classes from "./unsubscribe.module.css";

/** Why somebody got a mail: closed until asked for, and without a script. It says what is known, and nothing of what is not. */
export function Why({ link, words, language }: { link: UnsubscribeLink; words: Words["why"]; language: Language }) {
  const { why, teamName, postalAddress } = link;
  const who = [teamName, postalAddress].filter(Boolean).join(", ");
  return (
    <details className={classes.why}>
      <summary>{words.title}</summary>
      {why && <p>{words.source[why.source.how](why.source.by, dayOf(why.source.at, language, why.timeZone))}</p>}
      {why?.latest && <p>{words.latest[why.latest.how](why.latest.by, instantOf(why.latest.leftAt, language, why.timeZone))}</p>}
      <p>{words.answer}</p>
      <p className={classes.lines}>{words.responsible(who)}</p>
    </details>
  );
}

/** English days are written as in Europe: a month's name is the same to everybody. */
const locales: Record<Language, string> = { en: "en-GB", de: "de-DE", fr: "fr-FR" };
const day = { day: "numeric", month: "long", year: "numeric" } as const;

function dayOf(at: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], { ...day, timeZone }).format(at);
}

function instantOf(at: Date, language: Language, timeZone: string): string {
  const time = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const;
  return new Intl.DateTimeFormat(locales[language], { ...day, ...time, timeZone }).format(at);
}
