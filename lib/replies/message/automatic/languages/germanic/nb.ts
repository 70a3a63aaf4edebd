import type { Language } from "../language";

export const nb: Language = {
  code: "nb",
  common:
    "jeg er og ikke på til for med av det den din ditt takk e-post epost mail ferie kontoret tilbake igjen kontakt vennligst hilsen fra vi mitt min har kan fraværende henvendelse vennlig hei i om vil ta meg ved etter",
  script: /[æø]/gu,
  months: [
    "januar|jan",
    "februar|feb",
    "mars|mar",
    "april|apr",
    "mai",
    "juni|jun",
    "juli|jul",
    "august|aug",
    "september|sept|sep",
    "oktober|okt",
    "november|nov",
    "desember|des",
  ],
  weekdays: ["mandag*|man", "tirsdag*|tirs|tir", "onsdag*|ons", "torsdag*|tors|tor", "fredag*|fre", "lørdag*|lør", "søndag*|søn"],
  order: "day first",
  ordinal: "\\.|de|te",
  until: "til, inntil, til og med, t\\.?o\\.?m\\.?, t o m, tom, frem til, fram til",
  after: "etter",
  from: "fra, fra og med, f\\.?o\\.?m\\.?, fom, siden",
  before: "før, innen",
  on: "den, d, og med, og, med, dagen, om, på, kl, i, kommende, ca, tidligst, senest, først",
  to: "til, til og med, t\\.?o\\.?m\\.?, og, inntil, til den, og den",
  overmorrow: "i overmorgen, overmorgen",
  first: "første",
  back: "tilbake, igjen, retur, først, tidligst, gjenåpn*, åpner, første (arbeids)?dag, ses, starter, åpner, den første er",
  present:
    "ved (pulten|skrivebordet), i verkstedet, på post, treffes, tilgjengelig, til stede, på kontoret, på plass, kan nås, på jobb, åpent",
  away: "ferie*, fravær*, borte, (ikke|begrenset|ingen)~(på kontoret|kontoret|treffes|til stede|tilgjengelig|lese|leser|besvare|tilgang|på jobb|nås), out of office, på reise, tjenestereise, forretningsreise, syk*, permisjon*, foreldreperm*, kurs, konferanse, messe, stengt, fri, avspaser*, utilgjengelig, bortreist, begrenset, utlandet, ute av, reise, pappaperm*, mammaperm*, helligdag*, *ferie*, *perm*, siste (arbeids)?dag",
  reply: "svarer, svare, kommer tilbake til, besvare*, leser, lese, skriver, ser, sjekker",
  not: "ikke, ingen, u, begrenset",
  and: "og, men, deretter, så",
  others: "(hun|han|som) (er|vil)( selv| også)?, kollega~er",
  closed: "stengt, stenger, gjenåpn*, åpner",
  vague:
    "videre, (neste|kommende) (uke|måned|år), (slutten|starten|begynnelsen|midten|utgangen), (noen|et par|to|tre|fire|\\d+|en) (uker|uke|måneder|dager), uke, vår*, sommer*, høst*, vinter*, jul, påske*, nyttår*",
  next: "neste",
  coming: "kommende, førstkommende",
  this: "denne, nå på",
  skipAfter: "om en uke, om åtte dager",
  today: "i dag, idag",
  tomorrow: "i morgen, imorgen",
  left: "(arbeider|jobber|er) (dessverre )?(ikke (lenger|lengre))~(hos|i|ansatt|for|på|her|ved|der), ikke (lenger|lengre) (ansatt|en del av), (har|er) fratrådt, (har )?forlatt (bedriften|firmaet|selskapet|oss|@), sluttet (i (firmaet|bedriften|selskapet|jobben|@)|hos (oss|@)|her|i sin stilling), (er|har|gått) (gått )?(av med pensjon|pensjonert|pensjonist|over i pensjon), (gått bort|avgått ved døden), byttet (jobb|arbeidsgiver), (jobber|arbeider) (der|her) ikke",
  subject:
    "auto(matisk)? ?-?(svar|melding|mail|reply|bekreftelse|e-?post), autosvar, fravær*, ikke på kontoret, (på |jeg har |har |jeg er på )?ferie*, (jeg er )?(fraværende|borte|bortreist), out of office, ikke til stede, (i |på )?(permisjon|foreldrepermisjon)*",
  machine:
    "(dette|det her) er (et|en) auto*~(svar|melding|mail|e-?post|bekreftelse|kvittering), (dette|denne)~(svar*|melding*|mail*|e-?post*) (er|ble|blir)~(auto*), (autogenerert|automatisk) (svar|melding|e-?post|generert|sendt|utsendt), (du kan |man kan |vennligst )?ikke (svar|svare|besvar|besvare) (på )?(denne|dette), sendt automatisk",
  ticket:
    "(henvendelse|sak|melding|e-?post|ticket|forespørsel)*~(er|har vi|ble|har blitt)~(mottatt|registrert|opprettet), vi har (mottatt|registrert) din, (saks|ticket|referanse)(-| )?(nummer|nr)",
};
