import { latin, type WishWords } from "./wish-words";

const fiMail =
  "(sahkopost*|viest*|posti*|mainos*|uutiskirj*|roskapost*|tarjou*|meil*|maili*|mailej*|mailia|spammi*|yhteydenot*|kirje*|markkinoin*|postitu*|sposti*|roskaa)";
const fiMonth =
  "(tammiku*|helmiku*|maalisku*|huhtiku*|toukoku*|kesaku*|heinaku*|eloku*|syysku*|lokaku*|marrasku*|jouluku*|kevaa*|kesa*|kesan|syksy*|syyskau*|talve*|talvi*|kvartaal*|neljannes*|vuo*|joulu*|paasiai*|loma*|kuukau*|viik*|kausi*|kauden|sesonki*|sadonkorj*|q[1-4]|20[0-9][0-9]|tilinpaat*|budjet*|uudenvuo*)";

export const finnish: WishWords = {
  script: "spaced",
  letters: latin,
  common: "ja on ei en ole että se kiitos meille minulle teidän mutta jos kun olen tämä",
  off: [
    "(poista|poistakaa|poistaisitteko|poistatteko|poistetaan|pyyhi|pyyhkikaa|siivotkaa|tuhotkaa|jattakaa pois|ottakaa pois) (.. )?(minut|meidat|mut|osoitteeni|osoitteemme|tama osoite|taman|nimeni|tietoni|tietomme|yhteystiet*|sahkopost*|henkilotiet*|osoite)( (.. )?(list*|rekisteri*|jarjestelma*|tietokan*|postitus*|pois|jakelu*|kiitos|heti|valittomasti|teidan|sielta|kaikki)|$)?",
    "(list*|rekister*|jakelu*|postituslist*|tietokan*|sahkopostilist*) (.. )?(poista*|poisto*|pois|poistu*)",
    "(peruut*|perun|peruuttak*|peru|lopetan|lopettakaa) (.. )?(tilau*|uutiskirj*|postitu*)",
    "(haluan|haluamme|haluaisin|pyydan|pyydamme|vaadin|vaadimme|toivon|toivomme) (.. )?(poisto*|poistet*|poistu*|poistak*|eroon|pois list*|perua|tietojeni poist*|tulla poistet*|pois postitus*|etta poistatte|paasta pois)",
    "(vastust*|kiellan|kiellamme|kielto*|kieltay*) (.. )?(kasittely*|suoramarkkinoin*|gdpr|tietosuoja*|markkinoin*|kaytto*|kayttamis*|kayttam*|tietojeni|yhteydenot*|sahkopost*)",
    "(gdpr|tietosuoja*|artikla*|artiklan) (.. )?(poist*|vastust*|unoht*|kiell*)",
    "(oikeu*) (.. )?(tulla unohdet*|poist*|vastust*)",
    "(peruutan|perun) (.. )?(suostumu*)",
    "(unohtakaa|unohda) (.. )?(minut|meidat|osoit*|tama)",
  ],
  silence: [
    "(en|emme) halua (.. )?(etta )?(.. )?(otetaan yhteytta|otatte yhteytta|lahestyta|lahestytte|kirjoitetaan|kirjoitatte|lahetetaan|lahetatte)",
    "(viestit|viestinne|sahkopostit|sahkopostinne|mainokset) (.. )?(ovat|on) (.. )?(ei toivottuja|toivomattomia)",
    `(alkaa|ala|alkaaa|alas|alka) (.. )?(enaa |mulle |minulle |meille |koskaan |lahettako |ottako |lahetelko )*(lahet*|kirjoit*|ottako|ottaa yhteytta|haluta|hairit*|hairi*|ottak*|soittako|spamma*|meilail*|mailail*|pommit*|ota yhteytta|lahestyko)( (.. )?(enaa|mulle|minulle|meille|minua|tanne|mitaan|uudestaan|${fiMail}|yhteytta|koskaan|tahan)|$)`,
    `(lopeta|lopettakaa|lopettaisitteko|lopetatte|riittaa|riitti|seis) (jo |nyt |heti |tama |naiden |nama |minulle |meille )*(${fiMail}|lahet*|kirjoit*|hairi*|pommit*|tama|spamma*)`,
    "(lopettakaa|lopeta)( jo| nyt| heti| kiitos)*$",
    `(en|emme|ei) (.. )?(halua|haluaisi|tahdo|toivo|kaipaa|tarvitse) (.. )?(enaa |lisaa |teilta |saada |vastaanottaa |mitaan |naita |enempaa |tallaisia |enempia )*(${fiMail}|kuulla|yhteydenot*|teilta|sinulta)`,
    `(ei|ei enaa|ei lisaa) (.. )?(enaa|lisaa|enempaa|enempia) (.. )?${fiMail}`,
    `(mieluummin|toivo*|pyyd*|haluaisin|olisi hyva) (.. )?(etta )?(.. )?(ette|et|etta en|ettei|olematta) (.. )?(lahet*|kirjoit*|ota yhteytta|ottaisi*|hairit*|laheta*|lahettaisi*)`,
    `(en|emme) ota (.. )?(vastaan )?(.. )?${fiMail}`,
    "(jatta*|jata|antakaa|anna) (.. )?(minut|meidat|mut|minun|meidan) (.. )?(rauhaan|olla|rauhassa)",
    "^(jattakaa |jata |anna |antakaa )?(minut |meidat |minun |mun )?(olla )?(rauhaan|rauhassa)( kiitos)?$",
    "(olkoon|oli|saa olla) (.. )?viimeinen (viesti|sahkoposti|maili|meili)",
    "(ilmoitan|merkitsen|merkkaan|estan|blokkaan|raportoin) (.. )?(roskaposti*|spammi*|teidat|taman|sinut)",
    "^(painu|painukaa|haipykaa|haivy|haistakaa|haista)( |$)",
  ],
  keeps: [
    "(peruuttaaksesi|perua tilauksesi|voit perua|voit peruuttaa)",
    "(alkaa|ala|alkaaa) (.. )?poist*",
    "(peruutuslinkki*|poistumislinkki*|peruutusnappi*|poistolinkki*)",
    "(miksi|missa) (.. )?(peruut*|linkki*)",
    "(asiakka*|kayttaj*|tilaaja*|vastaanottaj*|toimittaj*) (.. )?(peru*|poist*)",
    "(jos|mikali) (.. )?(et|ette) (.. )?(klik*|tasta|vastaa|linkki*)",
    "(jos|mikali) (.. )?(et|ette) (.. )?(halua|haluaisi) (.. )?(vastaanottaa|saada)",
    "(vahingossa|erehdyksessa|vaara nappi)",
    "(milloin|kuinka kauan|koska) (.. )?(tiedot|tietomme|lasku*) (.. )?(poist*|tuho*|sailyt*)",
    "(kokou*|tapaami*|webinaar*|puhelu*|rivi*|maksu*|kohta*) (.. )?(poist*|peru*)",
    "(poist*|peru*) (.. )?(kokou*|tapaami*|webinaar*|puhelu*|rivi*|maksu*|kohta*|tilauksen|toisen)",
  ],
  things: [
    "(pdf*|liite*|liitt*|kutsu*|linkki*|tiedosto*|faksi*|paperi*|kuvia|esite*|esitte*|kalenteri*|sopimu*|laskuja|lasku|naytte*)",
  ],
  spares: [
    "(enempaa|useammin|enemman) kuin",
    "(ennen kuin|ennen|kunnes|talla viikolla|ensi viikolla|tanaan|huomenna|nain usein|niin usein|kahdesti|toistaiseksi|juuri nyt|aikana)",
    "(soita*|sen sijaan|kayta*|vanha osoite|vanhaan|toiseen osoit*|uusi osoite|uuteen|vaan)",
  ],
  wrongPerson: [
    "(en|ei|emme|enka) (.. )?(ole |olemme )?(.. )?(oikea|oikeat|vastuussa|vastaa|se henkilo|paata|hoida|kasittele|vastuuhenkilo)",
    "(vaara|vaaralle|vaaraan|vaarassa|vaaralla) (.. )?(henkil*|osoit*|ihmi*|osasto*|paikka*|numero*|tyyp*|mies|puu*)",
    "(ei|eivat) (.. )?(kuulu|kuuluvat) (.. )?(minulle|tehtavi*|toimenkuva*|mulle)",
    "(ota|ottakaa|kysy*|kaantyka*|kirjoita*|laita*|puhu*|kannattaa) (.. )?(kirjanpit*|talous*|ostoo*|osasto*|esimie*|kollega*|johtaj*|hanelta|hanelle|taloushallin*|rouva|herra)",
    "(hoitaa|vastaa|paattaa|kasittelee) (.. )?(laskut|niista|siita|niita|nama|kollega*|talous*|kirjanpit*|naista)",
    "(sekoitat*|erehty*|sekaannu*)",
    "(yksityi*|henkilokohtai*|oma) (.. )?(osoite*|sahkopost*|postilaatik*)",
  ],
  later: [
    `(palata*|pala|kysy*|kirjoita*|soita*|ota*|ottakaa|yrita*|kokeile*|puhuta*|jutella*|katsota*|muistuta*|laita*|lahesty*) (.. )?${fiMonth}`,
    `${fiMonth} (.. )?(uudestaan|uudelleen|ehka|palataan|kysy*|yhteytta|jalkeen palataan|voisi|katsotaan)`,
    "(nyt|juuri nyt|talla hetkella|tana vuonna) (.. )?(ei|en|emme) (.. )?(ehka|myohemmin|ensi|jalkeen|aikaa|kiire*)",
    "^(valitettavasti |ei |hei |kiitos |pahoittelut )*(ei nyt|ei juuri nyt|nyt ei|myohemmin|ehka myohemmin|ei tana vuonna|toisen kerran|ei viela|ei talla hetkella)",
    `(ehka|mahdollisesti|aikaisintaan|vasta) (.. )?${fiMonth}`,
  ],
  left: [
    "(en|ei|eika) (enaa )?(ole|tyoskentele|toimi) (enaa |meilla )*(enaa|meilla|toissa|palveluksessa|talossa|firmassa|yrityksessa|taalla)",
    "(jaanyt|jai|siirtynyt|siirtyi|jain|siirryin) (.. )?elakkeelle",
    "(lopettanut|lahtenyt|vaihtanut|irtisanoutunut|lopetin|lahdin|vaihdoin|irtisanouduin|poistunut) (.. )?(meilta|tyopaik*|yrityks*|firma*|talosta|tyot|keuudest*|keskuudestamme)",
    "(han|herra|rouva|kollega*) (.. )?(on kuollut|on menehtynyt|kuoli)",
  ],
};

const month =
  "(jaanuar*|veebruar*|marts*|aprill*|mai|mais|juun*|juul*|august*|septemb*|oktoob*|novemb*|detsemb*|kevad*|suv*|sugis*|tal[vi]*|kvartal*|aasta*|joul*|janvar*|februar*|april*|maij*|junij*|julij*|oktobr*|decembr*|pavasar*|vasar*|ruden*|ziem*|ceturk*|gad*|ziemassvet*|saus*|vasar*|kov[oa]*|baland*|geguz*|birzel*|liep*|rugpjuc*|rugsej*|spal*|lapkric*|gruod*|ziem*|ketvirt*|met*|kaled*|velyk*|menes*|nedel*|savait*|20[0-9][0-9])";

/** Estonian, Latvian and Lithuanian: their words are unlike enough to stand together. */
export const baltic: WishWords = {
  script: "spaced",
  letters: latin,
  common: "ja ei on palun ma et see mind meie ir un nav lūdzu es mums uz ne kad prašau mes su iš jūsų",
  off: [
    "(eemalda*|kustuta*|votke|vota|tommake|kustutage) (.. )?(mind|meid|mu|minu|meie|see|selle|mulle) (.. )?(list*|nimekir*|andmebaas*|andme*|aadress*|e-?post*|maha|postitus*|meil*|kontakt*)",
    "(mind|meid|aadress*|minu .. ) (.. )?(nimekirjast|listist|andmebaasist|postiloendist|meililistist) (.. )?(eemalda*|kustuta*|maha|valja)",
    "(loobu*|tuhista*) (.. )?(uudiskir*|tellimus*|kirjadest|postitus*)",
    "(soovin|palun|nouan) (.. )?(eemalda*|kustuta*|loobuda|kustutamist|eemaldamist|listist maha)",
    "(dzesiet|dzes*|iznemiet|iznem*|svitrojiet|izslegt|nonemiet|izsvitro*|izdzes*) (.. )?(mani|mus|manu|musu|so|mus|manus) (.. )?(no|adres*|e-?past*|dat*|saraks*|kontakt*)?",
    "(atrakst*|atteikties|atsakos|atteicos)( (.. )?(no|sanemt|jaunumiem|adresatu)|$)",
    "(ludzu|velos|pieprasu|gribu) (.. )?(dzest|izdzest|atrakst*|iznemt|svitrot|nonemt) ",
    "(istrin*|pasalin*|isbrauk*|isim*|isregistr*|ismesk*) (.. )?(mane|mus|mano|musu|si|savo)( (.. )?(is|saras*|adres*|duomen*|e-?pas*|kontakt*|prasau)|$)?",
    "(atsisak*|noriu|norime|prasau|reikalauju) (.. )?(naujienlaisk*|prenumerat*|istrinti|pasalinti|isbraukti|atsisakyti|gauti laiskus|jusu laisk*)",
    "(gdpr|bdar|ikum|vdar|isikuandme*) (.. )?(kustut*|vastu|dzest|iebild*|istrin*|nesutin*|pasalin*|prieštarau*|priestarau*)",
    "(vaidlen vastu|esitan vastuvaite|iebilstu|nesutinku|priestarauju) (.. )?(tootle*|andme*|apstrad*|datu|tvarky*|duomen*)",
  ],
  silence: [
    "(arge|ara|palun arge|ara enam) (.. )?(enam )?(saat*|kirjuta*|tulita*|votke uhendust|vota uhendust|spammi*|helista*|sega*|meilige)( (.. )?(enam|mulle|meile|mind|kirju|meile|reklaam*)|$)",
    "(ei|enam) (.. )?(soovi|taha|soovime) (.. )?(enam|saada|kirju|e-?kirju|teie|reklaam*|uudiskir*|pakkumis*|kontakt*)",
    "(lopeta|lopetage|lopetate|aitab)( (.. )?(saatmi*|kirjutami*|kirjad*|see|tulitami*|nende|mulle|juba|ara)|$)",
    "(jatke|jata|laske) (.. )?(mind|meid) (.. )?(rahule|olla)",
    "(nerakst*|nesut*|netraucejiet|netrauce|nezvaniet|nesazin*|beidziet|parstajiet|izbeidziet|beidz)( (.. )?(man|mums|mus|vairs|vairak|rakst*|sut*|traucet|lidz|e-?past*|sads|sis|mani)|$)",
    "(nevel*|negrib*) (.. )?(vairs|sanemt|sadas|jusu|reklam*|e-?past*|vestul*)",
    "(lieciet|liec|atstajiet|laidiet) (.. )?(mani|mus|mieru|man mieru|miera)",
    "(neberasyk*|nerasyk*|nesius*|nebesius*|nesiusk*|nebesiusk*|netrukd*|nebetrukd*|nesikreip*|nebesikreip*|liaukites|nustokite|liaukites|baikite)( (.. )?(man|mums|daugiau|mus|mane|siusti|siuntin*|rasyti|rasin*|trukd*|laisk*|prasau)|$)?",
    "(nenor*|nebenor*|nepageidau*) (.. )?(daugiau|gauti|jusu|laisk*|reklam*|e-?laisk*|tokiu|is jusu|buti)",
    "(palikite|palik) (.. )?(mane|mus|ramybej*)",
  ],
  keeps: [
    "(arge|ara) (.. )?(eemalda*|kustuta*)",
    "(neistrin*|neizdzes*|nedzesiet|nepasalin*)",
    "(kliendid|klienti|klientai|kasutaj*|lietotaj*|vartotoj*) ",
    "(koosolek*|webinar*|veebinar*|sapulc*|susitikim*|rida|rindu|eilut*) ",
    "(kogemata|nejausi|kludas|netycia|per klaida)",
  ],
  things: ["(pdf*|manus*|lisad*|pielikum*|pried*|kutse*|ielugum*|kvietim*|link*|fail*|lepingu*|arve*|rekin*|saskait*|sutart*)"],
  spares: [
    "(kuni|enne|praegu|lidz|pirms|pagaidam|kol|iki|pries|siuo metu|sel nadalal|sonedel|sia savaite|tana|homme|sodien|rit|siandien|rytoj)",
    "(helistage|zvaniet|skambinkite|hoopis|vana aadress*|uus aadress*|vecais|jaunais|senas|naujas|vaid|bet)",
  ],
  wrongPerson: [
    "(vale|valel|valesse|valele) (.. )?(inime*|isik*|aadress*|kontakt*|koht*|number*|uks*)",
    "(ei|pole) (.. )?(oige|vastuta*|tegele|minu|otsusta) (.. )?(inimene|isik|kontakt|aadress|valdkon*|teema*|ala|selle*|arve*|rida)?",
    "(poordu*|kirjuta*|kusige|vota uhendust|votke uhendust) (.. )?(poole|raamatupida*|kolleeg*|osakon*|juhata*|hoopis)",
    "(nepareiz*|kludain*) (.. )?(person*|adres*|cilvek*|numur*)",
    "(neesmu|nav|neesam) (.. )?(istais|pareiz*|atbildig*|ista|ista persona)",
    "(sazinieties|rakstiet|griezieties|vaicajiet|jautajiet) (.. )?(ar|pie|gramatved*|koleg*|vadit*|nodal*)",
    "(ne tas|ne ta|netinkam*|klaiding*|neteising*) (.. )?(asmu*|zmog*|adres*|kontakt*|darbuot*)",
    "(nesu|ne as|neesu) (.. )?(atsakin*|tas|ta|tinkam*|uz tai)",
    "(kreipki*|rasyki*|susisieki*|klauski*) (.. )?(i|su|buhalter*|koleg*|direktor*|skyri*|pas)",
  ],
  later: [
    `(kirjuta*|poordu*|helista*|vota*|votke*|proovi*|rakstiet|zvaniet|sazinieties|atgriez*|jautajiet|paris*|kreipki*|rasyki*|skambin*|grizk*|susisieki*|parasyk*|raagime|raakime|parunajam|pakalbekime) (.. )?${month}`,
    `(ehk|voib olla|vahest|varbut|iespejams|gal|galbut) (.. )?${month}`,
    "^(kahjuks |paraku |diemzel |deja |aitah |paldies |aciu |ne |nee |ei )*(mitte praegu|praegu mitte|hiljem|praegu ei|ne tagad|tagad ne|velak|pagaidam ne|ne dabar|dabar ne|veliau|kol kas ne|siuo metu ne)",
  ],
  left: [
    "(ei tööta|ei toota|enam ei toota|lahkus|lahkunud|pensionil*|pensionile|lahkusin|surnud)( .. (enam|meil|siin|ettevott*|tool)|$)",
    "(vairs|jau) (.. )?(nestrada*)",
    "(nestrada*) (.. )?vairs",
    "(aizgaj*|pensij*|miris|mirusi|pametis|pametusi)",
    "(nebedirb*|nebeturi|isejo|isejau|pensij*|mire|nebedirba)",
  ],
};
