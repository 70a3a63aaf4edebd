import type { Encoding } from "./encodings";

/**
 * What tells one language from another in the letters of names: the lower-case ones that are not ASCII, the domains of its countries, and for scripts of their
 * own the letters that are frequent, since in another code page the same bytes are letters of that script, too, but rare ones.
 */
export type Language = {
  encodings: readonly Encoding[];
  letters: string;
  domains: readonly string[];
  /** In scripts of their own: the letters that make up nine tenths of a text. */
  frequent?: string;
  /** How much more it is met than others, for the same bytes. */
  prior: number;
};

const western = ["windows-1252", "macintosh"] as const;
const central = ["windows-1250", "iso-8859-2"] as const;
const cyrillic = ["windows-1251", "koi8-r", "ibm866", "x-mac-cyrillic"] as const;
const russian = "оеаинтсрвлкмдпуяыьгзбчй";

export const languages: Record<string, Language> = {
  German: { encodings: [...western, "windows-1250"], letters: "äöüß", domains: ["de", "at", "ch", "li"], prior: 3 },
  French: { encodings: western, letters: "éèêëàâçùûîïôœæÿ", domains: ["fr", "be", "ch", "ca", "lu"], prior: 3 },
  Spanish: { encodings: western, letters: "áéíóúñü", domains: ["es", "mx", "ar", "co", "cl", "pe"], prior: 3 },
  Portuguese: { encodings: western, letters: "áàâãéêíóôõúç", domains: ["pt", "br"], prior: 2 },
  Italian: { encodings: western, letters: "àèéìòù", domains: ["it"], prior: 2 },
  Dutch: { encodings: western, letters: "éëïöüèáó", domains: ["nl", "be"], prior: 2 },
  Danish: { encodings: western, letters: "æøåé", domains: ["dk", "no"], prior: 2 },
  Swedish: { encodings: western, letters: "åäöé", domains: ["se", "fi"], prior: 2 },
  Icelandic: { encodings: western, letters: "áðéíóúýþæö", domains: ["is"], prior: 1 },
  Catalan: { encodings: western, letters: "àçèéíïòóúü", domains: ["cat", "es"], prior: 1 },
  Irish: { encodings: western, letters: "áéíóú", domains: ["ie", "uk"], prior: 1 },
  Polish: { encodings: central, letters: "ąćęłńóśźż", domains: ["pl"], prior: 2 },
  Czech: { encodings: central, letters: "áčďéěíňóřšťúůýž", domains: ["cz"], prior: 2 },
  Slovak: { encodings: central, letters: "áäčďéíĺľňóôŕšťúýž", domains: ["sk"], prior: 1 },
  Hungarian: { encodings: central, letters: "áéíóöőúüű", domains: ["hu"], prior: 2 },
  Romanian: { encodings: central, letters: "ăâîşţ", domains: ["ro", "md"], prior: 1 },
  Croatian: { encodings: central, letters: "čćđšž", domains: ["hr", "rs", "ba", "si", "me"], prior: 1 },
  Turkish: { encodings: ["windows-1254"], letters: "çğıöşüâ", domains: ["tr"], prior: 2 },
  Lithuanian: { encodings: ["windows-1257"], letters: "ąčęėįšųūž", domains: ["lt"], prior: 1 },
  Latvian: { encodings: ["windows-1257"], letters: "āčēģīķļņšūž", domains: ["lv"], prior: 1 },
  Estonian: { encodings: ["windows-1257"], letters: "äõöüšž", domains: ["ee"], prior: 0 },
  Russian: {
    encodings: cyrillic,
    letters: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    frequent: russian,
    domains: ["ru", "by", "kz", "su"],
    prior: 2,
  },
  Ukrainian: {
    encodings: ["windows-1251", "koi8-r"],
    letters: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    frequent: "оаинвтеірсклумдпязгбйьч",
    domains: ["ua"],
    prior: 1,
  },
  Bulgarian: {
    encodings: ["windows-1251"],
    letters: "абвгдежзийклмнопрстуфхцчшщъьюя",
    frequent: "аоеитнрсвдклпмзуяъбгч",
    domains: ["bg"],
    prior: 1,
  },
  Greek: {
    encodings: ["windows-1253"],
    letters: "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",
    frequent: "αοιετσνηυρπκμλςάγδέωίόήχ",
    domains: ["gr", "cy"],
    prior: 2,
  },
  Hebrew: {
    encodings: ["windows-1255"],
    letters: "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    frequent: "יוהלארתבשמנכדםעחק",
    domains: ["il"],
    prior: 1,
  },
  Arabic: {
    encodings: ["windows-1256"],
    letters: "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
    frequent: "اليمنوتربهعدسفكقحأج",
    domains: ["sa", "ae", "eg", "ma", "jo", "lb"],
    prior: 1,
  },
  Thai: {
    encodings: ["windows-874"],
    letters: "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืฺุู฿เแโใไๅๆ็่้๊๋์ํ๎",
    frequent: "านรกอเงมยลวดทส่้ตพปคบัิี์ะไ",
    domains: ["th"],
    prior: 1,
  },
};
