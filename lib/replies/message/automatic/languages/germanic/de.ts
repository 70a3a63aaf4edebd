import type { Language } from "../language";

export const de: Language = {
  code: "de",
  common:
    "ich bin ist und nicht im der die das den dem vom bis zum zur für mit sie wir ihre ihr ihnen bitte wieder ab nach wenden erreichbar urlaub vielen dank nachricht abwesend abwesenheit zurück büro auf von werden bei",
  script: /[ßüä]/gu,
  months: [
    "januar|jänner|jan|jän",
    "februar|feber|feb",
    "märz|mär|mrz",
    "april|apr",
    "mai",
    "juni|juno|jun",
    "juli|julei|jul",
    "august|aug",
    "september|sept|sep",
    "oktober|okt",
    "november|nov",
    "dezember|dez",
  ],
  weekdays: ["montag|mo", "dienstag|di", "mittwoch|mi", "donnerstag|do", "freitag|fr", "samstag|sonnabend|sa", "sonntag|so"],
  order: "day first",
  ordinal: "\\.|ten|te|er",
  of: "des",
  until: "bis",
  after: "nach",
  from: "ab, von, vom, seit, beginnend",
  before: "vor",
  on: "zum, zur, und mit, u, einschließlich, einschließl, einschl, einschliesslich, inkl, inklusive, incl, inclusive, den, dem, der, am, tag, abend, morgen, spätestens, frühestens, voraussichtlich, vsl, ca, etwa, circa, an, dies*, mit, erst, einem, mindestens, ersten",
  to: "bis, bis zum, bis einschließlich, bis einschl, bis inkl, bis inklusive, bis und mit, bis incl, bis zum einschließlich, bis einschließlich zum, und, bis den, bis inkl",
  overmorrow: "übermorgen",
  first: "ersten|erster|erste",
  back: "wieder, zurück*, rückkehr*, kehre, kehrt, wiederkomm*, wiederkehr, retour, erst, frühestens, erst* (arbeitstag|werktag|öffnungstag|tag), sehen (wir )?uns, neu starten, starten, öffnen, weiter geht, geht es weiter, geht's weiter, (der|die|das) (erste|nächste) ist",
  present:
    "am schreibtisch, an meinem (platz|schreibtisch|arbeitsplatz), in der (werkstatt|firma|kanzlei|praxis), auf der arbeit, treffen sie mich, finden sie mich, erreichen sie mich, mich (erreichen|antreffen), zu (erreichen|sprechen), erreichbar, verfügbar, im (büro|haus|hause|dienst|office|einsatz), anwesend, da, am platz, am arbeitsplatz, vor ort, besetzt, geöffnet",
  away: "abwesend, abwesenheit*, *urlaub*, nicht (im|in|am|vor ort|da|anwesend|erreichbar|verfügbar|gelesen|bearbeitet|abgerufen|weitergeleitet|persönlich|mehr), (außer|ausser) haus*, (nicht|kein*|nur)~(erreichbar|verfügbar|im (büro|haus|hause|dienst|office)|da|anwesend|lesen|beantworten|abrufen|bearbeiten), unterwegs, reise*, *reise, elternzeit, karenz, mutterschutz, *krank*, *ferien, fortbildung*, weiterbildung*, schulung*, seminar*, verreist, weg, verhindert, auszeit, sabbatical, kur, reha, out of office, frei, überstunden*, freizeitausgleich, messe*, kein* (zugriff|zugang), eingeschränkt*, unerreichbar, bildungsurlaub, dienstgang, lehrgang, tagung, konferenz, homeoffice, *pause, *urlaub*, *ferien*, im ausland, geschlossen, feiertag*, letzte* (arbeits|werk|öffnungs)?tag",
  reply: "melde*, beantwort*, antwort*, bearbeit*, kümmer*, lese, lesen, schaue, schreibe, rufe, abrufe*, prüfe*, sehe, gelesen",
  not: "nicht, kein*, nur, kaum, schwer, un",
  and: "und, aber, sowie, sondern, danach, anschließend, wobei, dann",
  others:
    "kolleg*~(ist|sind|wird), vertretung ist, (sie|er) ist( selbst| ebenfalls)?, (die|der) (selbst|ebenfalls|auch|ab|erst|wieder|bis)",
  closed:
    "geschlossen, betriebsurlaub, betriebsferien, betriebsruhe, werksferien, betriebsschließung*, schließ*, schliess*, geöffnet, schließung",
  vague:
    "auf weiteres, unbestimmte* zeit, (nächste*|kommende*|übernächste*) (woche|monat|jahr|quartal), (ende|anfang|mitte|beginn), (zwei|drei|vier|ein paar|einige|paar|\\d+) (wochen|monate|tage), kalenderwoche, (frühjahr|frühling|sommer|herbst|winter|jahreswechsel|weihnachten|ostern|pfingsten|neujahr)*, jahresende, monatsende, diese* woche",
  next: "nächst*",
  coming: "kommend*, folgend*, darauffolgend*",
  this: "dies*, heutig*",
  skip: "übernächst*",
  skipAfter: "in einer woche, in acht tagen, über acht tage, über eine woche",
  today: "heute, heutigen tag",
  tomorrow: "morgen",
  left: "nicht (mehr|länger)~(tätig|beschäftigt|angestellt), (arbeitet|arbeite)~(nicht|nimmer) (mehr|länger) (hier|dort|da|bei|für|im|in), (ist|bin)~(nicht|nimmer) (mehr|länger) (hier|bei uns|bei @|im unternehmen|im haus|in (der|unserer) (firma|kanzlei|gesellschaft|agentur)), arbeite* (da|dort|hier) nicht (mehr|länger), nicht mehr (mitarbeiter*|im dienst), (hat|habe)~(unternehmen|firma|unser haus|kanzlei|agentur|betrieb|gesellschaft|uns|@)~(verlassen|verließ), (firma|unternehmen|uns) verlassen, ausgeschieden, (in|im) (den )?(wohlverdienten )?(ruhestand|pension|rente|altersteilzeit|vorruhestand), pensioniert, verrentet, verlässt~(das unternehmen|die firma|uns|@), verlasse~(das unternehmen|die firma|@), letzter arbeitstag (bei|im unternehmen), (herr|frau|kolleg*|er|sie|dr)~(ist|sind)?~(verstorben|gestorben), (ist|bin)~verstorben, arbeitgeber gewechselt",
  subject:
    "automatische (antwort|rückantwort|nachricht|abwesenheits*|e-?mail|eingangsbestätigung|empfangsbestätigung), automatisch (generierte|erzeugte|erstellte)*~(antwort|nachricht|e-?mail), auto(-| )?(antwort|reply), abwesenheits(notiz|nachricht|meldung|assistent|mitteilung|info|hinweis|benachrichtigung|antwort)*, abwesend, abwesenheit, (bin )?(im |in |auf )?(jahres|sommer|winter|weihnachts)?(urlaub|ferien|elternzeit|mutterschutz)*, (bin )?nicht im (büro|haus|hause), (außer|ausser) haus, betriebs(ferien|urlaub), urlaubs(notiz|meldung|nachricht), ich bin (nicht im|im urlaub|abwesend|außer|zur?zeit|derzeit|bis)",
  machine:
    "(dies|dieses|das|hierbei) (ist|handelt es sich um) ein* auto*~(antwort|nachricht|e-?mail|mail|rückmeldung|bestätigung|mitteilung|eingangsbestätigung), (diese|die|dieses) (e-?mail|mail|nachricht|antwort|bestätigung|schreiben|mitteilung)~(wurde|wird|ist)~auto*, automatisch (generiert|erzeugt|erstellt|versand|versendet|gesendet|verschickt)* (e-?mail|mail|nachricht|antwort|worden|und), (wurde|wird) (vom system |maschinell )?automatisch (generiert|erzeugt|erstellt|versand|versendet|gesendet|verschickt), bitte antworten sie nicht (direkt )?auf diese, nicht auf diese (e-?mail|mail|nachricht) (zu )?antworten, automatische (eingangsbestätigung|empfangsbestätigung|abwesenheits*)",
  ticket:
    "(ticket|vorgang|anfrage|anliegen|nachricht|e-?mail|fall)~(wurde|ist|haben wir)~(erstellt|eröffnet|angelegt|erfasst|registriert|eingegangen|aufgenommen|erhalten|entgegengenommen), (ticket|vorgangs|bearbeitungs|fall|anfrage)(-| )?(nummer|nr|id), unter der nummer",
};
