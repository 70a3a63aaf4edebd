import type { Language } from "../language";

export const nl: Language = {
  code: "nl",
  common:
    "ik ben het de een en van niet op tot met voor uw bericht mijn is naar u bij afwezig kantoor weer vakantie bedankt dank groeten vriendelijke groet wij zijn aan dit terug kunt contact opnemen via worden ons",
  months: [
    "januari|jan",
    "februari|feb",
    "maart|mrt",
    "april|apr",
    "mei",
    "juni|jun",
    "juli|jul",
    "augustus|aug",
    "september|sept|sep",
    "oktober|okt",
    "november|nov",
    "december|dec",
  ],
  weekdays: ["maandag|ma", "dinsdag|di", "woensdag|wo", "donderdag|do", "vrijdag|vr", "zaterdag|za", "zondag|zo"],
  order: "day first",
  ordinal: "e|ste|de",
  until: "tot, t/m, tm, tem, t.e.m., tot en met, t.m., totenmet",
  after: "na",
  from: "vanaf, van, per, met ingang, sinds, sedert, m.i.v.",
  before: "voor, vóór",
  on: "op, de, het, en, met, en met, aan, van, einde, datum, ongeveer, dag, uiterlijk, a\\.s\\.?, ten minste, pas",
  to: "tot, tot en met, t/m, t.e.m., tem, en, tm, tot aan",
  overmorrow: "overmorgen",
  first: "eerste",
  back: "terug*, weer, hervat*, wederom, opnieuw, heropen*, pas, retour, eerste (werk)?dag, zie ik, gaan we weer, starten, hervatten, de eerste is",
  present:
    "achter (mijn|het) (bureau|toonbank), aan mijn bureau, op mijn plek, aan het werk, in de (zaak|winkel|werkplaats), op het werk, bereikbaar, beschikbaar, aanwezig, op kantoor, geopend, open",
  away: "afwezig*, vakantie*, verlof*, (niet|geen|beperkt|minder|nauwelijks)~(bereikbaar|beschikbaar|aanwezig|op kantoor|kantoor|lezen|toegang|werkzaam|gelezen), onbereikbaar, vrij, op reis, zakenreis, ziek*, zwangerschap*, ouderschap*, cursus, training, congres, beurs, buitenland, weg, out of office, beperkt*, gesloten, uit kantoor, van kantoor, *vakantie*, *verlof*, dicht, vakantiesluiting, feestdag*, vrije dag*, snipperdag*, laatste (werk)?dag",
  reply: "beantwoord*, antwoord*, reageer*, reageren, reactie, lees, lezen, schrijf, bekijk*, zie",
  not: "niet, geen, on, nauwelijks, beperkt",
  and: "en, maar, daarna, dan, dus",
  others: "(zij|hij|ze|die) (is|zal|zijn)( zelf)?, collega~is",
  closed: "gesloten, sluiting, heropen*, sluiten",
  vague:
    "nader order, nader bericht, volgende? (week|maand|jaar), (eind|einde|begin|half|medio|midden|later), (enkele|een paar|twee|drie|vier|\\d+|een) (weken|week|maanden|dagen), week, voorjaar, zomer*, najaar, herfst, winter, kerst*, pasen, onbepaalde tijd, komende week",
  next: "volgende",
  coming: "aanstaande, aanstaand, komende, a\\.s\\.?, eerstvolgende",
  this: "deze",
  skip: "overvolgend*",
  skipAfter: "over een week, over acht dagen",
  today: "vandaag",
  tomorrow: "morgen",
  left: "niet (meer|langer) (werkzaam|in dienst|bij (ons|@)), (werkt|werk)~niet (meer|langer), werk(t)? (er|daar|hier) niet meer, (heeft|heb)~(bedrijf|organisatie|ons|firma|@)~verlaten, (is|ben) (met|op) pensioen( gegaan)?, (is|ben) gepensioneerd, uit dienst (getreden|gegaan), (verlaat) (het bedrijf|de organisatie|@), (mijnheer|meneer|mevrouw|collega|hij|zij)~overleden, van (baan|werkgever) (gewisseld|veranderd)",
  subject:
    "automatisch (antwoord|bericht|gegenereerd*|verzonden)*, auto(matische)? ?-?(antwoord|reactie|reply|mail|ontvangstbevestiging|bevestiging), afwezig*, (ben |ik ben )?(afwezig|niet op kantoor|met vakantie|op vakantie|met verlof), (niet )(op|aan) kantoor, (op |met )?(vakantie|verlof), out of office, buiten kantoor, ontvangstbevestiging",
  machine:
    "(dit|deze|het) (is|betreft) een auto*~(antwoord|bericht|mail|e-?mail|reactie|melding|ontvangstbevestiging), (dit|deze|het) (bericht|antwoord|mail|e-?mail|mailtje)~(is|wordt|werd)~automatisch, automatisch (gegenereerd*|verzonden|aangemaakt*|verstuurd*)~(bericht|mail|e-?mail|antwoord)?, (gelieve |u kunt |u hoeft )?niet (te )?(antwoorden|reageren|beantwoorden) op (dit|deze), (u kunt |kunt u )?niet op (dit|deze) (bericht|mail|e-?mail) (reageren|antwoorden)",
  ticket:
    "(aanvraag|verzoek|ticket|bericht|melding|vraag|e-?mail)~(is|hebben wij|werd)~(ontvangen|geregistreerd|aangemaakt|genoteerd|ontvangen), (ticket|referentie|meldings|zaak)(-| )?(nummer|nr)",
};
