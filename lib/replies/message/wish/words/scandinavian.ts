import { latin, type WishWords } from "./wish-words";

const month =
  "(januari|januar|februari|februar|mars|marts|april|maj|mai|juni|juli|augusti|august|september|oktober|november|december|desember|var|varen|forar|foraret|sommar*|sommer*|host*|efterar*|vinter*|kvartal*|nyar*|arsskift*|arsskifte*|ar|aret|jul|julen|pask*|paske*|semester*|ferie*|manader|maneder|veckor|uger|uker|q[1-4]|20[0-9][0-9]|skord*|hosten|sasong*|sesong*|saeson*|bokslut*|budget*|regnskab*|arsoppgjor*)";
const times =
  "(i|efter|etter|fran|fra|till|til|borjan av|begynnelsen av|starten av|slutet av|slutten av|slutningen af|mitten av|midt i|om|nasta|naeste|neste|over|pa|forst|forst i|inn i|ind i)";
const again = "(igen|igjen|pa nytt|tillbaka|tilbake|tilbage|ater|gjerne|garna|gerne)";

const svMail =
  "(e-?post*|mejl|mail*|mejlen|meddelanden?|utskick*|reklam|nyhetsbrev*|spam|skrappost|brev|erbjudanden?|skrap|kontakt*|massutskick*|saljmejl*|saljbrev*|e-mail*)";
const svWrite = "(mejla*|maila*|skriva*|skriv|skicka*|kontakta*|hora|hor|stora*|spamma*|mejl|mail|e-?posta*|skickar|tjata|tjat*)";

export const swedish: WishWords = {
  script: "spaced",
  letters: latin,
  common: "och jag att det inte är en ni vi er på till för från av med har den som i om ett",
  off: [
    "(blockera|sparra|uteslut|ta bort|stryk) (.. )?(hela |var |vår )+doman*",
    "(ta|tag|stryk|stryka|radera|plocka|avfora|lyft|slang|tar) (.. )?(bort|mig|oss|min|var|vara|den har|denna|mitt|vart|varat|hela|mej) (.. )?(fran|ur|av|ifran) (.. )?(list*|sandlist*|mejllist*|maillist*|register*|registret|utskick*|databas*|system*|crm|adressbok*|mailinglist*|kontakt*|nyhetsbrev*|adresslist*)",
    "(ta|tag|stryk|radera|avregistrera|avfora|plocka|glom) (bort )?(mig|oss|mej|min|var|mina|vara|den har|denna)( (.. )?(adress*|mejladress*|mailadress*|e-?post*|uppgifter|kontakt*|data|namn|fran|tack|omgaende|genast)|$)",
    "(mig|oss|adress*|min .. |var .. ) (.. )?(bort|struken|borttagen|raderad|avregistrerad|avford|borttagna|raderade)( (.. )?(fran|ur|tack)|$)",
    "(avregistrer*|avprenumerer*|avanmal*|avsluta (prenumeration|min prenumeration))( (.. )?(mig|oss|tack|fran|denna)|$)",
    "(vill|onskar|ber|begar|kraver|fordrar|snalla|vanligen|tack) (.. )?(avregistrer*|avprenumerer*|bli borttag*|raderas|avsluta prenumeration*|tas bort|strykas|att ni raderar|radering|bli struken|bort fran)",
    "(invander|invandning|motsatter*|motsatta|protesterar) (.. )?(behandling*|gdpr|marknadsforing|anvandning*|personuppgift*|direktreklam|artikel)",
    "(gdpr|artikel|dataskydd*) (.. )?(radera*|radering|invander|invandning|bli bortglomd|tas bort|motsatter*)",
    "(ratt*) (att|till) (.. )?(bli bortglomd|bli glomd|radering|invandning)",
    "(aterkallar|drar tillbaka|tar tillbaka) (.. )?samtycke",
    "(sparrlist*|nixregist*|sparra (mig|oss|min|var))",
  ],
  silence: [
    "(behover|behovs|behov) (.. )?(inte|ej|inget|inga) (.. )?(skriva|skicka|mejla|maila|kontakta|hora av) (.. )?(mer|mera|langre|fler|igen)|(behover|behovs) (.. )?inte (langre |mer )(.. )?(skriva|skicka|mejla|maila|kontakta)",
    "(avsluta|avslutar) (.. )?(korrespondens*|brevvaxling*|mejlkontakt*)",
    "(mejl|mail|utskick|meddelanden|reklam) (.. )?ar (.. )?(ovalkomna|ovalkommen|oonskade|oonskat|inte valkomna|inte onskade)",
    "(skicka|skriv|mejla|maila) (.. )?(inget|inga|ingenting) (mer|fler|mera|igen)",
    `(sluta|upphor|sluta upp|stoppa|lagg av|lat bli|latbli) (med |att |genast |snalla |nu |omedelbart )*(${svWrite}|${svMail}|storande|detta|hor av er)`,
    "^(snalla |nej |men )*(sluta|lagg av|stopp|dra at|dra|stick|forsvinn|far at)( nu| genast| tack| harifran| skogen| helvete| omedelbart)*$",
    `(inte|aldrig|ej|inga|inget|slipp*|slippa) (mer|fler|mera|flera|langre|igen|vidare|att|nagot|nagra|er|mejla|skicka|skriva|kontakta|hora|fa|ta emot) ?(.. )?(${svMail}|${svWrite}|fran er|fran dig|av er|kontaktad*|av sadant|igen|till (mig|oss))`,
    `${svWrite} (.. )?(inte|aldrig|ej|inget|inga) (.. )?(mer|mera|igen|langre|fler|till (mig|oss) (mer|igen|langre)|nagot mer|hit)`,
    `(vill|onskar|vanligen|var snall|ber|tack|foredrar|helst|uppskattar|snalla|begar) (.. )?(inte|ej|aldrig|slippa|inga|undvika) (.. )?(fler |mer |langre |ha |fa |bli |era |av |nagra |att |ta emot |fler |sadana )*(${svMail}|kontaktad*|kontaktas|storas|stord*|fran er|${svWrite}|av sadant har)`,
    `(inga|inget|slut pa|nog med|trott pa|less pa) (.. )?(fler |mer |flera |mera |ytterligare )(.. )?${svMail}`,
    "(lamna|lat) (mig|oss) (.. )?(i fred|ifred|vara|ensam|i lugn)",
    "(sista) (mejlet|mailet|mejl|mail|gangen|meddelandet|brevet) (.. )?(ni|du|jag|fran|tack|till)",
    "(jag|vi) (.. )?(anmal*|rapporter*|blocker*|markerar|spamm*) (.. )?(er|dig|spam|skrappost|detta|avsandar*)",
    "(undanber*|undanbeder) (.. )?(oss|mig|vidare|fler|mejl|mail|kontakt*|reklam|allt|sadana|dessa)",
    "(undanbedes|avbojer) (.. )?(vidare|fler|mejl|mail|kontakt*|reklam|utskick)",
  ],
  keeps: [
    "om jag (inte )?(misstar|minns fel|tar fel)|ratta mig",
    "(skamtade|skojade)|var (bara )?(ett skamt|pa skoj|pa skamt)",
    "miljo* (.. )?(skriv|skriver|utskrift*)|(skriv|skriver) ut (.. )?miljo*",
    "(fran|ur) (kopia|kopian|cc)",
    "(information|policy) (.. )?(integritet*|personuppgifter|dataskydd*)|personuppgiftsansvarig|(du|ni) har (.. )?ratt",
    "(avanmal*|avregistrer*) (.. )?(fran|till) (kursen|massan|konferensen|motet|utbildningen|traffen)",
    "for att (avregistrera|avanmala|avsluta|slippa) ",
    "(inte|ej|aldrig) (.. )?(ta bort|stryk*|avregistrer*|radera*|avprenumerer*|avanmal*)",
    "(ta|tag|stryk|radera|avregistrera) (inte|ej|mig inte|oss inte|inte bort)",
    "(avregistreringslank*|avprenumerationslank*|lank for att avregistrera|avanmalningslank*|avregistreringsfrekvens)",
    "(varfor|var finns|var ar) (.. )?(avregistrer*|avprenumer*|avanmal*)",
    "(kunder|anvandare|prenumeranter|mottagare|medlemmar|leverantorer|folk) (.. )?(avregistrer*|avprenumer*|avanmal*)",
    "(om du|om ni|vill du|for att) (.. )?(inte|avregistrer*|avprenumer*|slippa|avanmal*) (.. )?(klicka|klick|har|svara|lank*|besok|ga till)",
    "(om|vill) (du|ni) (.. )?inte (.. )?(vill ha|ha|fa|onskar|langre|ta emot) (.. )?(utskick|mejl|nyhetsbrev*|e post|mail|brev|reklam|dessa)",
    "(av misstag|fel knapp|rakade)",
    "(nar|hur lange) (.. )?(uppgifter|data|fakturor) (.. )?(rader*|tas bort|sparas)",
    "(inget emot|inga invandningar|ingen invandning)",
    "(motet|mote|webinar*|kurs*|traff*|samtalet|evenemang*|raden|rad|avgift*) (.. )?(avanmal*|stryk*|ta bort|tas bort|radera*)",
    "(avanmal*|stryk*|ta bort|tas bort|radera*) (.. )?(motet|mote|webinar*|kurs*|traff*|samtalet|raden|rad|avgift*|fran motet)",
  ],
  things: ["(pdf*|bilag*|bifog*|inbjud*|lank*|filer|fax|papper|bilder|broschyr*|kalender*|avtal*|offert*|fakturor|varuprov)"],
  spares: [
    "(mer|fler|mera) an",
    "(tills|innan|forran|fore|denna vecka|nasta vecka|medan|idag|i dag|imorgon|i morgon|sa ofta|sa manga|dubbelt|tillsvidare|just nu|under)",
    "(ring|istallet|i stallet|anvand*|gamla adress*|andra adress*|nya adress*|utan skicka|utan ring)",
  ],
  wrongPerson: [
    "(tag i|hamnat hos|kommit till) fel",
    "(ratt person) (ar|for)",
    "(inte|ej|inte langre) (.. )?(ratt|ratta) (person|man|kvinna|adress|kontakt*|avdelning|instans|mottagare|kille|tjej)",
    "(fel) (person|adress|kontakt*|avdelning|mottagare|nummer|stalle|man|kvinna|kille|tjej|dorr|bolag|foretag)",
    "(ansvarar|ansvarig|har hand|haller pa|sysslar|jobbar) (.. )?(inte|ej) ",
    "(inte|ej) (.. )?(ansvarig|ansvarar|mitt bord|mitt omrade|min avdelning|hand om|mitt ansvar|med det att gora|att gora med)",
    "(kontakta|prata|vand|vanda|skriv|fraga|hor|tala|mejla|sok|maila|ska du|far du) (.. )?(istallet|i stallet|med|till|dig till|er till|av) (.. )?(ekonomi*|inkop*|kollega|chef*|avdelning*|var|min|vart|huvudkontor*|redovisning*|kommun*)",
    "(skoter|skots|handlagger|tar hand om|bestammer|hanterar|hanteras) (.. )?(av|det|dem|detta|fakturor*|ekonomi*|sadant)",
    "(forvaxla*|blandat ihop|blandar ihop|misstagit|hamnat fel|hamnade fel|kommit fel)",
    "(privat*) ?(adress|mejl|mail|e-?post*|mejladress|mailadress)",
  ],
  later: [
    `(hor|aterkom|kom|skriv|fraga|ring|kontakta|mejla|maila|prova|forsok|ta|tar|tala|prata|pratas|titta|tittar|paminn|stam|ses|hors|vanta|horas) (.. )?${times} (.. )?${month}`,
    `${times} ${month} (.. )?(${again}|kanske|hor av|aterkom|passar|da kan|da har)`,
    "(inte|ej|har inte|hinner inte|passar inte|ingen) (.. )?(just nu|nu|for tillfallet|i ar|for narvarande|tid) (.. )?(kanske|senare|nasta|efter|hor av|aterkom|till)",
    "^(nej |hej |tyvarr |tack )*(inte nu|inte just nu|senare|kanske senare|inte i ar|en annan gang|inte for tillfallet)",
    `(inte|forst|tidigast) (.. )?(forran|fore|efter|i) (.. )?${month}`,
    `(kanske|eventuellt|mojligen) (.. )?${times} (.. )?${month}`,
  ],
  left: [
    "(jobb*|arbet*|ar|finns) (.. )?(inte|ej) (.. )?(langre|kvar|anstalld)",
    "(har |hade )?((slutat|slutade)(?! (att|lasa|skriva|svara|anvanda|kopa|tro|folja|tanka|kolla|leta|betala|fungera|lyssna|rakna))|gatt i pension|gick i pension|pensionerats|pensionerad|avlidit|gatt bort|avled|bytt jobb|bytte jobb|lamnat foretaget|lamnat bolaget|lamnade)",
  ],
};

const dnMail =
  "(e-?post*|mails?|mailene|mailer|e-?mails?|meldinger|beskeder|reklame*|nyhedsbreve*|nyhetsbrev*|spam|soppel*|breve|brev|tilbud|henvendelser|henvendelse|kontakt*|epost*|utsendelser|udsendelser|markedsforing*|mas|salgsmails?|flere)";
const dnWrite =
  "(skrive*|skriv|skriver|maile*|mail|sende*|send|sender|kontakte*|kontakt|kontakter|hore|hor|forstyrre*|spamme*|plage*|plag|plager|sendt|kontaktet|mase*|mas|ring igen)";
const dnList =
  "(list*|mailing*|mailliste*|postliste*|distributionsliste*|distribusjonsliste*|register*|registre|database*|system*|crm|adressebog*|adressebok*|nyhedsbrev*|nyhetsbrev*|e-?postliste*|kontakt*|udsendelse*|utsendelse*|arkiv*)";

/** Danish and Norwegian are one where it matters. */
export const danishNorwegian: WishWords = {
  script: "spaced",
  letters: latin,
  common: "og jeg at det ikke er en i vi jer dere på til for fra af av med har den mig meg som de å et",
  off: [
    "(blokker|bloker|sperr|spaer|fjern|slet|slett) (.. )?(hele |vores |vart |vårt )+domaene*|(blokker|sperr|fjern|slett) (.. )?(hele |vart )+domene*",
    `(tag|ta|tage|fjern|fjerne|slet|slett|slette|stryge|stryk|stryke|meld|melde|framelde|afmelde|frameld|afmeld|avmeld|skriv|pille|hiv|fa|faa|faar) (.. )?(mig|meg|os|oss|min|mit|mitt|vores|var|vare|denne|dette) (.. )?(fra|af|av|ut av|ud af|vaek fra) (.. )?${dnList}`,
    "(tag|ta|tage|fjern|fjerne|slet|slett|slette|framelde|afmelde|frameld|afmeld|avmeld|stryk|glem) (.. )?(mig|meg|os|oss|min|mit|mitt|mine|vores|var|vare|denne|dette)( (.. )?(adresse*|mailadresse*|e-?postadresse*|mail|e-?post*|oplysninger|opplysninger|data|navn|kontakt*|af|av|fra|tak|takk|straks|venligst)|$)",
    "(frameld*|afmeld*|avmeld*|meld (meg|mig|oss|os) (av|af|fra|ut))( .. (fra|mig|meg|os|oss|tak|takk|listen|nyhed*)|$)",
    `(mig|meg|os|oss|adresse*|min .. |vores .. ) (.. )?(fjernet|slettet|strøget|strøket|af|av|vaek|slettes|fjernes|bort) (.. )?(fra|af|av) (.. )?${dnList}`,
    "(onsker|vil|beder|ber|krever|kraever|anmoder|venligst|vennligst|gerne|gjerne|must) (.. )?(framelde*|afmelde*|avmelde*|slettet|fjernet|slettes|fjernes|sletning|sletting|at i sletter|at dere sletter|avregistrer*|melde (meg|mig|oss|os) (av|af|ut|fra))",
    "(slet|slett|fjern|sletter|fjerner|sletning|sletting) (.. )?(mine|vores|vare|min|mit|mitt|alle) (.. )?(data|oplysninger|opplysninger|adresse*|mail*|e-?post*|personopplysninger|personoplysninger|kontakt*)",
    "(indsigelse|innsigelse|protesterer|modsaetter|motsetter) (.. )?(behandling*|gdpr|markedsforing|bruk|brug|personoplysning*|personopplysning*|artikel|artikkel)",
    "(gdpr|artikel|artikkel|personvern*|persondata*) (.. )?(slet*|slett*|indsigelse|innsigelse|glemt|fjern*)",
    "(ret|rett) (til) (.. )?(at blive glemt|a bli glemt|sletning|sletting|indsigelse)",
    "(tilbagekalder|trekker|trekker tilbake|traekker) (.. )?samtykke",
    "(robinsonlisten|reservasjonsregister*|sperrelist*|sortlist*|svartelist*|reserver* meg)",
  ],
  silence: [
    "(behover|behøver|trenger|trengs|behoves) (.. )?(ikke|intet|ingen) (.. )?(at |a )?(skrive|sende|maile|kontakte) (.. )?(mer|mere|flere|igen|igjen|lenger|laengere)",
    "(afslutte*|avslutte*) (.. )?(korrespondance*|korrespondanse*|brevveksling*)",
    "(mails?|e-?post|beskeder|meldinger|reklame|henvendelser) (.. )?er (.. )?(uonsket|uonskede|ikke onsket|ikke velkomne|ikke velkommen|uvelkomne)",
    "(send|skriv|mail) (.. )?(intet|ingenting|ikke noe|ikke noget) (mere|mer|flere|igen|igjen)",
    `(stop|stopp|slut|slutt|hold op|hor op|la vaere|lad vaere|kutt ut|opphor|ophor) (na |nu |straks |venligst |vennligst |da |sa )*(med |at |a |med at |med a )(venligst |straks |den |de |disse |det |alle |dine |jeres |deres |slike |den slags )*(${dnWrite}|${dnMail}|dette|disse|det her|maset|dette maset)`,
    "^(nei |nej |vaer sa snill |venligst |vennligst )*(stop|stopp|slutt|hold op|hold opp|forsvind|forsvinn|skrid|stikk|pis af|dra)( nu| na| tak| takk| med det| med dette| straks)*$",
    `(ikke|aldri|aldrig|ikkje) (send|sende|skriv|skrive|kontakt|kontakte|mail|maile|forstyrr|forstyrre|plag|plage|hore|fa|faa|motta|modtage|ha|have|bli|blive) ?(.. )?(mer|mere|meir|flere|igen|igjen|lenger|laengere|til (mig|meg|os|oss)|${dnMail}|kontaktet|fra (dere|jer|dig|deg))`,
    `${dnWrite} (.. )?(ikke|aldri|aldrig|ikkje) (.. )?(mer|mere|flere|igen|igjen|lenger|laengere|hit|til (mig|meg|os|oss)|noget|noe)`,
    `(onsker|vil|vaer|venligst|vennligst|helst|setter pris|foretrekker|foretraekker|beder|ber|gerne|gjerne|slippe|slipper) (.. )?(ikke|aldri|aldrig|slippe|ingen|undga|unnga|at faa|at fa) (.. )?(flere |mere |mer |have |ha |fa |faa |motta |modtage |bli |blive |at |a |disse |slike |denne |den |jeres |deres |noen |nogen )*(${dnMail}|kontaktet|kontaktes|forstyrret|fra (jer|dere|dig|deg)|${dnWrite}|sant|den slags)`,
    `(ikke|ingen|nok|nok med|lei av|traet af) (flere|mere|mer|av|af) (slike |disse |jeres |deres |dine )*${dnMail}`,
    "(lad|la) (mig|meg|os|oss|mine|vore) (.. )?(vaere|vere|i fred|i ro|ga|gå|slippe)( |$)",
    "(i fred)( .. tak| .. takk|$)",
    "(siste|sidste) (mail|e-?post*|gang|melding|besked) (.. )?(dere|i|du|jeg|fra|tak|takk)",
    "(jeg|vi) (.. )?(anmelder|rapporterer|blokkerer|blokerer|markerer|melder) (.. )?(dere|jer|dig|deg|spam|dette|soppel*|forbrug*)",
    "(frabed*|frabe|frasi|frasier)( .. |$)",
  ],
  keeps: [
    "(hvis|om) jeg (ikke )?(tager|tar|husker) (ikke )?(fejl|feil)",
    "(spogte|spokte|tullet|tullede)|var (bare )?(for sjov|for moro|en (spog|spok|vits|joke))",
    "miljo* (.. )?(udskriv*|skriver|print*)|(udskriv*|print*|skriver ut) (.. )?miljo*",
    "(fra|af) (kopi|cc)",
    "(dataansvarlig*|behandlingsansvarlig*)|(du|i|dere) har (.. )?(ret|rett) til|(oplysninger|informasjon|information) om (.. )?(persondata*|personvern*)",
    "(afmeld*|frameld*|avmeld*|melde (meg|mig) (av|fra|af)) (.. )?(kurset|messen|messa|konferensen|konferansen|modet|motet|arrangementet)",
    "for (at|a) (afmelde|framelde|avmelde|melde deg av|stoppe)",
    "(ikke|aldrig|aldri) (.. )?(fjern*|slet|slett|slette|frameld*|afmeld*|avmeld*|tag mig af|ta meg av)",
    "(fjern|slet|slett|tag|ta|frameld|afmeld) (mig |meg |os |oss )?(ikke|endelig ikke)",
    "(slet|slett) (ikke|ingen|intet)",
    "(afmeldingslink*|frameldingslink*|avmeldingslenke*|afmeldelink*|afmeldingsknap*|avmeldingslink*)",
    "(hvorfor|hvor er|hvor blev|hvor ble) (.. )?(afmeld*|frameld*|avmeld*)",
    "(kunder|brugere|brukere|abonnenter|modtagere|mottakere|medlemmer|folk) (.. )?(afmeld*|frameld*|avmeld*|melde seg av)",
    "(hvis du|hvis i|onsker du|om du|dersom du|for at|for a) (.. )?(ikke|afmeld*|frameld*|avmeld*|melde deg) (.. )?(klik*|klikk*|her|svar*|link*|lenke*)",
    "(hvis|om|dersom|onsker) (du|i|dere|de) (.. )?ikke (.. )?(onsker|vil|lenger|laengere) (.. )?(modtage|motta|fa|have|ha)",
    "(ved en fejl|ved en feil|ved et uheld|feil knapp|forkert knap)",
    "(hvornar|nar|hvor lenge|hvor laenge) (.. )?(data|oplysninger|opplysninger|faktura*) (.. )?(slet*|slett*|fjern*)",
    "(ingen indvending*|ingen innvending*|ikke imod|ikke imot)",
    "(modet|motet|mode|mote|webinar*|kurs*|samtalen|linjen|linje|gebyr*) (.. )?(afmeld*|avmeld*|frameld*|fjern*|slet*|slett*|stryk*)",
    "(afmeld*|avmeld*|frameld*|fjern*|slet|slett|slette|stryk*) (.. )?(modet|motet|mode|mote|webinar*|kurs*|samtalen|linjen|linje|gebyr*)",
  ],
  things: [
    "(pdf*|vedhaeft*|vedlegg*|bilag|invitation*|invitasjon*|links?|lenker|filer|fax|papir|billeder|bilder|brochure*|brosjyre*|kalender*|kontrakt*|faktura*)",
  ],
  spares: [
    "(mere|mer|flere) (end|enn)",
    "(indtil|inntil|til efter|for etter|foer|denne uge|denne uken|naeste uge|neste uke|mens|i dag|i morgen|sa ofte|sa mange|dobbelt|forelobig|lige nu|akkurat na|for tiden)",
    "(ring|i stedet|istedet|isteden|brug|bruk|gamle adresse|anden adresse|annen adresse|nye adresse|men send|men ring)",
  ],
  wrongPerson: [
    "(fat i|tak i|havnet hos|landet hos|hos) (den |det )?(forkerte|gale|feil)",
    "(rette|riktige|rigtige) person (er|for)",
    "(ikke|ikke lenger|ikke laengere) (.. )?(den |det )?(rette|riktige|rigtige|rett|riktig|rigtig) (person*|mand|mann|adresse*|kontakt*|afdeling*|avdeling*|sted|modtager|mottaker|dame|kvinde)",
    "(feil|forkert*|gal|galt) (person*|mand|mann|adresse*|kontakt*|afdeling*|avdeling*|modtager|mottaker|nummer|sted|dame|fyr|firma)",
    "(ikke) (.. )?(ansvarlig|ansvar for|mit bord|mitt bord|mit omrade|mitt omrade|min avdeling|min afdeling|noget med|noe med|min opgave|min oppgave)",
    "(kontakt|snak|snakk|skriv|henvend|sporg|spor|ta|tal|prov|ring|mail|ma du|skal du|bor du) (.. )?(i stedet|til|med|dig til|deg til|jer til|hos) (.. )?(okonomi*|regnskab*|regnskap*|indkob*|innkjop*|kollega|chef*|sjef*|afdeling*|avdeling*|min|vores|var|hovedkontor*|kommune*|kasserer*)",
    "(tager sig af|tar seg av|star for|styres af|styres av|bestemmer|handterer|handteres|haandterer)( .. |$)",
    "(forveksl*|tager fejl|tar feil|blandet sammen|havnet feil|havnet forkert|havnede|kommet feil|landet feil|kommet forkert)",
    "(privat*) ?(adresse|mail|e-?post*|mailadresse|postkasse)",
  ],
  later: [
    `(vend|kom|skriv|sporg|spor|ring|kontakt|mail|prov|ta|tag|snak|snakk|snakkes|tales|se|ser|mind|minn|horer|vent|proev|tal) (.. )?${times} (.. )?${month}`,
    `${times} ${month} (.. )?(${again}|maske|kanskje|vend|ta kontakt|passer|sa kan)`,
    "(ikke|har ikke|passer ikke|ingen|darlig) (.. )?(lige nu|na|nu|for tiden|i ar|i oyeblikket|i ojeblikket|tid|akkurat na) (.. )?(maske|kanskje|senere|naeste|neste|efter|etter|vend|kom|ta|prov)",
    "^(nei |nej |hei |hej |desvaerre |dessverre |takk |tak )*(ikke na|ikke nu|ikke lige nu|senere|maske senere|kanskje senere|ikke i ar|en anden gang|en annen gang|ikke akkurat na|ikke for tiden)",
    `(ikke|forst|tidligst) (.. )?(for|efter|etter|i|for etter) (.. )?${month}`,
    `(maske|kanskje|eventuelt|muligens) (.. )?${times} (.. )?${month}`,
  ],
  left: [
    "(jobber|arbejder|arbeider|er|jobbar) (.. )?(ikke|ikkje) (.. )?(laengere|lenger|mere|mer|lengre)( (.. )?(ansat|ansatt|her|hos|der|i|pa|med)|$)",
    "(har |er )?(sluttet|stoppet i|fratradt|fratraadt|gaet pa pension|gatt av med pensjon|blitt pensjonist|blevet pensioneret|pensjonert|dod|afgaet ved doden|avgatt ved doden|skiftet job|byttet jobb|skiftet jobb|forladt|forlatt|gatt bort|gaet bort)",
  ],
};
