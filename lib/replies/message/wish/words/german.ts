import { latin, type WishWords } from "./wish-words";

const mail =
  "(e-?mails?|mails?|nachrichten?|werbung|werbemails?|werbenachrichten|newsletter*|rundmails?|angebote|zuschriften|zusendung*|mailings?|spam*|post|kontaktaufnahme*|kontakte?|kontaktversuche?|anschreiben|schreiben|infos?|reklame|werbeschreiben|belastigung*|anfragen|kram|zeug|mull|mist|schmarrn|scheiss*)";
const list =
  "(verteiler*|liste*|mailingliste*|mailinglist*|mailliste*|adressliste*|datenbank*|kartei*|kundenkartei|datei*|adressbuch|adressbestand|adressverteiler|mailverteiler*|system*|newsletter*|kontakte*|kontaktliste*|bestand|rundmail*|crm|werbeliste*|aussendung*|mailing*|unterlagen|speicher|empfanger*|serienmail*|kampagne*|adressdatei*)";
const take =
  "(nehm*|nimm*|streich*|losch*|loesch*|entfern*|trag*|tun|tu|tut|schmeis*|werf*|werft|wirf|hol*|kick*|raus*|genommen|gestrichen|geloscht|geloescht|rausgenommen|herausgenommen|austrag*|heraus*|zu nehmen|zu streichen|zu losch*|ausgetragen|abmeld*|verschwind*)";
const data =
  "(.. )?(e-?mail-?|mail-?|kontakt-?|firmen-?|privat-?|e-?mailadress-?)?(adresse*|adressdaten|anschrift|daten|kontaktdaten|mailadresse*|emailadresse*|angaben|mail|e-?mail|eintrag|datensatz|namen?|domain|postfach|konto)";
const write =
  "(schreib*|geschrieben|mail|mailen|mailt|gemailt|kontaktier*|anschreib*|angeschrieben|belastig*|zusend*|zuschick*|schick*|send*|zumull*|zuspam*|spamm*|behellig*|anruf*|nerv*|stor*|anmail*|angemailt|zu schreiben|zu kontaktieren|anzuschreiben|zuzusenden|belastigen|kontakt*|bewerb*|zutext*|melden|melde|meldet|bombardier*|vollmull*|wenden|ansprechen)";
const never =
  "(nicht mehr|nie wieder|nie mehr|niemals wieder|niemals mehr|niemals|nimmer|nimma|nicht wieder|nicht weiter|nicht noch (ein)?mal|nicht nochmals?|ned mehr|net mehr|nemme|nid meh|nummen|keinesfalls|auf keinen fall|nie|bitte nicht|gar nicht( mehr)?|uberhaupt nicht( mehr)?)";
const me = "(mir|uns|mich|hier|hierher|an (diese|unsere|meine) .. |meinem .. |unserer .. |niemandem .. )";
const month =
  "(januar|janner|februar|marz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|fruhjahr|fruhling|sommer|herbst|winter|quartal|q[1-4]|jahr|neues jahr|jahreswechsel|jahresende|jahresanfang|weihnachten|ostern|pfingsten|ernte|saison|monat*|wochen|geschaftsjahr|inventur|messe|umzug|umstellung|20[0-9][0-9]|halbjahr|jahresabschluss|budget*)";

export const german: WishWords = {
  script: "spaced",
  letters: latin,
  common:
    "der die das und ich sie nicht ist wir bitte ihre ihr mit von mich uns zu den dem ein eine auf für mir sind haben es im",
  off: [
    `${take} .. (mich|uns|ihn|sie|meine*|unsere*|diese*|die adresse|alle|mi|eahm) .. (aus|von|vom|raus|heraus|runter|ab) .. ${list}`,
    `${take} .. (mich|uns|meine*|unsere*|diese*) .. (raus|heraus|runter|da raus|daraus)`,
    `(aus|von) (ihre[mrn]|eure[mrn]|deine[mrn]|der|diese[mrn]|allen|jeglichen|samtlichen|euerer|ihren|jeder) (.. )?${list} .. ${take}`,
    `(aus|von) dem (.. )?${list} (.. )?(losch*|loesch*|streich*|nehm*|entfern*|austrag*|gestrichen|geloscht)`,
    `${take} .. (aus|von) (ihre[mrn]|eure[mrn]|deine[mrn]|diese[mrn]|allen|euerer|samtlichen) (.. )?(verteiler*|liste*|mailingliste*|mailinglist*|datenbank*|adressbuch|newsletter*|kartei*|e-?mail-?liste*|mailverteiler*|werbeliste*)`,
    `(losch*|loesch*|entfern*|streich*|vergess*|vergesst|vernicht*|sperr*|tilg*) (sie |ihr |bitte |umgehend |sofort |unverzuglich |alle |endlich |doch |auch |mal |euch )*(meine|unsere|diese|mich|uns|sammtliche|samtliche) ?${data}`,
    `(meine|unsere|diese|die e-?mail) ${data} .. (zu |sofort |umgehend |bitte |vollstandig |endgultig |wieder )*(losch*|loesch*|entfern*|streich*|vergess*|vernicht*|herausnehm*|rausnehm*|sperr*|austrag*|geloscht|entfernt|gestrichen)`,
    "(losch*|loesch*|streich*|entfern*|vergess*|sperr*) (sie |ihr |bitte |doch |endlich |sofort |umgehend )*(mich|uns)",
    "(mich|uns|diese adresse|meine adresse|mi) (.. )?(austrag*|auszutragen|ausgetragen|abmeld*|abzumelden|abgemeldet|zu losch*|losch*|loeschen|geloscht|streichen|gestrichen|rausnehm*|herausnehm*|herauszunehmen|rauszunehmen|rausschmeissen|rauswerfen|abbestell*|entfernen|zu entfernen|deabonn*)",
    "(meld*|trag*|bestell*) (sie |ihr |bitte )*(mich|uns|diese .. ) (.. )?(ab|aus)( bitte)?$",
    "(newsletter*|abo|abonnement|mails?|zusendung|verteiler|mailings?|werbung) (.. )?(abbestell*|kundigen|kundige|abmelden|abzumelden|austragen|stornieren)",
    "^(ich |wir )?(mochte*|will|wollen|bitte) (.. )?(abmeld*|austragen|abbestell*|abmeldung|raus|ausgetragen werden|geloscht werden|austragung|loschung)( bitte| danke)?$",
    "(wie|wo) (.. )?(melde|trage|bestelle|komme|kann|konnen) (ich|wir) (.. )?(ab|aus|runter|raus|abmelden|austragen|abbestellen|loswerden)",
    "(bitte|umgehend|sofort|hiermit|ersuche|um) (.. )?(um )?(austragung|loschung|abmeldung|streichung|entfernung|herausnahme)( .. (aus|meiner|unserer|dieser|der)| bitte|$)",
    "(von|runter von|weg von) (dieser|ihrer|eurer|der) (.. )?liste",
    "(widersprech*|widersprich*|widerspruch*) (.. )?(verarbeitung|nutzung|werb*|speicherung|verwendung|direktwerbung|direktmarketing|kontaktaufnahme|zusendung|datenverarbeitung|dsgvo|daten|art)",
    "(dsgvo|datenschutz*|art|gem*|hiermit|nach|absatz) (.. )?(widersprech*|widerspruch|loschung|zu loschen|widerrufe|untersage*)",
    "(widerruf*|entzieh*|ziehe) (.. )?(einwilligung|zustimmung|einverstandnis|erlaubnis)",
    "recht (auf|zur) (.. )?(loschung|vergessen*|widerspruch)",
    "(forder*|verlang*|beantrag*|ersuch*|bitte*|bestehe*|erwarte*) (.. )?(loschung|zu loschen|unterlassung|zu entfernen|zu streichen|die streichung|zu unterlassen|unterlassen)",
    "(untersag*|verbiete*|verbitte*|verbitten) (.. )?(nutzung|kontakt*|verwendung|zusendung|werbung|verarbeitung|weiter*|zuschriften|mails?|e-?mails?|nachrichten|so etwas|sowas|solche*|dera?rtige*|belastigung*)",
    "(unterlassungserklarung|strafbewehrt*|werbewiderspruch|werbesperre|sperrliste|sperrvermerk|robinsonliste|blacklist)",
  ],
  silence: [
    "(schick|schickt|schickts|schicken sie|sendet|senden sie|send|schreib|schreibt|schreibts|schreiben sie|mailt|mailts|mail) (ma |s |mir |uns |mi |mia )+(.. )?(nichts mehr|nix mehr|nix|gar nichts|nichts weiter|nie wieder|nimmer|nimma|keine .. mehr|keinen .. mehr)",
    "(schrieben|schreiben wurden|kontaktierten|mailten|zusandten|schickten) (.. )?(mir|uns)?( .. )?(nicht mehr|nichts mehr|keine .. mehr)",
    "(mir|uns) (.. )?(nicht mehr|nichts mehr|keine .. mehr) (.. )?(schrieben|schickten|zusandten|mailten|senden wurden|schicken wurden)",
    `${write} (sie |ihr |ma |s )?${me} (.. )?(bitte |in zukunft |kunftig )*${never}`,
    `(schreib|schreibt|schreiben sie|mail|mailt|mailen sie|kontaktieren sie|kontaktiert|belastigen sie|belastigt|nerv|nervt|nerven sie|schickt|schicken sie|senden sie|meld|melden sie|meldet) (.. )?(nicht mehr|nie wieder|nie mehr|nimmer|nimma|ned mehr|net mehr|niemals wieder|nicht wieder|nicht noch (ein)?mal|keine (.. )?(mehr|weiteren|weitere))`,
    `(bitte|wurden|wurdet|wurdest|wollen|will|sollen|durfen|froh|dankbar|lieb*|darum|wunsch*|verbunden|konnten|konnen|konntet|mochte*|recht|ware*|davon ab|verzicht*|bitten|ersuche*|gern*) (.. )?${me} (.. )?(nicht mehr|nie wieder|nie mehr|nicht weiter|nicht wieder|keine .. mehr|nicht noch (ein)?mal|nicht langer|kunftig nicht|in zukunft nicht|zukunftig nicht) (.. )?${write}`,
    `(bitte|darum|wunsch*|mochte*|will|wollen|kunftig|zukunftig|zukunft|gern*|lieber|danke) (.. )?(nicht mehr|nie wieder|nie mehr|nicht weiter|nicht wieder|nicht langer|nicht) (.. )?(angeschrieben|kontaktiert|belastigt|behelligt|genervt|gestort|beworben|angemailt|anschreiben|kontaktieren|anmailen|belastigen|von ihnen (horen|lesen)|zugespammt)`,
    `(bitte|kunftig|danke) (.. )?(nicht mehr|nie wieder|nie mehr|nicht weiter|nicht wieder) (.. )?${write}( bitte| danke)?$`,
    `^(bitte )?(nicht mehr|nie wieder|nie mehr|nicht weiter|nicht wieder) (an)?(schreiben|kontaktieren|mailen|melden|belastigen)( bitte)?$`,
    `(keine|keinerlei|kein|keinen) (weiteren? |solchen? |dieser |derartigen? |ihrer |eurer |unaufgeforderten? |unverlangten? |derlei |mehr )+${mail}`,
    `(keine|keinerlei|kein|keinen) ${mail} (.. )?(mehr|von ihnen|von euch|dieser art|schicken|senden|zusenden|erhalten|bekommen|erwunscht|wunschen|zuschicken|zuzusenden|zu schicken|haben|bitte|an diese|dulden|empfangen)`,
    `(will|mochte*|wollen|wunsch*|erwunscht) (.. )?(keine|kein|keinen|keinerlei) (.. )?${mail}`,
    "(will|mochte*|wollen|wunsch*) (.. )?(nichts|nix|nie|nicht) (.. )?(mehr |wieder |weiter )?(von ihnen|von euch|von dir|davon|von contoso|von eurer .. ) (.. )?(horen|lesen|bekommen|erhalten|wissen|sehen)",
    "(lass*|losst*|lossn|loss) (.. )?(mich|uns|mi|uns|uns|mia|meine .. |unsere .. ) (.. )?(in ruhe|in frieden|in ruah|zufrieden|in rue|in ruh|ungeschoren|in friede)",
    "(ruhe|frieden|ruah) (.. )?(vor|mit|haben|lassen)$",
    "(verschon*) (.. )?(mich|uns|bitte|kunftig)",
    `(^|bitte|und|endlich|mal|jetzt|hiermit|nun) (hor|hort|horts|horen sie|hoer|hoert|hoeren sie) (.. )?auf( .. (schreib*|mail*|schick*|send*|nerv*|belastig*|damit|mit|spam*|zu|mir|uns|mich)| bitte|$)`,
    "(hor*|hoer*|aufzuhoren|aufhoren) (.. )?(auf|damit|mit .. ) (.. )?(mir|uns|mich) (.. )?(zu )?(schreib*|mail*|schick*|send*|nerv*|belastig*|spam*|zu)",
    `(stopp*|stoppt|unterlass*|unterlasst|einstell*|einzustell*|beend*|abstellen|abzustellen|stop) (sie |ihr |bitte |endlich |sofort |umgehend |doch |kunftig |in zukunft |das |die |diese |dieses |den |jegliche |weitere |weiteren |ihre |eure |jede |alle |unverlangte |solche |derartige )*(${mail}|anzuschreiben|mich|uns)`,
    `(stellen|stellt|stell) (sie |ihr )?(.. )?${mail} (.. )?ein`,
    `(verzicht*|abseh*|abzuseh*|abstand) (.. )?(auf|von) (.. )?${mail}`,
    `(auf|von) (weiteren?|solchen?|kunftigen?|jegliche*|derartige*|diese*) (.. )?${mail} (.. )?(verzicht*|abseh*|abzusehen|abstand)`,
    `(sehen|seht|sieh|nehmen) (.. )?von (.. )?${mail} (.. )?(ab|abstand)`,
    "(unterlassen|unterlasst|lassen|lasst|lass) (sie |ihr )?(das|dies|es|sowas|so etwas|solche .. ) (bitte |in zukunft |kunftig |endlich |gefalligst )*(bleiben|sein|$)",
    "(das|dies|es) (.. )?(zu unterlassen|gefalligst unterlassen|bleiben zu lassen)",
    "^(bitte |ach |jetzt )?(verpiss*|schleich* (di|dich|euch)|zieh* leine|hau* ab|verzieh* (dich|euch)|geht sterben|fick*|leck*|lmaa|verschwind*)",
    "(letzte|letztes) (e-?mail|mail|nachricht|schreiben|mal) (.. )?(sein|gewesen|bleiben|an mich|an uns)",
    "(sparen|spar|spart|erspar*) (sie |ihr |euch |dir |mir |uns )*(.. )?(weitere*|die|ihre|eure|kunftige) ?(.. )?(mails?|e-?mails?|nachrichten|werbung|anschreiben|schreiben)",
    "(mich|uns|mail*|e-?mail*|absender|sie) (.. )?(als spam|dem spam|auf die (blockier*|sperr*|black)*|blockier*) (.. )?(gemeldet|gekennzeichnet|markiert|verschoben|gesetzt|melde|markiere|setze)",
    "(melde|markiere|blockiere|sperre) (ich |wir |sie |euch |ihre .. |eure .. )+(.. )?(als spam|spam|beim|der bundesnetzagentur|als junk)",
    "(unterstehen|untersteh*) (sie )?(sich|dich|euch) (.. )?(schreib*|mail*|melden|kontakt*)",
  ],
  keeps: [
    "(abmeld*|abzumelden|abgemeldet) (vom|fur|beim|von der|von dem|zur|zum) (?!(.. )?(newsletter*|verteiler*|liste*|mail*|e mail*|mailing*|werbung*))",
    "(vom|fur den|fur die|fur das|von der|von dem|beim) (?!(newsletter|verteiler|mailing*|liste|ihr*|e mail*|mail*|eur*|dies*))[a-z]+ (abmeld*|abzumelden|abgemeldet)",
    "(streich*|nehm*|losch*) (.. )?und (.. )?(setzen|nehmen|tragen|schreiben|setzt|nehmt) (.. )?(auf|in|als|zu) (.. )?(kunden*|liste)",
    "um (sich|dich|ihre|diesen|unseren|den|die) (.. )?(abzumelden|abzubestellen|auszutragen)|(zur|fur die) abmeldung|zum (abmelden|abbestellen)",
    "(bitte|mich|uns|adresse|daten|liste|verteiler|auf keinen fall|keinesfalls|ja) (bitte |jetzt |noch |doch )*nicht (.. )?(losch*|abmeld*|austrag*|streich*|entfern*|abzumelden|abbestell*|aus dem|von der|rausnehm*|auszutragen)",
    "(warum|wieso|weshalb|wo|fehlt) (.. )?(abmelde*|unsubscribe|abbestell*|austrag*)",
    "(abmeldelink|abmelde-link|abmeldequote|abmelderate|abmeldebutton|abmeldefunktion)",
    "(wann|wie lange|wie schnell) (.. )?(losch*|loesch*|vernicht*)",
    "(wann|wie lange|wie schnell|werden|wird|ob|konnen) (.. )?(daten|rechnungen|belege|dokumente|unterlagen) (.. )?(geloscht|vernichtet|losch*)",
    "(kunden|nutzer|empfanger|abonnenten|mitglieder|lieferanten|leute|kinder|eltern|mitarbeiter*|kollegen) (.. )?(abmelden|austragen|abbestellen|abgemeldet|austragen konnen)",
    "(termin*|webinar|veranstaltung|treffen|kurs|seminar|besprechung|call|schulung|workshop|demo|messe|sommerfest|steuer|finanzamt|auto|zug|schule) (.. )?(abmeld*|abzumelden|absag*|abgemeldet|streich*|loschen)",
    "(abmeld*|abzumelden|absag*|abgemeldet) (.. )?(vom|von dem|fur den|fur das|zum) (.. )?(termin*|webinar|veranstaltung|treffen|kurs|seminar|besprechung|call|schulung|workshop|demo|messe)",
    "(falls|wenn|sofern|sollten|sind|wunschen|mochten) (sie|du|ihr) (.. )?(keine|kein|nicht mehr) (.. )?(erhalten|empfangen|bekommen|wunschen|mochten)",
    "(falls|wenn|sofern|sind|sollten) sie (.. )?nicht (der|die) (.. )?(richtige*|vorgesehene*|beabsichtigte*|empfanger*|adressat*)",
    "(falls|wenn|sofern|sollten) (sie|du|ihr) (.. )?(keine|nicht|kein) (.. )?(mehr|weitere*|wunsch*|erhalten|mochten|empfangen) (.. )?(klick*|hier|antwort*|link|konnen|wenden|schreiben sie|teilen sie)",
    "(klick*|link|hier) (.. )?(abmeld*|abbestell*|austrag*)",
    "(abmeld*|abbestell*|austrag*) (.. )?(klick*|hier klicken|unter http*)",
    "(versehentlich|aus versehen|irrtumlich|falscher knopf|falschen knopf|wieder (anmelden|aufnehmen|auf den verteiler))",
    "(habe|haben|hatte|hatten) (.. )?keine (.. )?(bekommen|erhalten|gefunden|gesehen)",
    "(danke|gut|schon|nett) (.. )?dass (sie|ihr|du) (.. )?(nicht|keine|geloscht|aufgehort)",
    "(sie (haben|konnen)|haben sie|konnen sie|ihnen steht) (.. )?(recht|widersprechen|jederzeit|widerrufen)",
    "(kein|keinen|ohne|nichts) (widerspruch|einwand|einwande|dagegen)",
  ],
  things: [
    "(pdf*|anhang|anhange|anhangen|einladung*|links?|word*|excel*|zip*|fax|faxe|papier|bilder|prospekte|kalender*|html|kataloge|muster|vertrag|angebot|rechnung*|lieferung|paket*|per post)",
  ],
  spares: [
    "(nicht|nie|keine|keinen|niemals) (.. )?mehr als",
    "(bis|vor|vorher|erst|ehe|bevor|solange|noch nicht|diese woche|nachste woche|derzeit|vorerst|momentan|wahrend|im urlaub|am wochenende|heute|morgen|so oft|so viele|doppelt|zweimal|zur zeit)",
    "(stattdessen|sondern|lieber (anrufen|telefon*)|rufen sie|ruf (mich|uns)|ruft|nutzen sie|nutzt|verwenden sie|neue (adresse|mailadresse)|alte (adresse|mailadresse)|andere (adresse|mailadresse)|wenden sie sich an|schreiben sie (bitte )?(an|unser*))",
  ],
  wrongPerson: [
    "(bei (mir|uns|hier)|hier) (.. )?(falsch|an der falschen)|falsch (bei (mir|uns)|gelandet|verbunden|hier)",
    "fur (.. )?(ist|sind|ware) (.. )?zustandig",
    "bitte (ans|an das|an die|an den|an unser*|an) (buro|buchhaltung|zentrale|verwaltung|rechnungswesen|kollegin|kollegen|frau|herrn|sekretariat|einkauf)",
    "fur (die )?(rechnungen|buchhaltung|einkauf|faktura) (.. )?(schreiben|wenden|bitte|kontaktieren|mailen|nehmen)",
    "(richtige*|passende*|korrekte*) (ansprechpartner*|ansprechperson|person|kontakt) (ist|ware|hierfur|dafur)",
    "(nicht|leider nicht|nicht mehr) (.. )?(der|die|das) (richtige*|passende*|korrekte*|zustandige*) (.. )?(ansprechpartner*|ansprechperson|adresse|person|stelle|empfanger*|kontakt|adressat*|mann|frau|abteilung|postfach|mensch)",
    "(falsche*|verkehrte*) (.. )?(ansprechpartner*|adresse|person|stelle|empfanger*|kontakt|adressat*|abteilung|postfach|mann|frau|tur|baustelle|hausnummer|verteiler|dampfer|firma)",
    "(nicht|leider nicht|nicht mehr|nie) (.. )?(zustandig|verantwortlich|mein bereich|mein gebiet|mein ressort|mein thema|meine abteilung|meine aufgabe|meine baustelle|mein fachgebiet)",
    "zustandig (.. )?(ist|sind|ware) ",
    "(mussten|sollten|mussen|konnen|konnten|wurde|besser|bitte|lieber|da) (.. )?(an|bei) (.. )?(wenden|melden|schreiben|adressieren|richten)( sie|$)",
    "(mussten|sollten|wenden|melden|schreiben|fragen|richten) (sie|ihr|du) (.. )?(sich|bitte|direkt|besser|lieber|mal) (.. )?(an|bei|herrn|frau|die|den|unsere*) ",
    "(damit|dafur|hiermit|mit rechnungen|mit der buchhaltung|mit dem thema|mit sowas) (.. )?(habe|hab|haben) (ich|wir) (.. )?(nichts|nix) zu tun",
    "(ich|wir) (habe|hab|haben) (.. )?(nichts|nix) (.. )?zu (tun|schaffen)",
    "(das|darum|dafur) (macht|kummert|erledigt|ubernimmt|entscheidet|bearbeitet|betreut|leitet) (sich )?(.. )?(bei uns|kollegin|kollege|herr|frau|buchhaltung|abteilung|zentrale|steuerberater*|chef*|verwaltung)",
    "(verwechsel*|verwechslung|vertan|verirrt|fehlgeleitet)",
    "(kenn*|gibt) (.. )?(niemanden|keinen|keine|hier nicht) (.. )?(namens|dieses namens|mit diesem namen|herrn|frau|hier)",
    "(private*|privat) (.. )?(adresse|postfach|mailadresse|mail|e-?mail|anschluss|haushalt)",
    "(richtige*|passende*|zustandige*) (.. )?(ansprechpartner*|ansprechperson|kontakt|adresse|stelle) (.. )?(ist|ware|sind|finden)",
  ],
  later: [
    "(meld*|schreib*|frag*|komm*|ruf*|kontaktier*) (.. )?nach (dem |meinem |unserem |den )?(urlaub|ferien|betriebsferien)",
    `(meld*|schreib*|frag*|komm*|ruf*|kontaktier*|nachfrag*|sprech*|red*|anruf*|wiedervorlage|nachhak*|hak*|schau*|versuch*|prob*|erinner*|angeh*|anschau*|ansehen|unterhalt*|nehm*|greif*|denk*|entscheid*|pruf*|beschaftig*) (.. )?(im|in|nach|ab|anfang|ende|mitte|zum|gegen|erst|nachste[sn]?|um|zu|bis|wenn|sobald|kommende[sn]?) (.. )?${month}`,
    `(im|in|nach|ab|anfang|ende|mitte|nachste[snrm]?|kommende[snrm]?|erst|zum) (.. )?${month} (.. )?(noch ?(ein)?mal|wieder (melden|sprechen|gern*|anrufen|auf|schreiben|fragen|dran|mehr|luft|zeit)|nochmals?|erneut|gern*|melden|fragen|reden|sprechen|anrufen|telefonier*|unterhalten|treffen|zusammensetzen|ansehen|anschauen|interessant|passt|passen|passender|aktuell|akut|thema)`,
    `(derzeit|momentan|aktuell|jetzt|gerade|im moment|zur zeit|zurzeit|heuer|dieses jahr|vorerst) (.. )?(kein|keine|nicht|nix|nichts|ungunstig|schlecht|geht|passt) (.. )?(vielleicht|eventuell|evtl|spater|wieder|nachste*|ab|nach|erst|im|saison|zeit|dann|noch ?mal) `,
    `(nicht|erst) (vor|nach|ab|wieder|wieder im|im|zum) (.. )?${month} (.. )?(melden|wieder|meld*|fragen|frag*|passt|moglich|thema|sinn*|spruchreif|zeit|dazu|kommen)`,
    "^(sorry |hallo |nein |leider )?(jetzt nicht|gerade nicht|nicht jetzt|spater|momentan nicht|zur zeit nicht|derzeit nicht|im moment nicht|vielleicht spater)",
    `(vielleicht|eventuell|evtl|moglicherweise|gern*|fruhestens) (.. )?(im|in|nach|ab|anfang|ende|mitte|nachste*|kommende*|spater) (.. )?${month}`,
    "(spater|zu einem spateren zeitpunkt|ein andermal|andermal) (.. )?(noch ?mal|wieder|nochmals|erneut|gern*|melden|interessant)",
  ],
  left: [
    "(arbeit*|bin|ist|sind|war|gehor*) (.. )?(nicht|nimmer|nich|ned|net|nid|nit|seit .. nicht) (mehr|langer) (.. )?(bei (uns|der|dem|den|[a-z]+)|fur (uns|die|den|das|[a-z]+)|hier|dort|da|dabei|tatig|beschaftigt|angestellt|im (unternehmen|haus|betrieb|dienst)|in (der|dieser) firma|mitarbeiter*)",
    "((habe|hat|haben) (.. )?(firma|unternehmen|uns|haus|betrieb|stelle|arbeitgeber|job|gesellschaft|kanzlei|verein|schule) (.. )?(verlassen|gekundigt|gewechselt)|(ich habe|er hat|sie hat|kollege hat|kollegin hat) (.. )?aufgehort|(ist|bin|sind) (.. )?(ausgeschieden|ausgetreten|verstorben|gestorben|pensioniert|berentet|weggegangen|verrentet)|seit .. verstorben)",
    "(im|in|in den|in die|in) (.. )?(ruhestand|rente|pension|altersteilzeit)",
    "(neuer? (job|arbeitgeber|stelle)|stelle gewechselt|firma gewechselt|job gewechselt)",
  ],
};
