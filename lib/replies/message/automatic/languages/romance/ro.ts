import type { Language } from "../language";

export const ro: Language = {
  code: "ro",
  common:
    "sunt este și si nu la în din cu pe de pentru vă va rog mulțumesc mesaj mesajul birou concediu până pana revin mă voi fi dumneavoastră zilei absență absent reveni contactați bună ziua al ale",
  script: /[țșăţş]/gu,
  months: [
    "ianuarie|ian",
    "februarie|feb",
    "martie|mar",
    "aprilie|apr",
    "mai",
    "iunie|iun",
    "iulie|iul",
    "august|aug",
    "septembrie|sept|sep",
    "octombrie|oct",
    "noiembrie|noi|nov",
    "decembrie|dec",
  ],
  weekdays: ["luni|lun", "marți|mar", "miercuri|mie", "joi", "vineri|vin", "sâmbătă|sam", "duminică|dum"],
  order: "day first",
  until: "până, pana",
  after: "după",
  from: "din, de la, începând, de, incepand, cu începere",
  before: "înainte",
  on: "pe, la, în, data, de, cu, inclusiv, data de, și, ziua, din, dată, aproximativ, cel, puțin, sfârșitul zilei de",
  to: "la, până la, până pe, până în, și, pana la, - , până la data de",
  overmorrow: "poimâine",
  first: "întâi|intai",
  back: "revin*, reveni*, întorc*, întoarc*, înapoi, din nou, reîncep*, reiau, relua*, redeschi*, prima zi, ne vedem, redeschidem, reluăm, reluam, de întoarcere",
  present:
    "la (masa mea|post|locul meu|serviciu|lucru), în atelier, mă (găsiți|găsești), disponibil*, la birou, în birou, prezent*, contactat*",
  away: "concediu*, absent*, absenț*, plecat*, (nu)~(disponibil*|birou|prezent*|acces|putea), lipsesc, lipsi*, delegați*, deplasare*, vacanță, medical, maternitate, indisponibil*, în afara biroului, zile libere, liber*, închis*, acces limitat, sărbăto*, ultima zi",
  reply: "răspund*, raspund*",
  not: "nu, fără, in",
  and: "și, dar, iar, apoi",
  others: "(ea|el|care) (este|va|revine)",
  closed: "închis*, redeschi*",
  vague:
    "noi ordine, (săptămân*|luna|anul) viitoare?, (sfârșitul|începutul|mijlocul), (câteva|două|trei|patru|\\d+|o) (săptămâni|săptămână|luni|zile), săptămâna, primăvar*, vară, vara, toamn*, iarnă, crăciun, paște, perioadă nedeterminată",
  coming: "viitoare, următoare",
  this: "aceasta, această",
  today: "astăzi, azi",
  tomorrow: "mâine",
  left: "nu mai (lucrează|lucrez|activează|activez)~(la|în|aici|cu noi|pentru|acolo), nu mai (face|fac) parte, nu mai (este|sunt) (angajat*|în (companie|firmă)), (a|am) (părăsit|plecat din|ieșit din)~(compani*|firm*|@|societ*|organizați*), (s-a|m-am|este|sunt|a ieșit|am ieșit) (pensionat*|la pensie), (a decedat|a murit)",
  subject:
    "răspuns automat, raspuns automat, mesaj automat, (sunt )?(în |in )?concediu*, absent*, absență*, (nu sunt )(la|în) birou, în afara biroului, plecat*, autoreply",
  machine:
    "(acesta|aceasta) este un (mesaj|răspuns|e-?mail)~automat*, (acest|acesta) (mesaj|răspuns|e-?mail)~(este|a fost)~automat*, (mesaj|răspuns|e-?mail) (este |a fost )?(generat|trimis) automat, (vă rugăm )?nu răspundeți la acest, (mesaj|răspuns) automat",
  ticket:
    "(solicitarea|cererea|mesajul|tichetul|sesizarea)~(a fost|este)~(înregistrat*|primit*|creat*|preluat*), am primit (solicitarea|mesajul|cererea), număr* (de )?(înregistrare|tichet*|solicit*), tichet",
};
