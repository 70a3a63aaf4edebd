type Name = { words: string[]; isLast: boolean };

const particle =
  "(?:de la|de las|de los|van der|van den|van de|von der|von und zu|de|del|della|di|da|dos|das|do|du|van|von|der|den|ter|ten|zu|al|el|bin|af|av)";
const within = new Set(particle.replace(/[(?:)]/g, "").split(/[| ]/));
const word = "\\p{Lu}[\\p{L}\\p{M}'’]*(?:-\\p{Lu}?[\\p{L}\\p{M}'’]+)*";
/** Words of a name, with the small ones that stand within it. */
const run = `${word}(?:\\s(?:${particle}\\s)?${word}){0,4}`;

const titles = new Set(
  "mr mrs ms miss dr prof herr herrn frau hr fr mme mlle m monsieur madame sr sra srta señor señora sig sig.ra signor signora dott dott.ssa dhr mevr mevrouw meneer heer pan pani fru fröken don doña senhor senhora".split(
    " ",
  ),
);

/** Capital letters that begin a sentence, or a noun where all nouns do: no part of a name. */
const others = new Set(
  `please you your my our the this that it it's its she he her his they i i'm we try ask contact write email mail e-mail call reach speak talk best better hello hi dear thanks thank sorry no yes and or but so if for
  colleague colleagues manager director head boss owner ceo cfo cto coo accounting accounts accountant purchasing procurement finance sales support office team department marketing it hr
  bitte wenden sie ihre ihr fragen kontaktieren schreiben melden kontakt kollegin kollege kollegen chef chefin leiter leiterin leitung geschäftsführer geschäftsführerin buchhaltung einkauf vertrieb abteilung zuständig zuständige ansprechpartner ansprechpartnerin mail adresse e-mail-adresse meine mein unsere unser die der das den dem dafür danke hallo guten tag nein ja ich er es wir am im
  contactez écrivez demandez adressez voyez merci bonjour veuillez vous collègue responsable directeur directrice comptabilité achats service notre mon ma c'est il elle je non oui
  contacte contacta escriba escribe pregunte hable gracias hola por favor compañero compañera colega responsable director directora contabilidad compras usted mi nuestro nuestra es la el ella
  contatti scriva chieda parli grazie buongiorno collega responsabile direttore amministrazione acquisti la il lei mio mia nostro nostra
  neem mail vraag probeer stuur bedankt beste hallo collega inkoop boekhouding mijn onze de het zij hij u
  contate fale escreva obrigado obrigada olá colega minha meu nossa nosso ela ele você
  kontakta skriv fråga prata tack hej kollega min vår inköp ekonomi kontakt skriv spørg tak hei takk
  proszę dzień dobry dziękuję koleżanka kolega kolegą koleżanką kontakt moja mój`.split(/\s+/),
);

/** Words behind which somebody is named to whom one is passed on. */
const passes = [
  "want",
  "contact",
  "ask",
  "write to",
  "writing to",
  "speak to",
  "speak with",
  "talk to",
  "talk with",
  "reach out to",
  "reach",
  "try",
  "get in touch with",
  "email",
  "mail",
  "address it to",
  "forward it to",
  "forwarded it to",
  "forwarded this to",
  "passed this on to",
  "copied in",
  "colleague",
  "person is",
  "contact is",
  "handled by",
  "manager",
  "successor",
  "successor is",
  "sich an",
  "sich bitte an",
  "fragen sie",
  "fragen sie bitte",
  "kontaktieren sie",
  "schreiben sie",
  "kollegin",
  "kollege",
  "kollegen",
  "zuständig ist",
  "verantwortlich ist",
  "ansprechpartner ist",
  "ansprechpartnerin ist",
  "nachfolger",
  "nachfolgerin",
  "weitergeleitet an",
  "contacter",
  "contactez",
  "écrivez à",
  "écrire à",
  "adresser à",
  "voir avec",
  "voyez avec",
  "parler à",
  "demandez à",
  "collègue",
  "responsable est",
  "c'est",
  "transféré à",
  "transmis à",
  "contacte con",
  "contacta con",
  "contacte a",
  "contactar con",
  "contactar a",
  "escriba a",
  "escribe a",
  "hable con",
  "habla con",
  "hablar con",
  "pregunte a",
  "dirigirse a",
  "compañero",
  "compañera",
  "colega",
  "responsable es",
  "contacto con",
  "contatti",
  "contattare",
  "scriva a",
  "scrivere a",
  "si rivolga a",
  "rivolgersi a",
  "parli con",
  "chieda a",
  "collega",
  "responsabile è",
  "contatto con",
  "contact op met",
  "contact opnemen met",
  "vraag het",
  "vraag het aan",
  "mail naar",
  "mailen naar",
  "spreek met",
  "verantwoordelijk is",
  "fale com",
  "falar com",
  "contate",
  "contatar",
  "contacte",
  "escreva para",
  "kontakta",
  "kontakt",
  "kontakte",
  "skriv till",
  "skriv til",
  "fråga",
  "spør",
  "spørg",
  "prata med",
  "tal med",
  "snakk med",
  "kollega",
  "min kollega",
  "skontaktować się z",
  "kontakt z",
  "pisać do",
  "koleżanka",
  "kolega",
].sort((one, other) => other.length - one.length);

const passedOn = new RegExp(
  `(?<![\\p{L}])(?:${passes.map((one) => one.replace(/ /g, "\\s")).join("|")})(?:\\s(?:my|our|meine[nrm]?|unsere[nrm]?|mon|ma|notre|mi|nuestr[oa]|mio|mia|il mio|la mia|mijn|onze|meu|minha|min|vår|vores|mój|moją))?(?:\\s(?:colleague|boss|manager|[Kk]olleg(?:e|en|in)|[Cc]hef(?:in)?|collègue|compañer[oa]|colega|collega|kollega))?[,:]?\\s(?<name>(?:\\p{Lu}[\\p{L}.]{0,7}\\s){0,2}${run})`,
  "giu",
);

/** The name right before an address: "Jan de Vries (", "Albina, ", "Albina Roth at ". */
export function nameBefore(before: string): Name | null {
  const joined =
    /[\s,:;(<["'–—-]*(?:(?:\bat\b|\bunter\b|\bà\b|\ben\b|\bop\b|\bvia\b|\bper\b|\bpå\b|\bpod\b|\bemail\b|\be-mail\b|\bmail\b|\baddress\b|\bis\b|\bist\b|\best\b|\bes\b|\bè\b)[\s:]*){0,3}[\s,:;(<["'–—-]*(?:mailto:)?$/iu;
  const rest = before.slice(-160).replace(joined, "");
  // A sentence has ended between the two.
  if (/[.!?]$/.test(rest) && !/\b\p{Lu}?\p{L}{0,3}\.$/u.test(rest)) return null;
  const found = new RegExp(`(?:\\p{Lu}[\\p{L}.]{0,7}\\s){0,2}${run}$`, "u").exec(rest.slice(-90));
  return found ? nameOf(found[0]) : null;
}

/** The name right behind an address, in brackets. */
export function nameBehind(behind: string): Name | null {
  const found = new RegExp(`^>?\\s?\\((?<name>${run})\\)`, "u").exec(behind.slice(0, 90));
  return found?.groups?.name ? nameOf(found.groups.name) : null;
}

/** A name behind words that pass the reader on. */
export function findName(text: string): Name | null {
  for (const { groups } of text.matchAll(passedOn)) {
    const name = groups?.name && /^\p{Lu}/u.test(groups.name) ? nameOf(groups.name) : null;
    if (name) return name;
  }
  return null;
}

/** "jan.smit@" is called Jan Smit; a mailbox of an office has no name. */
export function nameFromAddress(email: string): Name | null {
  const parts = (email.split("@")[0] ?? "").split(/[._]/);
  if (parts.length !== 2 || !parts.every((part) => /^\p{L}{2,}$/u.test(part) && !others.has(part.toLowerCase()))) return null;
  return { words: parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()), isLast: false };
}

/** Without what stands before a name, and what is none. */
function nameOf(found: string): Name | null {
  const words = found.trim().split(/\s+/);
  let isLast = false;
  while (words.length > 0) {
    const first = (words[0] ?? "").toLowerCase().replace(/[.,]+$/, "");
    if (titles.has(first)) isLast = true;
    else if (!others.has(first)) break;
    words.shift();
  }
  const isNone = (one: string) => (/^\p{Lu}/u.test(one) ? others.has(one.toLowerCase()) : !within.has(one));
  const end = words.findIndex((one, at) => at > 0 && isNone(one));
  const name = end < 0 ? words : words.slice(0, end);
  while (name.length > 0 && !/^\p{Lu}/u.test(name.at(-1) ?? "")) name.pop();
  return name.length > 0 && /^\p{Lu}\p{L}/u.test(name[0] ?? "") ? { words: name, isLast } : null;
}
