import type { Language } from "../language";

export const lv: Language = {
  code: "lv",
  common:
    "esmu un nav ir līdz atvaļinājumā birojā paldies par jūsu vēstuli ziņu lūdzu sazinieties ar cieņu no būšu atgriezīšos steidzamos jautājumos prombūtnē labdien gadījumā kolēģi atpakaļ es neesmu vai manas laikā ieskaitot pie",
  script: /[āēīķļņģ]/gu,
  months: [
    "janvār*|janv",
    "februār*|febr",
    "mart*",
    "aprīl*|apr",
    "maij*",
    "jūnij*|jūn",
    "jūlij*|jūl",
    "august*|aug",
    "septembr*|sept",
    "oktobr*|okt",
    "novembr*|nov",
    "decembr*|dec",
  ],
  weekdays: ["pirmdien*", "otrdien*", "trešdien*", "ceturtdien*", "piektdien*", "sestdien*", "svētdien*"],
  order: "day first",
  ordinal: "\\.",
  until: "līdz",
  after: "pēc",
  from: "no, sākot ar, sākot no, kopš",
  before: "pirms",
  on: "ieskaitot, gada, g, un, ar, datumam",
  to: "līdz, un",
  overmorrow: "parīt",
  back: "atgriez*, atkal, atpakaļ, no jauna, pirmā (darba )?diena, atvērsim, atsākam, atsāk*, būšu atpakaļ",
  present: "pie galda, darba vietā, pieejam*, sasniedzam*, birojā, uz vietas, darbā",
  away: "atvaļinājum*, prombūtn*, (neesmu|nebūšu|nav|ierobežot*)~(pieejam*|sasniedzam*|birojā|uz vietas|darbā), komandējum*, slimīb*, slimības lap*, dekrēt*, apmācīb*, konferenc*, izstād*, slēgt*, nepieejam*, ārpus biroja, brīvdien*, svētk*, svētku",
  reply: "atbild*",
  not: "ne, neesmu, nebūšu, nav",
  and: "un, bet, tad",
  others: "(viņa|viņš|kura|kurš) (ir|būs)",
  closed: "slēgt*",
  vague:
    "(nākam*) (nedēļ*|mēnes*|gad*), (beigām|beigās|sākum*|vid*), (dažas|divas|trīs|\\d+) (nedēļ*|dien*|mēneš*), nedēļ*, pavasar*, vasar*, rud*, ziem*, ziemassvēt*",
  next: "nākam*",
  coming: "tuvāk*",
  today: "šodien",
  tomorrow: "rīt, rītdien*",
  left: "(vairs|vairāk) nestrādā*, nestrādā* (vairs|pie mums), (ir )?(pametis|pametusi|atstājis|atstājusi)~(uzņēmum*|@), (aizgājis|aizgājusi|devies|devusies) (pensijā|no darba), (pensionēj*)",
  subject:
    "automātisk* (atbilde|paziņojums|ziņojums|apstiprinājums), (esmu )?(atvaļinājum*|prombūtn*), ārpus biroja, nav birojā, komandējum*",
  machine:
    "(šī|šis) ir auto*~(atbilde|ziņa|ziņojums|e-?pasts)?, automātiski (nosūtīt*|ģenerēt*|izveidot*|sagatavot*), (lūdzu,? )?neatbildiet uz šo",
  ticket:
    "(pieprasījum*|ziņ*|vēstul*|pieteikum*)~(ir|esam)~(saņemt*|saņēmuši|reģistrēt*|izveidot*), (pieteikuma|pieprasījuma) numur*",
};
