import type { Language } from "../language";

export const da: Language = {
  code: "da",
  common:
    "jeg er og ikke på til for med af det den der din dit tak mail ferie kontoret tilbage igen kontakt venligst hilsen fra vi mit min har kan fraværende henvendelse venlig hej i om vil",
  months: [
    "januar|jan",
    "februar|feb",
    "marts|mar",
    "april|apr",
    "maj",
    "juni|jun",
    "juli|jul",
    "august|aug",
    "september|sept|sep",
    "oktober|okt",
    "november|nov",
    "december|dec",
  ],
  weekdays: ["mandag*|man", "tirsdag*|tirs|tir", "onsdag*|ons", "torsdag*|tors|tor", "fredag*|fre", "lørdag*|lør", "søndag*|søn"],
  order: "day first",
  ordinal: "\\.|te",
  until: "til, indtil, til og med, t\\.?o\\.?m\\.?, t o m, tom, frem til",
  after: "efter",
  from: "fra, fra og med, f\\.?o\\.?m\\.?, fom, siden, pr",
  before: "før, inden",
  on: "den, d, og med, og, med, dagen, om, på, kl, i, kommende, ca, tidligst, senest, først",
  to: "til, til og med, t\\.?o\\.?m\\.?, og, indtil, til den, og den",
  back: "tilbage, igen, retur, vender, møder, først, tidligst, genåbn*, åbner",
  present: "træffes, til stede, tilgængelig, på kontoret, til rådighed, kan kontaktes, åbent",
  away: "ferie*, fravær*, væk, (ikke|begrænset|ingen)~(på kontoret|kontoret|træffes|til stede|tilgængelig|læse|læser|besvare|adgang|mail), ude af, out of office, på rejse, forretningsrejse, tjenesterejse, syg*, barsel*, orlov, kursus, konference, messe, lukket, fri, fridag, afspadser*, utilgængelig, ude, bortrejst, begrænset, udlandet",
  reply: "svarer, svare, vender tilbage, besvare*",
  not: "ikke, ingen, u, begrænset",
  and: "og, men, derefter, så",
  others: "(hun|han|som|der) (er|vil)( selv| også)?, kollega~er",
  closed: "lukket, lukker, genåbn*, åbner, ferielukket",
  instead: "haste*, kontakt*, kollega*, fravær, akut, presserende, henvend*, mellemtiden, imens, stedet",
  vague:
    "videre, (næste|kommende) (uge|måned|år), (slutningen|starten|begyndelsen|midten|ultimo|primo|medio|udgangen), (nogle|et par|to|tre|fire|\\d+|en) (uger|uge|måneder|dage), uge, forår*, sommer*, efterår*, vinter*, jul, påske*, nytår*",
  next: "næste",
  coming: "kommende, førstkommende",
  this: "denne, nu på",
  today: "i dag, idag",
  tomorrow: "i morgen, imorgen",
  left: "(arbejder|er) (ikke længere|ikke mere|desværre ikke længere|ikke)~(hos|i|ansat|for|på|her|ved) ?(os|virksomheden|firmaet|@|her)?, ikke længere (ansat|en del|hos|arbejder), (har|er) (fratrådt|forladt|stoppet|opsagt|gået på pension|gået på efterløn|rejst fra)~, (er )?(fratrådt|stoppet) (sin|hos|i|min|som)~, (er|har) (gået på pension|pensioneret|pensionist), forladt (virksomheden|firmaet|os|@)",
  subject:
    "auto(matisk)? ?-?(svar|besked|mail|reply|bekræftelse|kvittering), autosvar, fravær*, ikke på kontoret, (på |holder |jeg holder |jeg er på )?ferie*, (jeg er )?(fraværende|ude|bortrejst), out of office, ikke til stede, ude af (huset|kontoret), (på )?barsel*, ferielukket",
  machine:
    "(dette|det her) er (et|en) auto*~(svar|besked|mail|e-?mail|meddelelse|kvittering|bekræftelse), (dette|denne)~(svar|besked|mail|e-?mail|meddelelse|kvittering) (er|bliver|blev)~(auto*), (autogenereret|automatisk) (svar|besked|mail|genereret|sendt|udsendt), (du kan |man kan |venligst |svar )?ikke (svare|besvare|svar)? ?(på )?(denne|dette)( mail| e-?mail| besked), sendt automatisk",
  ticket:
    "(henvendelse|sag|mail|besked|ticket|forespørgsel)*~(er|har vi|blev)~(modtaget|registreret|oprettet), vi har (modtaget|registreret) din, (sags|ticket|reference)(-| )?(nummer|nr)",
};
