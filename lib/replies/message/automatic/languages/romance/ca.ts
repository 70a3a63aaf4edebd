import type { Language } from "../language";

export const ca: Language = {
  code: "ca",
  common:
    "del al soc sóc estic som amb els dels vostre vostra meva seva gràcies salutacions missatge aquest aquesta despatx fins tornaré torno tornem avui molt llavors està",
  script: /[·]/gu,
  months: [
    "gener|gen",
    "febrer|febr|feb",
    "març",
    "abril|abr",
    "maig",
    "juny",
    "juliol|jul",
    "agost|ag",
    "setembre|set",
    "octubre|oct",
    "novembre|nov",
    "desembre|des",
  ],
  weekdays: ["dilluns|dl", "dimarts|dt", "dimecres|dc", "dijous|dj", "divendres|dv", "dissabte|ds", "diumenge|dg"],
  order: "day first",
  ordinal: "r|n|t|è|º",
  of: "de|d'|del|del mes de|del mes d'",
  until: "fins, fins el, fins al, fins a",
  after: "després, passat",
  from: "des, a partir, del, de, des de, des del",
  before: "abans",
  on: "el, la, l', del, de, dia, al, a, proper, inclòs, inclusivament, i, aquest, en, data, els dies, vinent",
  to: "al, fins al, fins el, i, a, i el",
  overmorrow: "demà passat",
  first: "primer|u",
  back: "torn*, retorn*, reincorpor*, de nou, novament, una altra vegada, repren*, reobr*, obrim, obrirem, obre, primer dia, ens veiem, de tornada",
  present:
    "a la meva taula, al meu lloc, em trob*, a l'obrador, al taller, disponible*, localitzable*, present, a l'oficina, al despatx, operati*, atend*, obert*",
  away: "fora, vacances, absent*, absència, (no|sense|poc)~(disponible*|localitzable*|a l'oficina|al despatx|present|accés|podré|atend*|llegi*), permís, baixa, viatge*, de viatge, maternitat, paternitat, fira, curs, festiu*, festa, descans, congrés, pont, tancat*, tancament, últim dia, darrer dia",
  reply: "respon*, contest*, llegi*, llegeix*, escri*, revis*, veure",
  not: "no, sense, ni, mai",
  and: "i, però, després, llavors",
  others: "(ella|ell|qui|que) (està|estarà|torna|és), (company*|col·lega)~(està|estarà)",
  closed: "tancat*, tancament, reobr*, tanquem",
  vague:
    "nou avís, (proper*|següent) (setmana|mes|any|trimestre), (setmana|mes|any) (que ve|vinent|proper*), (finals|principis|mitjan*|fi|inicis), (unes|uns|dues|dos|tres|quatre|diverses|\\d+|un|una) (setman*|mesos|mes|di*), setmana, primavera, estiu, tardor, hivern, nadal, setmana santa, indefinid*",
  coming: "proper, vinent, següent",
  this: "aquest",
  today: "avui",
  tomorrow: "demà",
  left: "ja no (treballa|treballo|col·labora|col·laboro|forma|formo)~(part|en|amb|per|a|aquí|allà), ja no (està|estic|soc|sóc|és) a (la|aquesta|nostra|l') ?(empresa|companyia|organització), (ha|he) deixat~(empresa|companyia|organització|@|de treballar), (s'ha|m'he) jubilat, (està|estic) jubila*, ha mort",
  subject:
    "resposta automàtica, (missatge|correu|avís|justificant)( de| d')?( recepció| absència)? ?automàtic*, fora de (l'oficina|l'horari|despatx), (missatge|avís|nota) d'absència, (estic |soc |sóc )?(de|per) vacances, vacances, absent*, absència, autoresposta",
  machine:
    "(aquesta|aquest|això) (és|ha estat)~(un |una )?(missatge|resposta|correu|notificació)~automàti*, (aquest|aquesta|el|la) (missatge|resposta|correu|notificació)~(ha estat|és|s'ha)~automàtica*, (generat*|enviat*) automàticament, (si us plau,? )?no (respongueu|responeu|respongui|contesteu|contesti) (a )?aquest, (missatge|resposta|correu) automàtic*",
  ticket:
    "(sol·licitud|tiquet|missatge|consulta|cas|correu)~(ha estat|s'ha|hem)~(rebut*|registrat*|creat*|obert*), hem rebut (el|la|el seu|la seva) (vostr*|teu|teva|missatge|sol·licitud|correu), número de (tiquet|cas|sol·licitud)",
};
