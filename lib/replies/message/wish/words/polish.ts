import { latin, type WishWords } from "./wish-words";

const mail =
  "(e-?mail*|mail*|maile|maili|wiadomosci|reklam*|spam*|newsletter*|ofert*|korespondencj*|listow|listy|propozycj*|materialow|informacji handlow*|informacji|kontakt*|poczt*|tresci)";
const list =
  "(list*|baz*|subskrypcj*|mailing*|newsletter*|rejestr*|kartotek*|system*|kontakt*|wykaz*|ewidencj*|crm|kampani*|adresat*|odbiorc*|zbior*)";
const take =
  "(usun*|wypis*|wykresl*|skresl*|skasuj*|wyrzuc*|wykasuj*|zdejm*|wycof*|usunac|wymaz*|wypis|kasuj*|skasow*|wywal*|wyjm*|wykasow*|usuwa*|wylacz*)";
const write =
  "(pis*|wysyl*|przysyl*|wysl*|przysl*|kontakt*|dzwon*|nekac|nekaj*|niepoko*|zawracac|zawracaj*|spamow*|spamuj*|meczyc|meczcie|naprzykrz*|pisz|piszcie|odzyw*|kierow*)";
const month =
  "(stycz*|lut*|marz*|marc*|kwie*|maj|maju|maja|czerw*|lip*|sierp*|wrzes*|pazdziernik*|listopad*|grud*|wiosn*|lat*|lecie|jesien*|jesieni|zim*|kwartal*|rok|roku|swiet*|swiat*|urlop*|wakacj*|miesiac*|miesiec*|tygodni*|zniw*|sezon*|q[1-4]|20[0-9][0-9]|bilans*|budzet*|wielkanoc*|swietach|zamkniec*)";

export const polish: WishWords = {
  script: "spaced",
  letters: latin,
  common: "nie i w na z do się jest proszę pan pani o to za mnie nas już że państwa",
  off: [
    "(zablok*|wyklucz*|usun*|wykresl*) (.. )?(cala |cale |nasza |caly )+domen*",
    `${take} (.. )?(mnie|nas|moj|nasz|moje|nasze|ten|te|go|ja|adres*|mojego|naszego|mi|tego) (.. )?(z|ze) (.. )?(te[jgo]* |wasz* |panstwa |swoj* |tej )?(.. )?${list}`,
    `(mnie|nas|adres*|naszej .. |moj* ) (.. )?${take} (.. )?(z|ze) (.. )?${list}`,
    `(usun*|wypis*|wykresl*|skresl*|skasuj*|wyrzuc*|wykasuj*|zapomni*|wymaz*|usuniecie|wykreslenie|skasowanie) (.. )?(moj*|nasz*|ten|te|tego|mnie|nas) ?(adres*|dane|danych|e-?mail*|mail*|kontakt*|imie|nazw*|osobow*|$|stad|prosze|natychmiast|i )`,
    `(mnie|nas) (.. )?${take}( .. prosze|$)`,
    `(prosze|prosimy|poprosze|zadam|zadamy|chce|chcemy|domagam|wnosze|oczekuj*) (.. )?(o )?(usuniecie|wypisanie|wykreslenie|skreslenie|usunac|wypisac|wykreslic|rezygnacj*|zaprzestanie|skasowanie|skasowac)( (.. )?(mnie|nas|moj*|nasz*|adres*|dan*|z (.. )?${list}|mail*|kontakt*|przetwarzania|wysyl*|przesyl*)|$)`,
    "(chce|chcemy|chcialbym|chcialabym|pragne) (.. )?(sie |zostac )(.. )?(wypis*|usun*|wykresl*|zrezygn*|wypisan*)",
    "(rezygnuj*|zrezygn*) (.. )?(z )(subskrypcj*|newsletter*|mailing*|otrzymyw*|list*|dalsz*|wiadomosc*|korespondencj*)",
    "(wypisuje sie|wypisac sie|wypisz mnie|wypiszcie|wypisanie)",
    "(nie chce*|nie zyczy*) (.. )?(byc|figurowac|widniec) (.. )?(na|w) (.. )?(list*|baz*)",
    "(sprzeciw*) (.. )?(przetwarz*|marketing*|wykorzyst*|rodo|danych|art|otrzymyw*)",
    "(rodo|art|gdpr) (.. )?(usun*|sprzeciw*|zapomni*|wykresl*|zaprzesta*)",
    "(praw*) (do|bycia) (.. )?(zapomni*|usuniecia|sprzeciwu|bycia zapomnianym)",
    "(cofam*|wycofuj*|odwoluj*|cofniecie) (.. )?(zgod*)",
    "(wezwanie|wzywam*) (.. )?(zaprzestan*|zaniechan*|usuniec*)",
  ],
  silence: [
    "(nie (trzeba|ma potrzeby|musi*)) (.. )?(juz |wiecej )(.. )?(pis*|wysyl*|przysyl*)|(nie (trzeba|musi*)) (.. )?(pis*|wysyl*|przysyl*) (.. )?(wiecej|juz)",
    "(zakoncz*|skoncz*) (.. )?(korespondenc*|te wymiane)",
    "(maile|wiadomosci|reklamy|oferty|korespondencja) (.. )?(jest|sa) (.. )?(niepozadan*|niechcian*|niemile widzian*)",
    "(zaniechanie|zaprzestanie|niekierowanie) (.. )?(korespondencji|kontakt*|wysylk*|wysylan*|przesylan*|do mnie|do nas)",
    `(nie|wiecej nie|juz nie|nigdy|przestan|przestancie|zaprzestan*|przestac) (.. )?(juz |wiecej |mi |nam |do mnie |do nas |mnie |nas |prosze |z |tych |tego )*(${write})( (.. )?(wiecej|juz|mi|nam|do mnie|do nas|mnie|nas|tutaj|na ten|${mail}|nigdy)|$)`,
    `(przestan|przestancie|przestanie|zaprzestan*|zaprzestac|przestac|skoncz|skonczcie|koniec z|stop) (panstwo |juz |prosze |z |mi |nam |nas |mnie |do mnie |do nas )*(${write}|${mail}|wysylania|przesylania|nekania|tym)`,
    `(nie|zadnych|wiecej nie|juz nie) (.. )?(chce*|zycze*|zyczymy|zyczy|potrzebuj*|zycz*) (.. )?(sobie )?(.. )?(${mail}|otrzymywac|dostawac|kontaktu|zebyscie|byscie|zeby .. pisa*|aby .. pisa*|takich|waszych|panstwa)`,
    `(nie|bez|zadnych|koniec|dosc|starczy) (.. )?(wiecej|kolejnych|dalszych|juz|tych|takich) (.. )?${mail}`,
    `(wole|wolimy|wolalbym|wolalabym|prosze|prosimy|uprzejmie|bede wdzieczn*|zalezy mi|zycze sobie) (.. )?(nie|o nie|o zaprzestanie|o niewysylanie|o nieprzesylanie|o niekontakt*|o niepisanie|aby .. nie|zeby .. nie|by .. nie) (.. )?(${write}|otrzymywac|dostawac|${mail}|wiecej|juz)`,
    "(niewysylanie|nieprzysylanie|nieprzesylanie|niekontaktowanie|niepisanie|nienagabywanie)",
    "(dajcie|daj|dac|prosze dac|niech pani da|niech pan da) (.. )?(mi|nam|sobie|mu|jej) (.. )?(spokoj|swiety spokoj)",
    "(zostaw*) (.. )?(mnie|nas|w spokoju)( .. w spokoju| w spokoju)",
    "^(odczep*|odwal*|spadaj|spadajcie|odpierdol*|spierdalaj*|spieprzaj*|zjezdzaj|zjezdzajcie)",
    "(ostatni|ostatnia) (.. )?(mail|e-?mail|wiadomosc|raz) (.. )?(prosze|od|jak*|ktor*)",
    "(zglosz*|zglasz*|zablok*|blokuj*|oznacz*) (.. )?(jako spam|spam|uodo|nadawc*|was|panstwa|ten adres)",
    "(to ma byc|niech to bedzie) (.. )?ostatni*",
  ],
  keeps: [
    "jesli sie (nie )?myle|o ile sie nie myle",
    "(?<!nie )(zartowal*|zartuje)|to byl (tylko )?zart",
    "srodowisk* (.. )?(drukow*|wydruk*)|(drukow*|wydruk*) (.. )?srodowisk*",
    "z (kopii|dw|cc)",
    "(administrator*|administratorem) (.. )?danych|(ma|maja|przysluguje) (.. )?(pan|pani|panstwo|panu|panstwu) (.. )?prawo|(informacj*|polityka) (.. )?(prywatnosci|ochronie danych|przetwarzaniu)",
    "(wypis*|zrezygn*|rezygnuj*) (sie )?z (kursu|szkolenia|konferencji|spotkania|targow|wizyty|uslugi)",
    "(aby|zeby|by) (sie )?(wypisac|zrezygnowac)|w celu (rezygnacji|wypisania)|mozna (sie )?(wypisac|zrezygnowac)",
    "(nie|prosze nie) (mnie |nas )?(usuwa*|usun*|wypis*|wykresl*|skresl*|kasuj*)",
    "(link*|przycisk*|wskaznik*|stopka) (.. )?(do )?(wypis*|rezygnac*|anulow*)",
    "(dlaczego|gdzie) (.. )?(wypis*|rezygnac*|link*)",
    "(klien*|uzytkown*|subskryben*|odbiorc*|dostawc*|ludzie) (.. )?(wypis*|rezygn*)",
    "(jesli|jezeli|aby|zeby) (.. )?(nie|zrezygnowac|wypisac) (.. )?(klikn*|kliknij|tutaj|odpowied*|link*|odwiedz*|prosimy o)",
    "(jesli|jezeli) (.. )?nie (chce*|zycz*) (.. )?(otrzymywac|dostawac)",
    "(przez pomylke|omylkowo|przypadkiem|niechcacy)",
    "(kiedy|jak dlugo|czy) (.. )?(dane|faktury) (.. )?(usuwa*|kasow*|zostana)",
    "(nie zglaszam sprzeciwu|brak sprzeciwu|nie mam nic przeciw*)",
    "(spotkani*|webinar*|rozmow*|szkoleni*|pozycj*|linijk*|wiersz*|oplat*|blad|bledu|faktur*) (.. )?(usun*|odwol*|wypis*|skresl*)",
    "(usun*|odwol*|wypis*|skresl*|wykresl*) (.. )?(spotkani*|webinar*|rozmow*|szkoleni*|pozycj*|linijk*|wiersz*|oplat*|blad|bledu|faktur*|drug*)",
  ],
  things: ["(pdf*|zalacz*|zaprosz*|link*|plik*|fax|papier*|zdjec*|broszur*|katalog*|umow*|probek|faktur)"],
  spares: [
    "wiecej niz",
    "(do konca|dopoki|poki|zanim|przed|na razie|w tym tygodniu|w przyszlym tygodniu|dzis|dzisiaj|jutro|tak czesto|tyle|dwa razy|podwojn*|chwilowo|w tej chwili|po godzinach)",
    "(zadzwon*|dzwoni*|zamiast|uzyw*|stary adres|inny adres|nowy adres|lecz na|tylko na|ale na|prosze pisac (do|na))",
  ],
  wrongPerson: [
    "w sprawach (faktur|ksiegow*|zakup*|tych) (.. )?(prosze|pisac|kontakt*)",
    "(wlasciwa|odpowiednia) osoba (jest|bedzie|to)",
    "(nie) (.. )?(jestem|ja|jestesmy|jest) (.. )?(wlasciw*|odpowiedn*|ta|osob*|odpowiedzialn*|decyzyjn*|adresat*)",
    "(nie) (.. )?(zajmuj*|odpowiada*|prowadz*|mam nic wspolnego|mamy nic wspolnego|moja dzialka|moj dzial|decyduj*|dotyczy mnie)",
    "(zly|zla|zlej|niewlasciw*|bledn*|pomylk*|pomyl*) (.. )?(osob*|adres*|kontakt*|adresat*|dzial*|numer*|firm*|z kim)",
    "(kontakt*|skontaktuj*|pisac|napisac|pisz*|zwroc*|zapyt*|pytac|rozmawiac|porozmawia*|kierowac|skierow*|zglos*) (.. )?(z|do|sie|o to|ze) (.. )?(ksiegow*|dzial*|koleg*|kolezank*|pan*|szef*|dyrektor*|zakup*|central*|biur*|kierown*)",
    "(zajmuje sie|odpowiada za|decyduje) (tym|o tym|to|ksiegow*|pani|pan|koleg*|kolezank*|dzial*|biuro|fakturami)",
    "(prywatn*) (.. )?(adres*|skrzynk*|mail*|e-?mail*)",
  ],
  later: [
    `(napis*|pisz*|odezw*|kontakt*|skontakt*|zadzwon*|wroc|wroccie|wrocic|wrocimy|wrocmy|powroc*|wracac|przypomn*|sprobu*|zapyt*|porozm*|rozmaw*|spojrz*|odezwac|odezwij|pogadac|pogada*|wrocimy|prosze) (.. )?(w|we|po|od|na|za|pod|do|z|dopiero|kolo|okolo|z poczatkiem|wiosna|latem|jesienia|zima) (.. )?${month}`,
    `(w|we|po|od|na|za|pod) ${month} (.. )?(prosze|jeszcze raz|ponownie|odezw*|wroc*|moze|napis*|porozm*|mozemy)`,
    "(teraz|obecnie|na razie|w tej chwili|w tym roku|aktualnie|chwilowo) (.. )?(nie|brak) (.. )?(moze|pozniej|po|w|sezon|czasu|za)",
    "^(niestety |nie |dzien dobry |dziekuj* |przepraszam )*(nie teraz|teraz nie|pozniej|na razie nie|moze pozniej|innym razem|nie w tym roku|jeszcze nie)",
    `(nie|dopiero) (.. )?(przed|po|w|od|na) (.. )?${month}`,
    `(moze|ewentualnie|najwczesniej) (.. )?(w|po|na|od|za) (.. )?${month}`,
  ],
  left: [
    "(juz nie|nie) (pracuj[eą]|pracuje) (.. )?(juz|u nas|tu|tutaj|tam|w firmie|dla|w)",
    "(juz|tu|tam|tutaj|u nas) (.. )?nie pracuj[ea]*",
    "(juz )?nie (jest|jestem) (.. )?(juz )?(pracownik*|zatrudnion*|z nami)",
    "(odszedl|odeszla|odszedlem|odeszlam|zwolnil sie|zwolnila sie|zwolnilem|zwolnilam) (.. )?(z firmy|z pracy|na emeryture|od nas|z naszej|do innej|w)",
    "(jest|jestem|przeszedl|przeszla|poszedl|poszla|przeszedlem|przeszlam|od) (.. )?na emerytur[ez]*",
    "(zmarl|zmarla|zmienil prace|zmienila prace|zmienilem prace|zmienilam prace)",
  ],
};
