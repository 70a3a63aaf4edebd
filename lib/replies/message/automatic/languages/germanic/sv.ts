import type { Language } from "../language";

export const sv: Language = {
  code: "sv",
  common:
    "jag är och inte på till för med om tillbaka kontoret din ditt tack mitt meddelande semester av som det den att vid kontakta åter ledig hälsningar från kommer hör mvh vi hej frånvarande",
  script: /[åäö]/gu,
  months: [
    "januari|jan",
    "februari|feb",
    "mars|mar",
    "april|apr",
    "maj",
    "juni|jun",
    "juli|jul",
    "augusti|aug",
    "september|sept|sep",
    "oktober|okt",
    "november|nov",
    "december|dec",
  ],
  weekdays: ["måndag*|mån", "tisdag*|tis", "onsdag*|ons", "torsdag*|tors|tor", "fredag*|fre", "lördag*|lör", "söndag*|sön"],
  order: "day first",
  ordinal: ":?e|:?a|:?de",
  until: "till, t\\.?o\\.?m\\.?, tom, till och med, tills, fram till, t o m, t\\.o\\.m\\.",
  after: "efter",
  from: "från, fr\\.?o\\.?m\\.?, from, från och med, fr o m, sedan, med början",
  before: "före, förrän, innan",
  on: "den, och med, om, på, med, nu, dagen, i, slutet av dagen, kommande, cirka, ca, senast, tidigast",
  to: "till, till och med, t\\.?o\\.?m\\.?, och, t o m, till den, och den, fram till",
  overmorrow: "i övermorgon, övermorgon",
  first: "första",
  back: "tillbaka, åter*, igen, återkom*, börjar, först, tidigast, öppnar, första (arbets)?dag*, ses, startar, nystart, öppnar, den första är",
  present:
    "vid (mitt )?(skrivbord|skrivbordet), på jobbet, på min plats, i verkstaden, nås, nåbar, anträffbar, tillgänglig, på plats, på kontoret, i tjänst, öppet",
  away: "borta, ledig*, semester*, frånvar*, (inte|ej|begränsad*|inga|svår*|ingen)~(på kontoret|kontoret|nås|nåbar|anträffbar|tillgänglig|på plats|läsa|läser|svara|i tjänst|tillgång|mejl), resa, tjänsteresa, bortrest, sjuk*, föräldraledig*, utbildning, kurs, konferens, mässa, stängt, tjänstledig*, otillgänglig, begränsad*, out of office, föräldraledighet, vab*, reser, helgdag*, *semester*, *ledig*, mässa, röd dag, sista (arbets)?dag*",
  reply: "svarar, svara, återkommer, besvara*, hör av mig, läser, läsa, skriver, ser, kollar",
  not: "inte, ej, o, ingen, inga, icke, begränsat",
  and: "och, men, sedan, därefter",
  others: "(hon|han|som) (är|kommer)( själv| också)?, kollega~är",
  closed: "stängt, stängd*, stänger, öppnar, stänga",
  vague:
    "vidare, (nästa|kommande) (vecka|månad|år), (slutet|början|mitten|senare|i slutet|i början|i mitten), (några|ett par|två|tre|fyra|\\d+|en) (veckor|vecka|månader|dagar), vecka, våren, sommaren, hösten, vintern, jul*, påsk*, årsskiftet, tillsvidare",
  next: "nästa",
  coming: "kommande, instundande, nu på",
  this: "denna, nu",
  skip: "nästnästa",
  skipAfter: "om en vecka, om åtta dagar",
  today: "idag, i dag",
  tomorrow: "imorgon, i morgon",
  left: "(arbetar|jobbar|är) (inte|ej) (längre|kvar)~(hos|på|här|i|vid|för|med|kvar|anställd), (arbetar|jobbar) (inte|ej) (kvar|där|här), (inte|ej) längre (anställd|kvar hos), slutat (hos (oss|@)|på (företaget|@|bolaget)|sin (tjänst|anställning)|min (tjänst|anställning)), (har|är) (gått i pension|pensionerad|pensionär|pensionerats), slutar (på|hos) (företaget|bolaget|@), lämnat (företaget|bolaget|oss|@|sin tjänst|min tjänst), (har|är) (gått bort|avlidit|avliden), bytt (jobb|arbetsgivare)",
  subject:
    "autosvar, autom[ae]t*(iskt)? (svar|meddelande|bekräftelse)*, frånvaro*( från kontoret)?, frånvarande, ej på (kontoret|plats), inte på (kontoret|plats), (på |jag har |har )?semester*, (är )?ledig, (jag är |är )(på semester|ledig|inte|bortrest), frånvaromeddelande, föräldraledig*, tjänsteresa, out of office",
  machine:
    "(detta|det här) (är|var) ett auto*~(svar|meddelande|mejl|mail|e-?post*|bekräftelse|utskick|besked), (detta|det här) (svar|meddelande|mejl|mail|e-?postmeddelande)*~(är|har|skickas|skickades|genererades)~automatisk*, automat*(iskt)? (genererat|skickat|utskickat|svar|meddelande), (går|svara|vänligen) (inte|ej) (att )?(svara på|på) (detta|det här), (skickas|skickades|genererats|genererat) automatiskt",
  ticket:
    "(ärende|meddelande|förfrågan|mejl|ticket|fråga)*~(har|är)~(tagits emot|mottagits|registrerats|skapats|mottaget|registrerat|skapat), vi har (tagit emot|mottagit|registrerat), ärende(nummer|nr|-id|id)",
};
