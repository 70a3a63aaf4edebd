import type { Language } from "../language";

export const hu: Language = {
  code: "hu",
  common:
    "vagyok a az és nem hogy kérem köszönöm szabadságon irodában üzenet üzenetét levelét leszek elérhető ügyben forduljon tisztelt üdvözlettel esetben sürgős keresse kollégámat távol ig között től vissza napon kedves levele érkezem ismét ma újra",
  script: /[őű]/gu,
  months: [
    "január*|jan",
    "február*|febr|feb",
    "március*|márc",
    "április*|ápr",
    "május*|máj",
    "június*|jún",
    "július*|júl",
    "augusztus*|aug",
    "szeptember*|szept",
    "október*|okt",
    "november*|nov",
    "december*|dec",
  ],
  weekdays: ["hétfő*", "kedd*", "szerda*|szerdá*", "csütörtök*", "péntek*", "szombat*", "vasárnap*"],
  order: "month first",
  ordinal: "\\.?-?(?:j?[ae]?i?ig|[ae]?j?[ea]?tol|j?[ae]n|jei|j?e|a|i|n)|\\.",
  untilEnding: "ig",
  untilAfter: "-?ig, -?(aig|eig|jeig|éig|áig), (napjáig|végéig)",
  afterAfter: "után, követően, -?(a|e|je|án|én)? (után|követően), -?(át|ét) követően",
  fromEnding: "(tól|től)",
  fromAfter: "-?(tól|től|étől|ától|jétől), kezdve",
  beforeAfter: "előtt",
  on: "bezárólag, a, az, és, napján",
  to: "és, től, tól, és a, a, -",
  overmorrow: "holnapután*",
  first: "elseje|elsején|elsejéig|elsejétől",
  back: "vissza*, újra, ismét, érkezem, legközelebb, először, újból, első (munka)?nap*, első munkanap*, nyitunk, nyitás, találkozunk, kezdünk, indulunk",
  present:
    "az asztalomnál, íróasztalomnál, a helyemen, a munkahelyemen, a műhelyben, elérhető*, az irodában, irodában, rendelkezés*, dolgoz*",
  away: "szabadság*, távol*, (nem|korlátozott*)~(elérhető*|irodában|vagyok|tudok|tudom|olvasom|leszek|bent), házon kívül, úton, kiküldetés*, üzleti út*, beteg*, táppénz*, szülési, gyed*, gyes*, képzés*, tréning*, konferenci*, kiállítás*, zárva, elutaz*, pihen*, nyaral*, irodán kívül, hiány*, ünnep*, zárva tart*, szünet*, utolsó (munka)?nap*",
  reply: "válaszol*, jelentkezem, felel*, olvas*, írok, látom",
  not: "nem, sem, nincs, korlátozott*",
  and: "és, de, majd, azután, illetve",
  others: "(ő|aki) (is )?",
  closed: "zárva, zárvatart*, leállás*, bezár*",
  vague:
    "további értesítésig, visszavonásig, (jövő|következő) (hét*|hónap*|év*), (végéig|vége|elején|elejéig|közepéig|közepén|végén), (néhány|két|három|pár|\\d+) (hét*|hét|nap*|hónap*), hétig, tavasz*, nyár*, ősz*, tél*, karácsony*, húsvét*, bizonytalan",
  next: "jövő heti, jövő, következő",
  coming: "soron következő",
  today: "ma, mai nap*",
  tomorrow: "holnap*",
  left: "már nem (dolgozik|dolgozom|munkatárs*|alkalmazott*|tagja), (nem dolgozik|nem dolgozom) (már|tovább|többé|nálunk), (elhagyta|elhagytam)~(céget|vállalatot|@), (távozott|távoztam|kilépett|kiléptem)~(cég*|vállalat*|társaság*|@), (nyugdíjba (ment|vonult|mentem|vonultam)|nyugdíjas), munkaviszony*~megszűnt, (elhunyt|meghalt), munkahelyet váltott*",
  subject:
    "automatikus (válasz*|üzenet|visszajelzés|visszaigazolás), automata (válasz|üzenet), (házon|irodán) kívül*, szabadság*, távol*, nem vagyok (az )?(irodában|elérhető), autoreply",
  machine:
    "(ez|ezt|jelen)~(egy )?~(automat*|gép*)~(üzenet|válasz|levél|e-?mail|értesítés|generált|küldött|üzenetet)?, (automatikusan|rendszer által) (generált|küldött|kiküldött|létrehozott), (kérjük,? |kérem,? )?ne válaszoljon (erre|közvetlenül)",
  ticket:
    "(megkeresés*|bejelentés*|kérés*|level*|üzenet*|jegy*)~(megkaptuk|rögzítettük|érkezett|regisztrált*|iktat*|létrejött), (ügyszám|hibajegy|azonosító|jegyszám)*",
};
