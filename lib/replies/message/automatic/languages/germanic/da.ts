import type { Language } from "../language";

export const da: Language = {
  code: "da",
  common:
    "jeg er og ikke på til for med af det den der din dit tak mail ferie kontoret tilbage igen kontakt venligst hilsen fra vi mit min har kan fraværende henvendelse venlig hej i om vil",
  script: /[æø]/gu,
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
  overmorrow: "i overmorgen, overmorgen",
  first: "første",
  back: "tilbage, igen, retur, vender, møder, først, tidligst, genåbn*, åbner, første (arbejds)?dag, ses, starter, åbner, den første er",
  present:
    "ved (mit )?(skrivebord|skrivebordet), på pinden, på pladsen, på min plads, på arbejde, i værkstedet, på job, træffes, til stede, tilgængelig, på kontoret, til rådighed, kan kontaktes, åbent",
  away: "ferie*, fravær*, væk, (ikke|begrænset|ingen)~(på kontoret|kontoret|træffes|til stede|tilgængelig|læse|læser|besvare|adgang|mail), ude af, out of office, på rejse, forretningsrejse, tjenesterejse, syg*, barsel*, orlov, kursus, konference, messe, lukket, fri, fridag, afspadser*, utilgængelig, ude, bortrejst, begrænset, udlandet, *ferie*, *perm*, helligdag*, sidste (arbejds)?dag",
  reply: "svarer, svare, vender tilbage, besvare*, læser, læse, skriver, ser, tjekker",
  not: "ikke, ingen, u, begrænset",
  and: "og, men, derefter, så",
  others: "(hun|han|som|der) (er|vil)( selv| også)?, kollega~er",
  closed: "lukket, lukker, genåbn*, åbner, ferielukket",
  vague:
    "videre, (næste|kommende) (uge|måned|år), (slutningen|starten|begyndelsen|midten|ultimo|primo|medio|udgangen), (nogle|et par|to|tre|fire|\\d+|en) (uger|uge|måneder|dage), uge, forår*, sommer*, efterår*, vinter*, jul, påske*, nytår*",
  next: "næste",
  coming: "kommende, førstkommende",
  this: "denne, nu på",
  skipAfter: "om en uge, om otte dage",
  today: "i dag, idag",
  tomorrow: "i morgen, imorgen",
  left: "(arbejder|er) (desværre )?(ikke længere|ikke mere)~(hos|i|ansat|for|på|her|ved|der), ikke længere (ansat|en del af), (har|er) fratrådt, (har )?forladt (virksomheden|firmaet|os|@), stoppet (hos (os|@)|i (firmaet|virksomheden|@)|her), (er|har|gået) (gået )?(på (pension|efterløn)|pensioneret|pensionist), (er )?(gået bort|afgået ved døden), skiftet (job|arbejde), arbejder (der|her) ikke",
  subject:
    "auto(matisk)? ?-?(svar|besked|mail|reply|bekræftelse|kvittering), autosvar, fravær*, ikke på kontoret, (på |holder |jeg holder |jeg er på )?ferie*, (jeg er )?(fraværende|ude|bortrejst), out of office, ikke til stede, ude af (huset|kontoret), (på )?barsel*, ferielukket",
  machine:
    "(dette|det her) er (et|en) auto*~(svar|besked|mail|e-?mail|meddelelse|kvittering|bekræftelse), (dette|denne)~(svar|besked|mail|e-?mail|meddelelse|kvittering) (er|bliver|blev)~(auto*), (autogenereret|automatisk) (svar|besked|mail|genereret|sendt|udsendt), (du kan |man kan |venligst |svar )?ikke (svare|besvare|svar)? ?(på )?(denne|dette)( mail| e-?mail| besked), sendt automatisk",
  ticket:
    "(henvendelse|sag|mail|besked|ticket|forespørgsel)*~(er|har vi|blev)~(modtaget|registreret|oprettet), vi har (modtaget|registreret) din, (sags|ticket|reference)(-| )?(nummer|nr)",
};
