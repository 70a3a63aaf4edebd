import { latin, type WishWords } from "./wish-words";

const mail =
  "(e-?mail*|mail*|maily|zprav*|sprav*|reklam*|newsletter*|nabid*|ponuk*|spam*|obchodni* sdelen*|obchodn* oznam*|dopis*|postu|posty|korespondenc*|nevyzadan*|kontakt*|sdeleni|propagac*)";
const list =
  "(seznam*|zoznam*|databaz*|mailing*|rozesil*|distribuc*|adresar*|evidenc*|newsletter*|system*|kontakt*|kartotek*|listu|list|odber*|crm|kampan*|registr*)";
const take =
  "(vyrad*|vymaz*|odstran*|smaz*|vyskrtn*|skrtn*|odhlas*|vyhod*|zmaz*|vyjm*|odober*|odeber*|odeberte|vyskrtnete|vyjmete|skartuj*|zrus*|vypust*|vynech*|vyjm*|vylouc*|vyluc*)";
const write =
  "(pis*|posil*|posiel*|kontakt*|obtez*|otravuj*|otravovat|zasil*|zasiel*|obtaz*|spamuj*|spamovat|rusit|rusi*|volat*|oslov*|ozyv*|otravovat|nepis*)";
const month =
  "(led[ne]n*|ledna|lednu|unor*|brez*|dub[nue]*|kvet*|cerv*|srp*|zari|rij*|listopad*|prosin*|januar*|februar*|marec|marc*|april*|maj*|jun*|jul*|august*|septemb*|oktob*|novemb*|decemb*|jaro|jare|jar|jari|let*|leta|lete|podzim*|jesen*|zim*|ctvrtlet*|stvrtrok*|kvartal*|rok*|roce|roku|vanoc*|vianoc*|velikonoc*|velkej noci|prazdnin*|mesic*|mesiac*|tydn*|tyzdn*|sezon*|sklizn*|zber*|q[1-4]|20[0-9][0-9]|uzaver*|zavierk*|rozpoc*|dovolen*)";

/** Czech and Slovak are one where it matters. */
export const czechSlovak: WishWords = {
  script: "spaced",
  letters: latin,
  common: "a je se na prosím ne v z do už jsem si to som sa nie mi nás že o pro pre",
  off: [
    `(z|ze|zo) (.. )?${list} (.. )?(me|mne|mna|ma|nas|muj|moj|nasi|nasu) (.. )?${take}( .. |$)?`,
    "(zablok*|vylouc*|vyrad*|vyluc*) (.. )?(celou |nasi |celu |nasu )+domen*",
    `${take} (.. )?(me|mne|mna|ma|nas|muj|moj|mou|moju|nasi|nasu|tuto|tento|nasu|svou|jej|ji) (.. )?(z|ze|zo|s) (.. )?${list}`,
    `(me|mne|ma|nas|muj .. |moj .. |nas* .. |tuto .. |tento .. ) (.. )?${take} (.. )?(z|ze|zo) (.. )?${list}`,
    `${take} (si )?(me|mne|ma|nas|muj|moj|mou|moju|nasi|nasu|tuto|tento|moje|nase)( (.. )?(adres*|e-?mail*|mail*|udaj*|kontakt*|jmeno|meno|data|prosim|ihned|okamzite)|$)`,
    `(prosim|zadam|zadame|prosime|chci|chceme|chcem|chtel*|preji|prajem|pozadu*|trvam*) (.. )?(o )?(vyrazen*|vymaz*|odstranen*|smaz*|odhlas*|vyraden*|zruseni odber*|zrusenie odber*|vyradit|odhlasit|ukoncen*)( .. (z|me|ma|nas|mych|mojich|nasich|kontakt*|zasil*|adres*|odber*)|$)`,
    "(odhlas*|odhlasuji|odhlasujem) (.. )?(se|sa|me|ma|nas|odber*|prosim|z )( .. |$)",
    "(zrus*) (.. )?(odber*|zasil*|zasiel*|newsletter*|registrac*)",
    "(vymaz*|smaz*|zmaz*|odstran*|zapomen*|zabudn*) (.. )?(moj*|me|mou|nas*|muj|tuto|tento|veskere|vsechny|vsetky) (.. )?(adres*|udaj*|e-?mail*|mail*|kontakt*|data)",
    "(vznasim|vznasime|vznesam|podavam|podavame|namitam|namietam|nesouhlasim|nesuhlasim|nesouhlasime) (.. )?(zpracov*|spracov*|marketing*|gdpr|pouzit*|pouziv*|zasil*|zasiel*|proti)",
    "(gdpr|cl|clan*|art) (.. )?(vymaz*|namit*|namiet*|zapomen*|zabudn*|odstran*)",
    "(prav*) (na|byt|vznest) (.. )?(vymaz*|zapomen*|zabudn*|namit*|namiet*|byt)",
    "(odvolav*|beru zpet|beriem spat) (.. )?(souhlas*|suhlas*)",
    "(nechci|nechceme|nechcem|nepreji|nezelam) (.. )?byt (.. )?(v|na|ve) (.. )?(seznam*|zoznam*|databaz*)",
  ],
  silence: [
    "(neni|nie je) (treba|potreba|nutne) (.. )?(uz|vice|viac|dal|dalej) (.. )?(psat|pisat|posilat|posielat)",
    "(ukonc*) (.. )?(korespondenc*|koreespondenc*|dopisovan*)",
    "(nepis|nepiste|nepiseti|neposilej|neposilejte|neposielaj|neposielajte|nekontaktuj|nekontaktujte|neobtezuj|neobtezujte|neobtazujte|neotravuj|neotravujte|nezasilejte|nezasielajte|nespamuj|nespamujte|neruste|neoslovujte|neozyvejte se|neozyvajte sa)",
    `(uz |prosim |znovu |dal |dalej |vice |viac |nikdy |mi |nam |me |nas |ma )*(nepis*|neposil*|neposiel*|nekontakt*|neobtez*|neobtaz*|neotravuj*|nezasil*|nezasiel*|nespamuj*|nevolejte|neruste|neoslov*|neozyv*)( .. |$)?(uz|mi|nam|me|nas|ma|vice|viac|znovu|zadne|ziadne|dalsi|dalsie|nic|prosim|na tuto|sem|sem|$|takov*|tak*)`,
    `(prestan|prestante|prestanete|prestanite|prestat|skoncete|skoncite|dost|konec|koniec|stop|ukoncete|ukoncite|zastavte) (s |se |so |uz |tech |tych |s tema |prosim |mi |nam |me |nas |ma )*(${write}|${mail}|tim|tym)`,
    `(nechci|nechceme|nechcem|nechtel*|nepreji|neprejeme|neprajem|nemam zajem|nemam zaujem|nemame zajem|nezelam|nestojim|nestojime|nezelame|nemame zaujem|nesouhlas*|nezelam si|nepraje*) (.. )?(o )?(si |uz |abyste |aby .. )?(.. )?(${mail}|dostavat|dostavat|kontaktovan*|oslovovan*|prijimat|obtezovan*|psali|pisali|zasil*|zasiel*|vas* (nabid*|ponuk*|zprav*|mail*))`,
    `(zadne|ziadne|bez|uz zadne|uz ziadne) (.. )?(dalsi|dalsie|dalsich|takove|take|vice|viac|podobne) (.. )?${mail}`,
    `(radeji|radsej|prosim|prosime|ocenil*|preferuj*|byl bych rad|bol by som rad|budu rad|zadam|uvital*) (.. )?(abyste|kdybyste|aby ste|keby ste|at |nech )(.. )?(me|mi|nas|nam|ma) (.. )?(uz |vice |viac |dal )*(nepsa*|nepis*|nekontakt*|neposil*|neposiel*|neobtez*|prestal*|neoslov*)`,
    "(nechte|nechaj*|nech|nechat|dejte|dajte|dej|daj) (.. )?(me|mne|nas|ma|mi|nam|uz) (.. )?(byt|na pokoji|v klidu|v pokoji|pokoj|svaty pokoj)",
    "^(nechte |nechajte |dejte |dajte )?(me |ma |nas |mi |nam )?(byt )?(na pokoji|v pokoji|pokoj)$",
    "^(jdete|bezte|vypadn*|tahnete|chodte|jdi|odprejskn*|odpalte)( (.. )?(nekam|prec|dopr*|do haje|do prdele|odtud)|$)",
    "(posledni|posledny) (.. )?(mail|e-?mail|zprava|sprava|krat|raz) (.. )?(od|prosim|ktor*|kter*)",
    "(nahlas*|oznac*|zablok*|blokuj*) (.. )?(jako spam|ako spam|spam|uoou|odesil*|odosiel*|vas)",
  ],
  keeps: [
    "(pokud|jestli|ak) se (nemylim|mylim)|(pokud|ak) sa (nemylim|mylim)",
    "(?<!ne)(zertoval*|zartoval*|vtipkoval*)|(byl|bol) (to )?(jen |jenom |len |iba )?(zert|vtip|zart)",
    "(zivotni* prostredi*|zivotne prostredie) (.. )?(tis*|tlac*|vytis*|vytlac*)|(tis*|tlac*|vytis*|vytlac*) (.. )?(zivotni|zivotne) prostred*",
    "(z|ze|zo) (kopie|kopii|cc)",
    "spravc* (.. )?(udaju|udajov)|mate (.. )?prav*|(informace|informacie|zasady) (.. )?(osobnich udaju|osobnych udajov|soukromi|sukromia)",
    "odhlas* (.. )?(z|ze|zo) (kurzu|skoleni*|skolenia|konference|konferencie|veletrhu|vel trhu|akce|akcie)",
    "(pro|k|pre|na) odhlaseni[ea]?|odhlasit se (muzete|lze)|odhlasit sa (mozete|mozno)",
    "(nevyrad*|nemaz*|neodstran*|neodhlas*|nevymaz*|nevyskrt*|nemazte)",
    "(ne|nie) (.. )?(vyrad*|smaz*|odhlas*|vymaz*)",
    "(odkaz*|tlacit*|link*|mira) (.. )?(na |pro )?(odhlas*)",
    "(proc|preco|kde) (.. )?(odhlas*|odber*)",
    "(zakazni*|uzivatel*|odberatel*|prijem*|dodavatel*|klient*|lide|ludia) (.. )?(odhlas*|odhlasuj*)",
    "(pokud|ak|pro) (.. )?(si |jiz |uz )?(neprejete|nechcete|nezelate|odhlaseni|prejete|zelate) (.. )?(klik*|zde|tu|odpov*|odkaz*|navstiv*)",
    "(pokud|ak) (.. )?(neprejete|nechcete|nezelate|neprajete) (.. )?(dostavat|prijimat|zasil*|odber*)",
    "(omylem|nedopatren*|spatne tlacitko|zle tlacidlo)",
    "(kdy|kedy|jak dlouho|ako dlho) (.. )?(data|udaje|faktury) (.. )?(smaz*|maz*|vymaz*|odstran*)",
    "(bez namitek|nemam namitk*|nemame namitk*|nic proti)",
    "(schuzk*|stretnut*|webinar*|hovor*|skoleni*|radek|riadok|polozk*|poplat*) (.. )?(smaz*|zrus*|odhlas*|vyskrtn*|vymaz*|odstran*)",
    "(smaz*|zrus*|odhlas*|vyskrtn*|vymaz*|odstran*) (.. )?(schuzk*|stretnut*|webinar*|hovor*|skolen*|radek|riadok|polozk*|poplat*|druh*)",
  ],
  things: ["(pdf*|prilo*|pozvan*|odkaz*|soubor*|subor*|fax|papir*|obrazk*|letak*|katalog*|smlouv*|zmluv*|faktury|vzork*)"],
  spares: [
    "(vic|vice|viac) (nez|ako)",
    "(dokud|kym|do konce|do konca|nez|pred|zatim|zatial|tento tyden|tento tyzden|pristi tyden|dnes|zitra|zajtra|tak casto|tolik|dvakrat|prozatim|v tuto chvili|momentalne)",
    "(zavolej*|volej*|zavolajte|misto|namiesto|radeji na|stara adres*|jina adres*|ina adres*|ale na|pouzij*|piste na|piste prosim na|nova adres*|na starou|na staru)",
  ],
  wrongPerson: [
    "(faktury|ucetnictvi|uctovnictvo|nakup) (.. )?(resi|riesi|ma na starosti|vyrizuje|vybavuje)",
    "(spravna|spravnou) osob[au] (je|by)",
    "(nejsem|nie som|nejsme|nie sme|neni|nie je) (.. )?(spravn*|ta prava|ten pravy|ten spravny|kompetentn*|odpovedn*|zodpovedn*|prislusn*|osob*|adresat*|kontakt*)",
    "(neresim*|neriesim*|nemam na starost*|nezabyvam*|nezaoberam*|nemame na starost*|nemam .. spolecn*|nemam .. spolocn*|nerozhoduj*|netyka se me|netyka sa ma|nezodpovedam|neodpovidam|nedelam|nerobim|nespada)",
    "(spatn*|zl*|nesprav*|chybn*) (.. )?(osob*|adres*|kontakt*|cislo|oddelen*|firm*|clovek*|cloveka|dvere)",
    "(spletl*|splet*|pomylil*|zamenil*|zamena|zmylil*|omyl) (.. )?(s|si|adres*|osob*|jste|ste)",
    "(obratte|obrate|obrat|kontaktujte|kontaktovat|piste|napiste|zeptej*|opyt*|volej*|oslov*|zkuste|skuste|mluvte|hovorte) (.. )?(pani|pana|kolegy*|kolegu|ucetn*|uctovn*|oddelen*|reditel*|riaditel*|vedouc*|veduc*|nakup*|ekonom*)",
    "(ma na starost*|resi|riesi|stara se|stara sa|rozhoduje) (.. )?(kolegy*|kolega|pani|pan|ucetn*|uctovn*|oddelen*|to|u nas|uctaren*|uctaren)",
    "(soukrom*|sukromn*|osobn*) (.. )?(adres*|e-?mail*|mail*|schrank*)",
  ],
  later: [
    `(ozvete|ozvi*|ozvat|piste|napis*|kontakt*|zavolej*|volejte|zavolajte|vrat*|zkus*|skus*|pripomen*|promluv*|porozpravaj*|zeptej*|podiv*|probrat|prober*|ozveme|ozvete) (.. )?(v|ve|vo|po|na|od|za|koncem|zacatkem|zaciatkom|az|okolo|kolem|pristi|buduci|polovine|behem|z) (.. )?${month}`,
    `(v|ve|po|na|od|za|koncem|zacatkem|zaciatkom|az|pristi|buduci) ${month} (.. )?(znovu|opet|znova|ozvete|ozvi*|mozna|mozno|radi|rad|klidne|muzeme|mozeme)`,
    "(ted|teraz|nyni|momentalne|v soucasnosti|letos|tento rok|zatim|zatial) (.. )?(ne*|nie) (.. )?(mozna|mozno|pozdeji|neskor|po|pristi|buduci|sezon*|cas|az)",
    "^(bohuzel |zial |ne |nie |dekuj* |dakuj* |dobry den )*(ted ne|teraz nie|pozdeji|neskor|zatim ne|zatial nie|mozna pozdeji|jindy|inokedy|letos ne|momentalne ne|momentalne nie)",
    `(ne*|az|nie) (.. )?(pred|po|v|od) (.. )?${month}`,
    `(mozna|mozno|pripadne|nejdrive) (.. )?(v|ve|po|na|od|az|pristi|buduci) (.. )?${month}`,
  ],
  left: [
    "(uz|jiz|u nas|tu|zde|tady|ve firme|vo firme|v spolocnosti|ve spolecnosti) (.. )?(nepracuj*|nepusobi|neposobi|nepusobim)",
    "(nepracuje|nepracuji|nepracujem) (.. )?(u nas|pro nas|pre nas|zde|tady|tu|ve firme|vo firme|v nasi|v nasej|jiz|uz)",
    "(uz|jiz) (neni|nie je|nejsem|nie som|neni) (.. )?(u nas|zamestnan*|nasim|nasou|mezi|medzi|ve firme)",
    "(odesel|odesla|odisiel|odisla|odchazi|odchadza|odejde) (.. )?(do duchodu|do dochodku|z firmy|z nasi|z nasej|ze spolecnosti|zo spolocnosti|od nas|na materskou|na materskej)",
    "(pan|pani|kolega|kolegyne|kolegyna|bohuzel|zial|nas|nase) (.. )?(zemrel|zemrela|zomrel|zomrela)",
    "(v duchodu|na dochodku|zmenil praci|zmenila praci|zmenil pracu|zmenila pracu)",
  ],
};
