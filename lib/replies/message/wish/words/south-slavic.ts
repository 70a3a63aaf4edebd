import { latin, type WishWords } from "./wish-words";

const mail =
  "(e-?mail*|mail*|mejl*|poruk*|sporocil*|poste|posto|posta|reklam*|newsletter*|ponud*|spam*|obavijest*|obvestil*|pisma|pisem|kontakt*|oglas*)";
const list = "(list*|popis*|spisk*|seznam*|baz*|mailing*|imenik*|adresar*|sustav*|sistem*|evidenc*|newsletter*|kontakt*|spis*)";
const take =
  "(makn*|uklon*|izbris*|obris*|ukloni*|skin*|odjav*|izbac*|odstran*|bris*|umakn*|crt*|precrt*|odstrani*|izbrisi*|izbrisite)";
const month =
  "(sijec*|veljac*|ozuj*|travnj*|svibnj*|lipnj*|srpnj*|kolovoz*|rujn*|listopad*|studen*|prosinc*|januar*|februar*|mart*|marca|april*|maj*|jun*|jul*|avgust*|septemb*|oktob*|novemb*|decemb*|proljec*|prolec*|ljet*|leto|jesen*|zim*|kvartal*|tromjesec*|cetrtletj*|godin*|bozic*|uskrs*|praznik*|odmor*|dopust*|mjesec*|mesec*|tjedan*|tjedn*|nedelj*|sezon*|q[1-4]|20[0-9][0-9]|berb*|trgatv*|spomlad*|poletj*|leta|letu|pomlad*)";

/** Croatian, Serbian, Bosnian and Slovene. */
export const southSlavic: WishWords = {
  script: "spaced",
  letters: latin,
  common: "je i na u se da ne mi molim s za ste smo nas prosim in v si to ga su",
  off: [
    `${take} (.. )?(me|nas|moj*|nas*|ovu|ovaj|ta|to) (.. )?(s|sa|z|iz|sa svoje|sa vase) (.. )?${list}`,
    `(me|nas|moj* .. |nas* .. ) (.. )?${take} (.. )?(s|sa|z|iz) (.. )?${list}`,
    `${take} (me|nas|moj*|nasu|nas|nase|ovu|to)( (.. )?(adres*|e-?mail*|mail*|podat*|kontakt*|naslov*|molim|prosim|odmah|takoj)|$)`,
    "(zelim|zelimo|molim|trazim|zahtijev*|zahtevam*|prosim|hocu|hocem) (.. )?(odjav*|brisanj*|izbris*|uklanjanj*|odstranit*|izbrisan*|odjavit*|izbris)",
    "(odjav*) (.. )?(me|se|nas|molim|prosim|s liste|sa liste|z|od)( .. |$)",
    "(prigovaram|prigovor*|ugovarjam|ulozim ugovor*|protivim*|nasprotuj*) (.. )?(obrad*|obdelav*|marketing*|gdpr|koristenj*|uporab*)",
    "(gdpr|clan*|clen*|cl) (.. )?(brisanj*|izbris*|prigovor*|zaborav*|pozab*)",
    "(prav*) (na|do) (.. )?(brisanj*|zaborav*|prigovor*|izbrisa|pozabe|ugovora)",
    "(povlac*|preklicuj*|opozivam) (.. )?(privol*|saglasnost|suglasnost|soglasj*)",
  ],
  silence: [
    "(ne treba|nije potrebno|ni treba) (.. )?(vise|vec) (.. )?(pisa*|sla*|posilj*)",
    "(zavrs*|prekin*|zaklju*|koncaj*) (.. )?(prepisk*|dopisovanj*|dopisivanj*|korespondenc*)",
    `(ne|nemoj*|nemojte|nikad*|nikoli|prenehajte|nehajte) (.. )?(mi|me|nam|nas|vise|vec|ponovno|vise mi|mi vise|me vise|mi vec) (.. )?(pis*|sal*|salj*|kontakt*|javlj*|smetat*|gnjav*|posilj*|poslat*|nadleg*|motit*|uznemir*|vise|vec|posiljat*)( .. |$)?`,
    `(prestanite|prestani|prekinite|prekini|nehajte|nehaj|prenehajte|prenehaj|dosta|dovolj) (vise |vec |vec enkrat |molim |prosim )*(sa |s |z |mi |nam |me |vise |ovim )*(pis*|sal*|slat*|slanj*|kontakt*|javlj*|posilj*|gnjav*|smet*|nadleg*|spam*|${mail}|tim|tem)`,
    `(ne) (zelim|zelimo|zanima|pristajem|hocu|hocemo|zelimo) (.. )?(primat*|dobivat*|dobijat*|prejemat*|vas* |biti kontakt*|${mail}|da mi|da nam)`,
    "(necu|nocem|nocemo|necemo) (.. )?(vise|vec|primat*|prejemat*|dobivat*|vas*)",
    `(molim|prosim|radije|raje) (.. )?(da )?(mi |nam |me |nas )?(vise |vec )?(ne) (.. )?(pis*|salj*|kontakt*|posilj*|javlj*|smet*|saljete)`,
    `(bez|nista|nic|nobenih|nikakvih) (.. )?(vise|daljnjih|novih|vec|nadaljnj*) (.. )?${mail}`,
    "(ostav*|pust*) (me|nas) (.. )?(na miru|pri miru|v miru)",
    "^(odjeb*|gub* se|nosi* se|izginite|mars)( odavde| u|$)",
    "(prijav*|blokira*|oznac*) (.. )?(kao spam|kot spam|spam|vas|posiljat*)",
  ],
  keeps: [
    "(?<!ne )(salio|salila|zezao|zezala|hecal*)|(bila|bio) (je )?(samo )?sala",
    "(okolis*|okolin*|okolj*) (.. )?(tiska*|ispis*|stampa*)|(tiska*|ispis*|stampa*) (.. )?(okolis*|okolin*|okolj*)",
    "iz (kopij*|cc)",
    "imate (.. )?prav*|voditelj obrade|rukovalac podacima",
    "(za|ako se zelite) odjav[uo]*",
    "(ne|nemoj*) (me |nas )?(brisi*|odjav*|makn*|uklanj*|izbris*|odstran*)",
    "(poveznic*|link*|gumb*|povezav*) (.. )?(za )?odjav*",
    "(zasto|zakaj|gdje|kje) (.. )?odjav*",
    "(kupc*|korisni*|uporabni*|strank*|pretplatni*|narocni*) (.. )?odjav*",
    "(ako|ce|da bi) (.. )?(ne )?(zelite|odjav*) (.. )?(klik*|ovdje|ovde|tukaj|odgov*|link*)",
    "(greskom|slucajno|pomotoma)",
    "(sastan*|sestan*|webinar*|poziv*|klic*|red|vrstic*|stavk*) (.. )?(izbris*|otkaz*|odjav*|makn*)",
    "(izbris*|otkaz*|odjav*|makn*|odstran*) (.. )?(sastan*|sestan*|webinar*|poziv*|klic*|red|vrstic*|stavk*|drug*)",
  ],
  things: ["(pdf*|prilog*|prilog|priponk*|pozivnic*|vabil*|link*|datotek*|fax|papir*|slik*|katalog*|ugovor*|racun*)"],
  spares: [
    "(vise|vec) (od|nego|kot)",
    "(dok|dokler|prije|pred|zasad|zaenkrat|ovaj tjedan|ta teden|danas|danes|sutra|jutri|tako cesto|toliko|dvaput|dvakrat)",
    "(nazovi*|poklic*|pokličite|umjesto|namesto|stara adres*|druga adres*|nova adres*|drugi naslov|stari naslov|vec na|nego na)",
  ],
  wrongPerson: [
    "(nisam|nisem|nije|ni|nismo) (.. )?(prava|pravi|odgovarajuc*|nadlezn*|ustrezn*|odgovor*|zaduzen*|prava osob*|taj|ta) ",
    "(kriva|krivi|krivu|kriv|pogresn*|napacn*) (.. )?(osob*|adres*|kontakt*|broj*|naslov*|oddelek|odjel*|oseb*)",
    "(ne) (.. )?(bavim*|ukvarjam*|odgovaram|vodim|odlucujem|radim s|ticu|tice me)",
    "(obrat*|javite|javi*|kontakt*|pisite|pitajte|vprasajte|pisi) (.. )?(kolegic*|kolegi|kolegu|racunovod*|odjel*|oddelk*|gospo*|direktor*|nabav*)",
    "(privatn*|zasebn*|osobn*|osebn*) (.. )?(adres*|mail*|e-?mail*|naslov*|postn*)",
  ],
  later: [
    `(javi*|javite|pisi*|pisite|nazovi*|kontakt*|poklic*|vrati*|pokusa*|poskus*|podsjet*|oglas*|cujemo|slisimo|pitajte|razgovar*) (.. )?(u|v|na|nakon|poslije|posle|po|od|za|krajem|pocetkom|konec|zacetek|iza|spet|opet|ponovno|do) (.. )?${month}`,
    "(sada|sad|trenutno|zasad|zdaj|trenutno|zaenkrat|ove godine|letos) (.. )?(ne|nije|nismo|ni) (.. )?(mozda|mogoce|kasnije|pozneje|nakon|po|sezon*|iduc*|naslednj*)",
    "^(nazalost |zal |hvala |ne )*(ne sada|sada ne|sad ne|zdaj ne|ne zdaj|kasnije|pozneje|zasad ne|zaenkrat ne|drugi put|drugic|trenutno ne)",
    `(mozda|mogoce|eventualno|tek|sele) (.. )?(u|v|nakon|poslije|po|na|spomladi|jeseni) (.. )?${month}`,
  ],
  left: [
    "(vise ne|vec ne|ne) (.. )?(radi|radim|dela|delam) (.. )?(vise|kod|u|ovdje|tu|pri|v|vec)",
    "(nije|ni) (.. )?(vise|vec) (.. )?(kod nas|pri nas|zaposlen*|s nama|u firmi)",
    "(otisao|otisla|umro|umrla|umrl*|u mirovin*|u penzij*|v pokoj*|upokoj*|napustil*|napustio|zapustil*|preminul*|promijenil* posao)",
  ],
};
