import { latin, type WishWords } from "./wish-words";

const huMail =
  "(e-?mail*|level*|leveleket|uzenet*|reklam*|hirlevel*|spam*|ajanlat*|megkeres*|hirdetes*|posta*|mailt|kuldemeny*|leveletek*)";
const huMonth =
  "(januar*|februar*|marcius*|aprilis*|majus*|junius*|julius*|augusztus*|szeptember*|oktober*|november*|december*|tavass*|tavasz*|nyar*|osz*|osszel|tel*|negyedev*|ev*|jovore|karacsony*|husvet*|unnep*|szabadsag*|honap*|het*|szezon*|aratas*|szuret*|q[1-4]|20[0-9][0-9]|zaras*|koltsegvet*|jovo ev*|felev*)";

export const hungarian: WishWords = {
  script: "spaced",
  letters: latin,
  common: "a az és nem kérem hogy van egy meg is ne ez önök már köszönöm de",
  off: [
    "(torol*|torl*|vegy*|vegyen*|vegyenek|vegyetek|huzz*|tavolits*|vedd|szedj*|iratkoz*|leiratkoz*|kihuz*|hagyj*|vegyel|levenni) (.. )?(le |ki )?(engem |minket |a nevem*|a nevunk*|a cimem*|a cimunk*|az e-?mail* |ezt a cimet )?(.. )?(list*|adatbazis*|cimlist*|nyilvantart*|rendszer*|hirlevel*|levelezolist*|kor* emailbol|korlevel*|kuldesi list*)",
    "(list*|adatbazis*|cimlist*|nyilvantart*|rendszer*|cimjegyzek*|levelezolist*|levlist*) (.. )?(torol*|torl*|vegy*|vegyen*|tavolits*|huzz*|vedd|levenni|lekerul*|levetel*|szedj*)",
    "(torol*|torl*|felejts*|semmisits*|tavolits*) (.. )?(le |ki |el )?(a |az |ezt )?(.. )?(cimem*|cimunk*|adataim*|adatain*|adatom*|e-?mail*|nevem*|nevunk*|elerhetoseg*|engem|minket|emailcim*|cimet)",
    "(cimem*|cimunk*|adataim*|adataink*|nevem*|e-?mail ?cimem*|emailcimem*) (.. )?(torol*|torl*|torles*|tavolits*|felejts*|vegy*)",
    "(leiratkoz*|lemondom a|lejelentkez*|le szeretnek iratkozni|iratkozz* le|iratkozzanak|leiratom)",
    "(toroljen*|toroljetek|toroljon|torolj|torlesemet|torlesunket|torleset) (.. )?(ki |le )?(.. )?(engem|minket|kerem|kerjuk|a|azonnal|$)",
    "(kerem|kerjuk|kerlek|szeretnem|kovetel*|felszolit*) (.. )?(torles*|torol*|leiratkoz*|levetel*|eltavolit*|a torleset)",
    "(tiltakozom|tiltakozunk|tiltakozassal elek|kifogas* emelek|ellenzem) (.. )?(adat*|kezeles*|felhasznal*|gdpr|marketing*|megkeres*|ellene)",
    "(adat*|kezeles*|felhasznal*|megkeres*) (.. )?(ellen )?(tiltakozom|tiltakozunk|ellenzem)",
    "(gdpr|cikk*) (.. )?(torl*|torol*|tiltakozom|tiltakozas*|elfeledt*)",
    "(torles*|elfeledtetes*|tiltakozas*) (.. )?(jog*)",
    "(visszavon*) (.. )?(hozzajarul*)",
  ],
  silence: [
    `(ne|soha|tobbet|tobbe|mar ne) (.. )?(irj*|kuld*|keres*|zaklat*|zavar*|kapj*|hivj*|jelentkez*|spammel*|kuldozges*|kuldjon*|kuldjenek|kuldj*)( (.. )?(tobbet|tobbe|tobb|ujra|nekem|nekunk|soha|ilyen*|${huMail}|ide|engem|minket|mar)|$)`,
    `(tobbet|tobbe|soha tobbe|soha tobbet|tobb) (.. )?(ne|nem) (.. )?(irj*|kuld*|keres*|zaklat*|zavar*|kerj*|szeretn*|kivan*)`,
    `(hagyj*|fejezz*|allits*|szuntess*|szunj*|stop|eleg|elegem|szallj*) (.. )?(abba|be|meg|mar|le|van|volt|ebbol|a)( (.. )?(kuld*|irogat*|zaklat*|${huMail}|ezt|ezzel|ezeket|rolam|rolunk)|$)`,
    `(nem) (.. )?(kerek|kerunk|szeretnek|szeretnenk|kivanok|kivanunk|akarok|akarunk|ohajt*|kivan*) (.. )?(${huMail}|kapni|megkeres*|reklam*|hallani|onoktol|toletek)`,
    "(hagyj*|hagyjanak|hagyjatok|hagyjon) (.. )?(beken|minket|engem|nyugodtan)",
    "(utolso) (.. )?(level*|e-?mail*|uzenet*|alkalom*) (.. )?(legyen|kerem|toluk)?",
    "(jelent*|letilt*|blokkol*|spamnek|spamkent) (.. )?(jelol*|onoket|titeket|feladot|spam*|naih*)",
    "^(kopj*|huzz* el|huzzatok el|tunj* el|tunjenek el|takarod*|menj* a francba)",
    "(tartozkodj*|mellozz*|kimel*|kimelj*) (.. )?(a |az |tovabbi |minket |engem )*(.. )?(level*|megkeres*|e-?mail*|kuld*|ajanlat*|ettol|ilyen*)",
  ],
  keeps: [
    "leiratkozashoz|leiratkozhat|leiratkozni (itt|a )",
    "(ne) (.. )?(toroljen*|toroljetek|torolj|vegyenek|vegyel|vegyen)( (.. )?(le|ki|minket|engem)|$)",
    "(leiratkoz*) (.. )?(link*|gomb*|arany*|lehetoseg*|hivatkoz*|oldal*)",
    "(miert|hol) (.. )?leiratkoz*",
    "(ugyfel*|felhasznal*|feliratkoz*|vevo*|partner*|cimzett*) (.. )?leiratkoz*",
    "(ha|amennyiben) (.. )?(nem|leiratkoz*) (.. )?(kattints*|itt|ide|valasz*|link*)",
    "(ha|amennyiben) (.. )?nem (kivan*|szeretne*|akar*) (.. )?(kapni|hirlevel*)",
    "(veletlenul|tevedesbol|rossz gomb*)",
    "(mikor|meddig|mennyi ideig) (.. )?(adat*|szamla*) (.. )?(torl*|torol*|tarol*)",
    "(nincs kifogas*|nem ellenz*)",
    "(megbeszel*|talalkoz*|webinar*|hivas*|sor|sort|tetel*) (.. )?(torol*|torl*|lemond*|kihuz*)",
    "(torol*|torl*|lemond*|kihuz*) (.. )?(megbeszel*|talalkoz*|webinar*|hivas*|sort|tetel*|masodik)",
  ],
  things: ["(pdf*|mellekle*|csatol*|meghivo*|link*|fajl*|fax|papir*|kep*|prospekt*|katalog*|szerzod*|szamlat)"],
  spares: [
    "tobb(et)? mint|[0-9a-z]+nal tobb*",
    "(amig|mielott|elott|egyelore|ezen a heten|jovo heten|kozben|ma|holnap|ilyen gyakran|ennyi*|ketszer|duplan)",
    "(hivjon*|hivj*|telefonal*|inkabb|helyette|regi cim*|masik cim*|uj cim*|hanem)",
  ],
  wrongPerson: [
    "(nem) (.. )?(en vagyok|en|vagyok|vagyunk|o) ?(.. )?(megfelelo|illetekes*|felelos*|a jo|kompetens|hozzam tartoz*|donto*|cimzett*)",
    "(nem) (.. )?(foglalkoz*|tartozik (hozzam|ram)|az en dolgom|en intezem|dontok|dontunk|hozzam)",
    "(rossz|teves|hibas) (.. )?(cim*|szemely*|ember*|helyre|cimzett*|ajto*|szam*)",
    "(osszekever*|osszeteveszt*|tevedes*|tevedett*|eltevedt*|elkevered*)",
    "(fordulj*|forduljon*|keresse|keressek|keressek|irjon|irjanak|erdeklodj*|kerdezze|hivja|vegye fel) (.. )?(kolleg*|konyvel*|penzugy*|beszerz*|ugyvezet*|igazgat*|fonok*|urat|asszony*|no|osztaly*|titkar*)",
    "(foglalkozik|intezi|felel|kezeli|dont) (vele|ezzel|ezt|kolleg*|konyvel*|errol)",
    "(magan*|privat) ?(cim*|postafiok*|e-?mail*|level*)",
  ],
  later: [
    `(irj*|keress*|keresse*|hivj*|jelentkez*|terj*|terjunk|probal*|emlekeztes*|beszel*|kerdez*|visszater*|vegy*|nezz*|erdeklod*) (.. )?${huMonth}`,
    `${huMonth} (.. )?(ujra|jelentkez*|irj*|keress*|terj*|visszater*|esetleg|beszel*|talan|megint|hivj*)`,
    "(most|jelenleg|egyelore|iden|pillanatnyilag) (.. )?(nem|nincs) (.. )?(talan|esetleg|kesobb|utan|szezon*|ido*|jovo*)",
    "^(sajnos |nem |koszon* |elnezest )*(most nem|nem most|kesobb|egyelore nem|talan kesobb|maskor|majd maskor|iden nem|jelenleg nem)",
    `(talan|esetleg|legkorabban|csak) (.. )?${huMonth}`,
  ],
  left: [
    "(mar nem|nem|tobbe nem) (.. )?(dolgozik|dolgozom|munkatarsunk|vagyok) (.. )?(nalunk|itt|ott|cegnel|mar|tobbe|a ceg*)",
    "(nalunk|itt|ott|cegnel) (.. )?(mar )?nem (dolgozik|dolgozom)",
    "(mar nem|nem) dolgoz(ik|om) ",
    "(tavozott|kilepett|kileptem|tavoztam|eljottem|elhagyta|otthagyta|felmondott|felmondtam) (.. )?(a ceg*|cegtol|tolunk|vallalat*|allas*|munkahely*|innen|onnan)",
    "(nyugdijba (ment|vonult|mentem|vonultam)|nyugdijas (lett|lettem|vagyok)|elhunyt|meghalt|munkahelyet valtott|munkahelyet valtottam)",
  ],
};

const trMail = "(e-?posta*|mail*|mesaj*|reklam*|bulten*|spam*|teklif*|eposta*|ileti*|yazi*|e-?mail*|tanitim*|gonderi*)";
const trMonth =
  "(ocak*|subat*|mart*|nisan*|mayis*|haziran*|temmuz*|agustos*|eylul*|ekim*|kasim*|aralik*|ilkbahar*|bahar*|yaz|yazin|sonbahar*|guz*|kis|kisin|ceyrek*|yil*|yilbasi*|bayram*|ramazan*|tatil*|ay|aya|ayda|aylar*|hafta*|sezon*|hasat*|q[1-4]|20[0-9][0-9]|butce*|donem*|sene*)";

export const turkish: WishWords = {
  script: "spaced",
  letters: latin,
  common: "ve bir bu bana lütfen için ben biz de mi var değil daha çok ile da ne",
  off: [
    "(liste*|listeniz*|veri taban*|veritaban*|rehber*|sistem*|kayit*|mail listes*|abonelik*|posta liste*|database*|gonderi liste*) (.. )?(cikar*|sil*|kaldir*|dus*|cik*|ayril*)",
    "(adresimi|adresimizi|e-?postami|mailimi|adimi|numaram*|bilgilerimi|bilgilerimizi|verilerimi|verilerimizi|bu adresi|kaydimi|kaydimizi|mail adresimi|e-posta adresimi) (.. )?(cikar*|sil*|kaldir*|unut*|dus*|yok edin*|imha*)",
    "(beni|bizi) (.. )?(listenizden |listeden |listelerinizden |sistemden |sisteminizden |artik |lutfen |derhal |hemen )*(cikarin*|cikartin*|cikar|silin*|sil|kaldirin*|kaldir|unutun)",
    "(abonelik*|aboneligimi|uyelig*) (.. )?(iptal*|cik*|sonlandir*|ayril*|bitir*)",
    "(cikarin*|silin*|silinmesini|cikarilmak|cikartilmak|silinmek|kaldirilmasini)( (.. )?(istiyor*|talep*|rica*|lutfen|listeden)|$)",
    "(kvkk|gdpr|madde*) (.. )?(sil*|itiraz*|imha*|unutulma|talep*)",
    "(itiraz) (.. )?(ed*|islen*|kullan*)",
    "(unutulma|silinme|silme|itiraz) (.. )?hakk*",
    "(riza*|izn*|onay*) (.. )?(geri (cek*|al*)|iptal*)",
    "(red|ret) ?(listesi|yaz)",
  ],
  silence: [
    `(bana|bize|beni|bizi|bu adrese|buraya|artik|bir daha|lutfen|daha fazla|sakin) (.. )?(yazma*|gonderme*|atma*|rahatsiz etme*|mesaj atma*|arama*|ulasma*|iletisime gecme*|mail atma*|yollama*|taciz etme*|yazilma*|gonderilme*|ugrasma*|iletme*) `,
    "(yazmayin*|gondermeyin*|atmayin*|rahatsiz etmeyin*|yazma|gonderme|yollamayin*|gecmeyin*|aramayin|ulasmayin|atma|yazmayiniz|gondermeyiniz|etmeyin|etmeyiniz|etme)( .. (artik|bir daha|lutfen)| artik| bir daha| lutfen| bana| bize)",
    `(artik|bir daha|lutfen|bize|bana|beni|bizi|baska) (.. )?(yazmayin*|gondermeyin*|atmayin*|rahatsiz etmeyin*|yazma|gonderme|yollamayin*|gecmeyin*|aramayin*|ulasmayin*|atma|yollama|etmeyin*|etme)`,
    `${trMail} (.. )?(gondermeyin*|atmayin*|yollamayin*|gonderme|atma|almak istemi*|istemiyor*|kesin|kesilmesini|durdur*|son verin|almayi istemi*)`,
    "(almak|duymak|gormek|aranmak|iletisim*|rahatsiz edilmek|mail*|mesaj*|e-?posta*|teklif*) (.. )?(istemi*)",
    "(gondermeyi|yazmayi|atmayi|gonderimini|gonderimi|rahatsiz etmeyi|spam*|bunu|taciz*) (.. )?(kes*|birak*|durdur*|son ver*)",
    "(rahat|huzur*|pesimi*|yakami*|yakamizi) (.. )?(birak*|verin|dus*)",
    "(tercih|rica|talep|memnun|sevinir*) (.. )?(yazmama*|gondermeme*|almama*|aranmama*|gonderilmeme*|etmeme*|ulasmama*)",
    "(yazmamanizi|gondermemenizi|gonderilmemesini|aramamanizi|etmemenizi|almamayi|yazilmamasini|atmamanizi)",
    "(sikayet edecegim|engelliyorum|engelleyecegim|engelledim|spam olarak|spam diye)",
    "^(defol*|yeter artik|artik yeter)",
  ],
  keeps: [
    "(cikmak|iptal etmek|ayrilmak|almamak) icin",
    "(silmeyin*|cikarmayin*|kaldirmayin*|silme$|cikarma$|silinmesin|cikarilmasin|cikmak istemiyor*|silinmek istemiyor*)",
    "(abonelik*|cikis*|iptal) (.. )?(link*|baglanti*|buton*|oran*)",
    "(neden|nerede) (.. )?(abonelik*|link*|cikis*)",
    "(musteri*|kullanici*|abone*|tedarikci*|alici*) (.. )?(abonelik*|cik*|iptal)",
    "(istemiyorsaniz|isterseniz|icin) (.. )?(tikla*|link*|buraya|yanitla*)",
    "(almak|gormek) istemiyorsaniz",
    "(yanlislikla|hata ile|kazara)",
    "(ne zaman|ne kadar) (.. )?(veri*|fatura*) (.. )?(sil*|saklan*)",
    "(toplanti*|webinar*|gorusme*|satir*|kalem*|randevu*) (.. )?(iptal*|sil*|cikar*)",
  ],
  things: ["(pdf*|ek|ekler*|ekli|davet*|link*|dosya*|faks*|kagit*|resim*|brosur*|katalog*|sozlesme*|fatura*|numune*)"],
  spares: [
    "(kadar|once|simdilik|bu hafta|gelecek hafta|haftaya|bugun|yarin|bu kadar sik|iki kez|iki kere|suresince)",
    "(arayin|telefon|yerine|eski adres*|diger adres*|yeni adres*|baska adres*|adresine yaz*|kullanin)",
  ],
  wrongPerson: [
    "(dogru|ilgili|yetkili|sorumlu|muhatap*) (.. )?(kisi*|adres*|degil*|ben degil*)",
    "(yanlis|hatali) (.. )?(kisi*|adres*|numara*|departman*|yer*|birine|biri*)",
    "(ben|biz|benim|bizim) (.. )?(ilgilenmi*|bakmi*|sorumlu degil*|alanim degil|isim degil|yetkim yok|ilgim yok|alakam yok|karar vermi*)",
    "(karistirdiniz|karistirmissiniz|yanildiniz|yanlis geldi)",
    "(yazin*|gorusun*|ulasin*|basvurun*|sorun*|iletin*|arayin*|danisin*|yazabilirsiniz|gorusebilirsiniz|ulasabilirsiniz|gorusmeniz|yazmaniz)( (.. )?(lazim|gerek*)|$)",
    "(muhasebe*|satin alma*|mali isler*|finans*|hanim*|bey*) (.. )?(ilgileniyor|ilgilenir|ilgilenmekte*|ilgilenen|bakiyor|bakar|sorumlu|yurut*|yazin*|gorus*|ulas*)",
    "(ozel|kisisel|sahsi) (.. )?(adres*|mail*|e-?posta*|kutu*)",
  ],
  later: [
    `${trMonth} (.. )?(tekrar|yeniden|yazin*|arayin*|gorusel*|konusal*|donus*|bakal*|hatirlat*|ulasin*|degerlendir*|gorus*|yine)`,
    `(tekrar|yeniden|yine|ancak|belki) (.. )?${trMonth}`,
    "(su an*|simdi|simdilik|bu yil|bu aralar|bu sene|su sira*) (.. )?(degil|olmaz|zaman*|musait|yogun*|uygun) (.. )?(belki|sonra|ileride|gelecek|daha|tekrar)",
    "^(maalesef |hayir |merhaba |tesekkur* )*(simdi degil|su an degil|daha sonra|simdilik degil|sonra|belki sonra|baska zaman|bu yil degil|su an olmaz|ileride)",
  ],
  left: [
    "(artik|burada|orada|sirket*|bizde|bizimle) (.. )?(calismi*|calismamakta*|degil*)",
    "(calismiyor*|ayrildi*|ayrilmis*|emekli*|vefat*|isten cik*|is degistir*|istifa*|ayrilmistir)",
  ],
};
