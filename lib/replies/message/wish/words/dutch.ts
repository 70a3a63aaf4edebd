import { latin, type WishWords } from "./wish-words";

const mail =
  "(e-?mails?|mails?|mailtjes?|mailings?|berichten|berichtjes|bericht|reclame|nieuwsbrieven|nieuwsbrief|spam*|aanbiedingen|post|contact|brieven|ongein|rommel|onzin|verkooppraat*|acquisitie*|mailverkeer|reclamemails?|opvolgmails?|voorstellen)";
const list =
  "(lijst*|mailinglijst*|mailing*|bestand*|database|databank|systeem|systemen|adresboek|adressenbestand|maillijst*|verzendlijst*|nieuwsbrief|crm|contacten|bestanden|distributielijst*|campagne*|mails|e-mails|administratie)";
const take =
  "(haal|halen|verwijder*|schrap*|streep|schrijf|schrijven|gooi|gooien|wis|wissen|verwijderd|gehaald|uitschrijven|afhalen|knikker|gooit|neem)";
const write =
  "(mail*|mailen|schrijf*|schrijven|stuur*|sturen|contacteer*|contacteren|benader*|benaderen|lastig|e-?mail*|bericht*|gemaild|benaderd|toesturen|te sturen|te mailen|storen|stoor*|spam*|aanschrijven|aangeschreven|contact op)";
const month =
  "(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|voorjaar|lente|zomer*|herfst|najaar|winter|kwartaal|jaar|nieuwe jaar|kerst|pasen|vakantie*|maanden|weken|q[1-4]|20[0-9][0-9]|oogst|seizoen|bouwvak|jaarwisseling|jaarafsluiting|begroting|boekjaar|verhuizing|feestdagen)";

export const dutch: WishWords = {
  script: "spaced",
  letters: latin,
  common: "de het een en ik u niet van is voor mij ons wij dat met op te je uw in geen",
  off: [
    `${take} (.. )?(mij|me|ons|mijn|onze|dit|deze|hem|haar) (.. )?(van|uit|af) (.. )?${list}`,
    `(mij|me|ons|mijn .. |onze .. |dit .. |deze .. )(.. )?(van|uit) (de|deze|die|uw|jullie|je) (.. )?${list} (.. )?(af|halen|verwijder*|schrappen|afhalen|gehaald|af te|wissen|te verwijderen|te halen)`,
    "(mij|me|ons|mijn .. |onze .. |dit .. ) (.. )?(uitschrijven|afmelden|verwijderen|te verwijderen|uit te schrijven|af te melden|schrappen|wissen)( .. (bij|van|uit|voor|graag|aub|svp|alsjeblieft)|$)",
    "(schrijf|meld|schrijft|meldt) (.. )?(mij|me|ons) (.. )?(uit|af)( .. |$)",
    `(verwijder*|wis|wissen|schrap*|vergeet|delete) (.. )?(mij|me|ons|mijn|onze|dit|deze)( (.. )?(adres*|e-?mailadres*|mailadres*|gegevens|naam|contactgegevens|mail|e-mail|uit|direct|aub|svp|a\\.u\\.b|graag|van)|$)`,
    `(mijn|onze|dit|deze) (.. )?(adres*|e-?mailadres*|mailadres*|gegevens|contactgegevens|naam) (.. )?(verwijder*|wissen|te wissen|schrappen|te schrappen|verwijderd|gewist|uit uw|vergeten)`,
    "(graag|gelieve|aub|svp|alstublieft|alsjeblieft|verzoek*) (uitschrijven|afmelden|uitschrijving|afmelding)",
    "(wil|willen|wens*|zou|kunt u|kun je|graag) (mij |me |ons |graag |worden )*(uitgeschreven|afgemeld|uitschrijven|afmelden) (worden|van|uit|aub|svp|graag|$)",
    "^(graag |aub |svp )?(uitschrijven|afmelden|afmelding|uitschrijving|verwijderen)( graag| aub| svp| alstublieft| alsjeblieft| bedankt)*$",
    "(van|uit) (de|deze|die|uw|jullie) (.. )?(mailinglijst|maillijst|lijst|verzendlijst) (.. )?(af|afhalen|verwijderen|gehaald|halen|verwijderd)",
    "(hoe) (.. )?(kan|kom|meld|schrijf) (.. )?(ik|wij|we) (.. )?(uitschrijven|afmelden|van deze lijst|uit|af)",
    "(bezwaar) (.. )?(verwerking|gebruik|avg|marketing|opslag|artikel)",
    "(avg|gdpr|artikel|art) (.. )?(bezwaar|verwijder*|wissen|wissing|vergetelheid)",
    "(recht) (op|van) (.. )?(vergetelheid|verwijdering|bezwaar|gegevenswissing|wissing)",
    "(verzoek*|eis*|sommeer*|vorder*) (.. )?(verwijder*|verwijdering|te wissen|te staken|staken|wissing)",
    "(trek*|intrek*) (.. )?toestemming",
    "(zwarte lijst|bel-me-niet|blokkeerlijst|blacklist)",
  ],
  silence: [
    "(mails?|e-?mails?|berichten|reclame|post) (.. )?(is|zijn) (.. )?(ongewenst|niet welkom|niet gewenst)",
    "(verschoond|gevrijwaard) (.. )?(blijven|te blijven|van)",
    "niet gediend van",
    "prijs (.. )?op stellen (.. )?(niet|geen)",
    `(stop*|stoppen|ophouden|hou|houd|houdt|stopt) (.. )?(met|op met|mee) (.. )?(${write}|${mail}|zenden|deze|dit|die|uw)`,
    `(hou|houd|houdt|kap|kappen) (.. )?(op|mee op|ermee)( .. (met|mailen|mij|ons)|$)`,
    `(niet|nooit|niet langer) (meer |weer |opnieuw |nog |een keer )*(${write}|${mail})( .. |$)?(mij|me|ons|graag|aub|svp|alsjeblieft|naar|sturen|dank|bedankt|te|$)`,
    `(mij|me|ons|naar dit adres) (.. )?(niet|nooit|niet langer|geen .. ) (.. )?(meer|weer|opnieuw|nog) (.. )?${write}`,
    `${write} (mij|me|ons|naar mij|naar ons|naar dit adres|hiernaartoe) (.. )?(niet|nooit|geen) (.. )?(meer|weer|opnieuw)`,
    `(geen|nooit) (enkele |verdere |meer |zulke |dit soort |dergelijke |van deze |van dit soort |ongevraagde |deze )+${mail}`,
    `(geen|nooit) ${mail} (.. )?(meer|van u|van jullie|van je|sturen|ontvangen|wensen|gewenst|aub|svp|toesturen|willen)`,
    `(wil|willen|wens|wensen|stel*|zou|zouden|hoef*) (.. )?(geen|niet|nooit|niets) (.. )?(${mail}|ontvangen|benaderd|gemaild|gecontacteerd|lastig gevallen|lastiggevallen|van u horen|van jullie horen|prijs op)`,
    `(liever|graag|verzoek*|gelieve|gelieven) (.. )?(geen|niet|nooit) (.. )?(${mail}|benaderd|gemaild|meer|mailen|contact*|sturen|ontvangen)`,
    "(laat|laten) (mij|me|ons|mijn .. |onze .. ) ?(.. )?(met rust|alleen|in vrede|gerust) (?!(.. )?(nadenken|bekijken|overleggen|praten|kijken|lezen))",
    "(laatste) (e-?mail|mail|bericht|keer) (.. )?(dat|die|van|zijn|was|graag)",
    "^(rot|donder|flikker|sodemieter|pleur|ga weg|lazer) (.. )?(op|weg|een eind)?",
    "(ik|wij|we) (.. )?(meld|markeer|blokkeer|rapporteer|gemarkeerd|geblokkeerd|gemeld) (.. )?(spam|u|jullie|deze|afzender)",
    "(bespaar) (me|mij|ons|u|je) (.. )?(mails?|e-?mails?|moeite|berichten)",
    "(mail*|schrijf*|stuur*) (.. )?(iemand|anderen) anders",
  ],
  keeps: [
    "(afmelden|afgemeld|afmeld) (voor|bij) (?!(.. )?(nieuwsbrief|mail*|lijst|verzend*|mailing*))",
    "om (u|je|zich) (.. )?(af te melden|uit te schrijven)|(u|je) kunt (u|je|zich) (.. )?(afmelden|uitschrijven)|afmelden kan|uitschrijven kan",
    "(niet|nooit) (.. )?(verwijderen|uitschrijven|afmelden|schrappen|van de lijst|wissen)",
    "(haal|verwijder|schrijf|schrap) (mij|me|ons) (.. )?niet ",
    "(uitschrijflink|afmeldlink|afmeldknop|uitschrijfpercentage|uitschrijfknop|afmeldoptie|afmeldpagina)",
    "(waarom|waar) (.. )?(afmeld*|uitschrijf*)",
    "(klanten|gebruikers|abonnees|ontvangers|leden|leveranciers|mensen|ouders) (.. )?(afmelden|uitschrijven|afmeldt|uitschrijft|uitgeschreven)",
    "(indien|als|wilt|wil) (u|je) (.. )?(geen|niet|afmelden|uitschrijven|meer) (.. )?(klik*|hier|antwoord*|link|ga naar|kunt u|stuur)",
    "(per ongeluk|per abuis|verkeerde knop|weer op de lijst)",
    "(als|indien|mocht|wilt|wil) (u|je) (.. )?(geen|niet) (.. )?(ontvangen|krijgen|berichten)",
    "(bent|als|indien) u (.. )?niet (.. )?(juiste|bedoelde|geadresseerde|beoogde)",
    "(kunt|kan|heeft) (u|je) (.. )?(bezwaar|recht|verzoeken|inzage)",
    "(wanneer|hoe lang) (.. )?(gegevens|facturen|data) (.. )?(verwijder*|gewist|wissen|bewaard)",
    "(geen bezwaar)",
    "(vergadering|afspraak|webinar|bijeenkomst|cursus|training|call|gesprek|regel|post|factuur) (.. )?(afmelden|afgemeld|verwijder*|schrap*|uitschrijven)",
    "(afmelden|afgemeld|verwijder*|schrap*|uitschrijven) (.. )?(voor|van|uit) (de|het) (vergadering|afspraak|webinar|bijeenkomst|cursus|training|call|gesprek|offerte)",
    "(heb|hebben|had) (.. )?geen (.. )?(ontvangen|gekregen|gezien)",
  ],
  things: [
    "(pdf*|bijlage*|uitnodiging*|links?|bestand|bestanden|fax|papier|plaatjes|folders?|agenda*|contract*|offerte*|facturen|monsters?)",
  ],
  spares: [
    "meer dan",
    "(tot|voor|voordat|voorlopig|deze week|volgende week|zolang|terwijl|vandaag|morgen|zo vaak|zoveel|dubbel|tijdens|op dit moment)",
    "(liever bellen|bel|bellen|gebruik|oude adres|andere adres|nieuwe adres|maar naar|in plaats daarvan|mail naar|stuur het naar)",
  ],
  wrongPerson: [
    "voor (de )?(facturen|boekhouding|inkoop|administratie) (.. )?(mail*|moet|kunt|is|graag|bel*)",
    "(juiste|goede) (persoon|contactpersoon) (is|hiervoor|daarvoor)",
    "(niet|niet meer) (.. )?(de|het) (juiste|goede|aangewezen) (persoon|adres|contact*|afdeling|man|vrouw|mens|loket)",
    "(verkeerde|foute) (persoon|adres|afdeling|contact*|man|vrouw|nummer|loket|deur)",
    "(niet|niet meer) (.. )?(verantwoordelijk|bevoegd|mijn afdeling|mijn terrein|mijn taak|mijn pakkie|mijn ding|mijn gebied)",
    "(ga|gaan|ben|heb|hebben|doe|doen) (ik|wij|we|er|hier) (.. )?(niet over|niks mee|niets mee|niet van|niets te maken|niet mee)",
    "(ik|wij|we) (ga|gaan|heb|hebben|doe|doen) (.. )?(daar|hier|er) (.. )?(niet over|niks mee|niets mee|niet mee)",
    "(moet u|moet je|moeten jullie|kunt u|kun je|wendt u|richt u|u moet|je moet|mail|vraag) (.. )?(bij|naar|tot|aan) (.. )?(zijn|wenden|richten|mijn|onze|de|meneer|mevrouw|collega|afdeling|boekhoud*|administratie|inkoop)",
    "(gaat|doet|regelt|beslist) (.. )?(over|dat|hierover|daarover|de facturen|de boekhouding|de administratie)",
    "(vergist|verward|verwarring|verwisseld) ",
    "(ken|kennen|werkt) (.. )?(niemand|geen) (.. )?(naam|die .. heet|genaamd)",
    "(prive|persoonlijk) ?(adres|mailadres|mailbox|e-mailadres)",
  ],
  later: [
    `(mail*|bel*|kom*|vraag*|contact*|neem*|meld*|probeer*|schrijf*|spreek*|praten|kijk*|bekijk*|benader*|stuur*|klop*|herinner*|laten we|informeer*) (.. )?(in|na|vanaf|begin|eind|half|rond|medio|tegen|over|het|volgend*|komend*|wanneer|als) (.. )?${month}`,
    `(in|na|vanaf|begin|eind|half|medio|over|volgend|volgende|komend|komende) (.. )?${month} (.. )?(nog eens|weer|opnieuw|graag|nogmaals|misschien|bellen|mailen|terug|wellicht)`,
    `(nu|momenteel|op dit moment|voorlopig|dit jaar|even) (.. )?(niet|geen|slecht) (.. )?(misschien|wellicht|later|volgend*|na|seizoen|tijd|druk)`,
    "^(sorry |hallo |nee |helaas )*(nu niet|niet nu|later (graag|misschien|wellicht|aub)|voorlopig niet|op dit moment niet|nu even niet|misschien later|dit jaar niet)",
    `(niet|pas) (.. )?(voor|na|vanaf|in) (.. )?${month}`,
    `(misschien|wellicht|eventueel|mogelijk) (.. )?(in|na|volgend*|komend*|later) (.. )?${month}`,
  ],
  left: [
    "(werk*|ben|is|zit) (.. )?(niet meer|niet langer) (.. )?(bij|voor|in dienst|hier|daar|werkzaam)",
    "(niet meer|niet langer) (.. )?(werkzaam|in dienst|bij ons|bij ons bedrijf)",
    "(verlaten|vertrokken|overleden|met pensioen|gepensioneerd|ontslag genomen|uit dienst|andere baan|van baan veranderd|nieuwe werkgever|weg bij)",
  ],
};
