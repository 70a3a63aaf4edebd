import { latin, type WishWords } from "./wish-words";

const itMail =
  "(e-?mails?|mails?|messaggi|messaggio|pubblicita|newsletter|spam|offerte|proposte|comunicazioni|comunicazione|posta|lettere|promozion*|contatti|contatto|sollecit*|cose|roba|invii)";
const itList =
  "(lista|liste|elenco|elenchi|mailing*|database|archivi*|sistem*|rubrica|newsletter|contatti|indirizzari*|banca dati|banche dati|crm|campagn*|registr*|invii|distribuzione|destinatari)";
const itTake =
  "(cancell*|rimuov*|elimin*|togli*|toglie*|togl*|tolg*|depenn*|esclud*|disiscriv*|disiscri*|rimozione|levat*|leva*|tolto|tolta)";
const itMonth =
  "(gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|primavera|estate|autunno|inverno|trimestre|semestre|anno|natale|pasqua|ferie|feste|vacanze|mese|mesi|settimane|q[1-4]|20[0-9][0-9]|raccolto|vendemmia|stagione|bilancio|budget|raccolta|fiera|epifania|befana|inventario|chiusura)";

export const italian: WishWords = {
  script: "spaced",
  letters: latin,
  common: "il di che e non la per un una mi con sono del le vi si grazie ho questo è in a della",
  off: [
    `${itTake} (.. )?(mi|ci|il mio|il nostro|questo|la mia|la nostra|i miei|i nostri|l'indirizzo|l')? ?(.. )?(dalla|dalle|dai|dal|da|dall'|dagli) ?(.. )?${itList}`,
    "(cancellami|cancellatemi|cancellarmi|cancellateci|cancellarci|mi cancelli|ci cancelli|mi cancelliate|rimuovimi|rimuovetemi|rimuovermi|rimuoveteci|rimuoverci|mi rimuova|ci rimuova|eliminami|eliminatemi|eliminarmi|mi elimini|toglimi|toglietemi|togliermi|toglieteci|toglierci|mi tolga|ci tolga|disiscrivimi|disiscrivetemi|disiscrivermi|mi disiscriva|levatemi|levami|depennatemi|mi depenni|dimenticatemi|dimenticami)",
    `(cancell*|rimuov*|elimin*|togli*|tolg*|dimentic*|cancellazione|rimozione|eliminazione) (.. )?(il |la |i |l'|del |della |dei |di )*(mio|nostro|mia|nostra|miei|nostri|questo|questa|tutti i) (.. )?(indirizzo*|mail|e-?mail|dati|contatt*|nominativo|nome|recapit*|account|profilo)`,
    "(disiscriv*|disiscrizione|disdire|annullare l'iscrizione|annullamento iscrizione)( (.. )?(iscrizione|newsletter|lista|mailing|dalla|subito|grazie)|$)",
    "(vorrei|voglio|vogliamo|chiedo|chiediamo|desidero|prego|richiedo|richiediamo|per favore|gentilmente|cortesemente) (.. )?(essere |venire )?(cancellat*|rimoss*|disiscri*|eliminat*|tolt*|cancellarmi|la cancellazione|la rimozione|l'eliminazione)",
    "(diritto|diritti) (di|a|all'|alla) ?(.. )?(opposizione|oblio|cancellazione|oppor*|rimozione)",
    "(mi oppongo|ci opponiamo|opposizione|oppongo) (.. )?(trattamento|uso|utilizzo|dati|marketing|gdpr|invio)",
    "(gdpr|articolo|art|privacy|regolamento) (.. )?(cancell*|oppongo|opposizione|rimuov*|eliminazione|cessa*|oblio)",
    "(diffid*|intim*) (.. )?(dal|a|di|dall'|invi*|contatt*|ulterior*|cessa*)",
    "(esigo|pretendo|richied*|chied*|ingiung*) (.. )?(cancellazione|rimozione|eliminazione|cessazione|cancelliate|cancellare|immediata)",
    "(revoc*|ritir*) (.. )?consenso",
    "(lista nera|blacklist|registro delle opposizioni)",
  ],
  silence: [
    "(mail|e-?mail|messaggi|comunicazioni|pubblicita) (.. )?(non (e|sono) (.. )?gradit*|(e|sono) (.. )?(indesiderat*|sgradit*))",
    "non (scrivermi|scriverci|scrivetemi|scriveteci|contattarmi|contattarci|contattatemi|contattateci|disturbarmi|disturbarci|inviarmi|inviarci|mandarmi|mandarci)",
    "(gradirei|gradiremmo|apprezzerei|preferirei|prego|preghiamo) (.. )?(che )?(non )?(.. )?(mi|ci) (.. )?(scrivest*|contattast*|mandast*|inviast*|piu)",
    "(astener*|astenersi|si astenga|astenetevi) ",
    `(non|mai piu|nemmeno) (mi |ci |vi |ti |dovete |dovrebbe |piu |deve )*(scriva|scrivete|scrivere|scriverm*|scriverc*|scrivermi|scrivi|contattate|contatti|contattare|contattarm*|contattarc*|contattateci|contattatemi|inviate|inviatemi|inviateci|invii|inviare|inviarm*|inviarc*|mandate|mandatemi|mandateci|mandi|mandare|mandarm*|mandarc*|disturbate|disturbi|disturbare|disturbarm*|disturbateci|importunate|importunare|spedite|spedire|molestate|stressate|rompete|rompere|assillate|cercate|tempestate)( (.. )?(piu|mai|nulla|niente|altro|altre|ancora|${itMail}|di nuovo)|$)`,
    `(non) (scriv*|contatt*|invi*|mand*|disturb*|sped*|molest*)(mi|ci|temi|teci|rmi|rci)( .. |$)`,
    `(smett*|finit*|finisc*|cess*|basta|piant*|evit*|stop|fermat*|astener*|astenet*) (.. )?(di |con |la |le |subito |per favore |l')+ ?(.. )?(scriv*|invi*|mand*|contatt*|disturb*|spam*|${itMail}|import*|questi|queste|rompere|tormenta*|cosi|assill*)`,
    `(non) (voglio|vogliamo|desidero|desideriamo|vorrei|vorremmo|intendo|intendiamo|gradisco|gradiamo|mi interessa|ci interessa|accetto) (.. )?(piu )?(ricevere|essere (contattat*|disturbat*)|sentirvi|sentir*|vostre|altre|altri|${itMail}|che mi|che ci|avere)`,
    `(prefer*|prego|preghiamo|gradirei|gradirem*|chiedo|chiediamo|vorrei|pregh*|grazie|apprezz*|cortes*|gentil*) (.. )?(di )?non (.. )?(piu |mi |ci )*(ricevere|essere|scriv*|contatt*|invi*|mand*|disturb*|farvi|farti)`,
    `(basta|niente|nessun*|mai|stop|nessuna altra|nessun'altra|non altre) (.. )?(con le |con i |con |a |alle |ai |piu |altre |altri |ulteriori )*${itMail}( .. |$)?(piu|grazie|da voi|per favore|cosi|$)`,
    "(lasciatemi|lasciateci|lasciami|lasciaci|lasciarmi|lasciarci|mi lasci|ci lasci|mi lasciate|ci lasciate|lasciate|lasciate perdere) (stare |tutti |per favore )*(in pace|in santa pace|stare|perdere)",
    "(ultima|ultimo) (mail|e-?mail|messaggio|volta) (.. )?(che|per favore|grazie)",
    "(vi|ti|la|io) (.. )?(segnalo|segnalero|segnaleremo|blocco|blocchero|denuncio|denuncero|denunceremo|segnalati|bloccati|bloccato)",
    "^(sparite|sparisci|va al|andate|vai a|vattene|andatevene|vaffa*|non rompete|non rompere)",
    "(perdete|perdi) (.. )?(indirizzo|mail)",
  ],
  keeps: [
    "(cancellarmi|cancellarci|disdire) (dal|dalla|il|la|dall) (corso|evento|fiera|convegno|seminario|incontro|visita|ordine)",
    "per (cancellart*|cancellars*|cancellarv*|disiscrivert*|disiscrivers*|disiscriverv*|non ricevere|annullare|la cancellazione)",
    "(non) (mi |ci |lo |la )?(cancell*|rimuov*|elimin*|togli*|tolg*|disiscriv*)",
    "(link|pulsante|tasso|opzione|bottone) (.. )?(di |per )?(disiscri*|cancellazione|cancellarsi|annullare)",
    "(perche|dov'e|dove) (.. )?(disiscri*|cancellarsi)",
    "(clienti|utenti|iscritti|destinatari|fornitori|soci) (.. )?(disiscri*|cancell*)",
    "(se|per|qualora) (.. )?(non )?(desidera*|vuole|vuoi|ricevere|volete|disiscriversi|cancellarsi|intende) (.. )?(clic*|qui|rispond*|visit*|link|scriva|invi*|puo|inviare)",
    "(per sbaglio|per errore|bottone sbagliato|erroneamente)",
    "(quando|quanto tempo|vengono|saranno) (.. )?(dati|fatture) (.. )?(cancell*|elimin*)",
    "(nessuna obiezione|non mi oppongo|non ci opponiamo)",
    "(se|qualora) (.. )?non (desidera*|vuole|vuoi|volete|intende*|gradi*) (.. )?(ricevere)",
    "(puo|potra|potete|ha (il )?diritto) (.. )?(esercitare|chiedere|richiedere|opporsi)",
    "(appuntamento|riunione|webinar|chiamata|evento|corso|riga|voce|incontro) (.. )?(cancell*|elimin*|togli*|tolg*)",
    "(cancell*|elimin*|togli*|tolg*|spost*) (.. )?(l'appuntamento|appuntamento|la riunione|riunione|il webinar|la chiamata|l'evento|il corso|la riga|la voce|l'incontro|la seconda)",
    "(chi e|vi) (.. )?stato (.. )?cancell*",
  ],
  things: [
    "(pdf*|allegat*|inviti|invito a (un|una|teams|riunion*)|link|file|fax|carta|immagini|brochure|depliant|calendario|contratt*|preventiv*|campion*|fatture|foto)",
  ],
  spares: [
    "piu (di|che) (un|una|due|tre|[0-9]+)",
    "(fino a|fino al|prima di|prima del|prima che|per ora|per il momento|questa settimana|la prossima settimana|mentre|oggi|domani|cosi spesso|cosi tante|due volte|doppi*|durante)",
    "(telefon*|chiam*|usate|usi|usa|invece|vecchio indirizzo|altro indirizzo|nuovo indirizzo|ma a|ma all'|bensi)",
  ],
  wrongPerson: [
    "(persona|referente|contatto) (corrett*|giust*|adatt*|di riferimento) (e|sarebbe)",
    "per (le |la )?(fatture|fatturazione|contabilita|acquisti) (.. )?(scriv*|contatt*|rivolg*|c e)",
    "(non) (.. )?(sono|e|siamo) (.. )?(la|il|io|l'|quello|quella) ?(.. )?(persona|giust*|corrett*|referente|responsabile|destinatari*|indicat*|competente|adatt*|contatto)",
    "(non) (.. )?(mi|ci|se ne|me ne|ce ne) (.. )?(occup*|compete|riguarda|interess* di|spetta)",
    "(non) (.. )?(ho|abbiamo|c'entro|c'entriamo|gestisco|seguo|tratto) ?(.. )?(nulla|niente|a che fare|le fatture|gli acquisti|la contabilita|con|queste cose|fatture)",
    "(persona|indirizzo|destinatari*|contatto|numero|ufficio) (sbagliat*|errat*)",
    "(sbagliat*|confus*|scambiat*|errore di) (.. )?(persona|indirizzo|con|destinatari*|per)",
    "(contatt*|scriv*|rivolg*|parl*|chied*|sent*|deve|dovete|dovrebbe|provi|provate) (.. )?(a|con|al|alla|all'|ai|il|la|l') ?(.. )?(contabil*|amministrazion*|acquisti|ufficio|collega|responsabile|direttore|titolare|signor*|dott*|commercialista|ragionier*|capo)",
    "(se ne|ne|le fatture|la contabilita|di questo|di cio|questo) (.. )?(occupa|occupano|segue|gestisce|decide|si occupa)",
    "(non) (conosc*|c'e|esiste) ?(.. )?(nessuno|nessun*) (.. )?(nome|chiam*)",
    "(casella|indirizzo|mail|e-?mail) (.. )?(privat*|personal*)",
  ],
  later: [
    `(scriv*|contatt*|chiam*|risent*|sent*|torn*|riprend*|riprov*|richiam*|riscriv*|riparl*|parl*|ved*|ricontatt*|ricord*|rivediam*|prov*|aggiorniam*|risentir*) ?(.. )?(a|in|dopo|da|per|verso|entro|tra|fra|l'|fine|inizio|meta|nel|prossim*|passat*|quando|con|ad) ?(.. )?${itMonth}`,
    `(a|in|dopo|da|verso|nel|fine|inizio|prossim*) ?(.. )?${itMonth} (.. )?(risent*|riparl*|ved*|magari|forse|di nuovo|richiam*|volentieri|meglio)`,
    `(adesso|ora|per ora|al momento|per il momento|quest'anno|in questo momento|attualmente) (.. )?(no|non|niente) (.. )?(magari|forse|piu avanti|dopo|piu tardi|prossim*|stagione|tempo|${itMonth})`,
    "^(mi dispiace |no |ciao |grazie |buongiorno |scusi )*(ora no|adesso no|non ora|non adesso|per ora no|piu avanti|un'altra volta|magari piu avanti|quest'anno no|al momento no)",
    `(non|solo) (.. )?(prima|fino) (.. )?${itMonth}`,
    `(forse|magari|eventualmente|meglio) (.. )?(a|in|dopo|da|nel|l'|prossim*) ?(.. )?${itMonth}`,
  ],
  left: [
    "non (lavor*|fa|faccio|sono|e|sta) (.. )?piu (.. )?(qui|li|la|in (azienda|ditta|societa)|per|parte|da noi|con noi|presso|alle|nell*)",
    "(ho|ha|hanno|avendo) (.. )?(lasciato|cambiato) (.. )?(l azienda|la societa|la ditta|lavoro|azienda|il lavoro|lo studio|l incarico|l ufficio|il posto)",
    "(e|sono) (.. )?(andat[oa] in pensione|deceduto|deceduta|mancato|mancata|scomparso|scomparsa|in pensione|pensionato|pensionata|venuto a mancare|venuta a mancare)",
    "(si e|mi sono) (dimess[oa]|licenziat[oa])",
    "in pensione",
  ],
};

const roMail =
  "(e-?mail*|mail*|mesaje*|mesajele|reclame*|oferte*|newsletter*|spam*|scrisori*|publicitate|comunicari*|corespondenta|contact*)";
const roMonth =
  "(ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie|primavara|vara|toamna|iarna|trimestru*|semestru*|an|anul|craciun|paste|pasti|sarbatori|concediu*|luni|luna|saptamani|q[1-4]|20[0-9][0-9]|recolta|sezon*|bilant*|buget*)";

export const romanian: WishWords = {
  script: "spaced",
  letters: latin,
  common: "și nu vă de la să în rog cu este am pe mă o un că din pentru mai",
  off: [
    "(scoate*|scoat*|elimin*|sterg*|sterge*|taia*|exclude*|inlatur*|radia*)(-ma|-ne|ti-ma|ti-ne)? (.. )?(din|de pe|din cadrul) (.. )?(lista*|liste*|baza*|mailing*|sistem*|agenda|evidenta*|newsletter*|contact*|registr*)",
    "(scoateti|stergeti|eliminati|dezabonati|scoate|sterge|elimina|dezaboneaza|uitati|uita)-(ma|ne)",
    "(ma|ne|sa ma|sa ne) (.. )?(scoateti|stergeti|eliminati|dezabon*|sterge*|scoate*)",
    "(dezabon*)( .. (ma|ne|de la|va rog|imediat)|$)",
    "(sterge*|elimin*|stergerea|eliminarea|uitati) (.. )?(adresa|datele|emailul|e-mailul|contactul|numele|mea|meu|noastra|noastre|mele)",
    "(adresa|datele) (mea|noastra|mele|noastre) (.. )?(sterge*|stearsa|sterse|elimin*|scoas*)",
    "(dreptul|drept) (la|de) (.. )?(stergere*|opozitie|a fi uitat*|uitat*)",
    "(ma opun|ne opunem|opozitie) (.. )?(prelucr*|datel*|gdpr|marketing)",
    "(gdpr) (.. )?(sterge*|opun|opozitie|elimin*|uitat)",
    "(solicit*|cer|cerem|pretind) (.. )?(sterger*|eliminar*|dezabon*|incet*|sa stergeti|sa ma)",
    "(retrag*|revoc*) (.. )?(consimtamant*|acord*)",
  ],
  silence: [
    `(nu|nici) (.. )?(imi|ne|ma|ni|mi|va) ?(mai )?(.. )?(scrie*|scri*|trimite*|contact*|deranj*|trimit*|bateti)( (.. )?(${roMail}|mai|niciodata|din nou|deloc)|$)`,
    `(nu) (mai) (.. )?(scrie*|trimite*|contact*|deranj*|doresc|dorim|vreau|vrem|primi*|trimitet*|insista*)`,
    `(incetati|inceteaza|incetarea|opriti|opreste|terminati|gata cu|destul cu) (cu |sa |de |a |cu aceste |aceste )*(${roMail}|scri*|trimit*|trimite*|contact*|deranj*|spam*)`,
    `(nu) (doresc|dorim|vreau|vrem|as dori|as vrea|accept|suntem interesati|sunt interesat*) (.. )?(sa primesc|sa primim|sa fiu contactat*|sa fim contact*|${roMail}|sa mai|alte|sa ma)`,
    `(rog|rugam|prefer|as aprecia|apreciez) (.. )?(sa )?nu (.. )?(mai|ma|ne|imi) (.. )?(scri*|trimit*|contact*|deranj*)`,
    `(fara|niciun|nici un) (.. )?(alte |alt )?${roMail}( .. (va rog|de la)|$)`,
    "(lasati|lasa)-?(ma|ne|ti-ma)? (.. )?(in pace|in liniste)",
    "(ma|ne) (.. )?(lasati|lasa) (.. )?(in pace|in liniste)",
    "(raport*|bloch*|marchez|reclam*) (.. )?(spam|anspdcp|expeditor*)",
  ],
  keeps: [
    "pentru (a (va|te|se) )?dezabon*",
    "(nu) (ma |ne |o )?(scoate*|sterge*|elimin*|dezabon*)",
    "(link*|buton*|rata) (.. )?(de )?dezabon*",
    "(unde|de ce) (.. )?dezabon*",
    "(clienti*|utilizator*|abonati*|furnizor*) (.. )?dezabon*",
    "(daca|pentru a) (.. )?(nu )?(doriti|vreti|va dezabona|primi) (.. )?(click|clic|aici|raspund*|link*|accesati)",
    "(din greseala|din eroare)",
    "daca nu (mai )?(doriti|vreti) (.. )?sa (mai )?primiti",
    "(intalnire*|sedinta|webinar*|rand*|linia|apel*) (.. )?(sterge*|elimin*|anul*|scoate*)",
    "(sterge*|elimin*|anul*|scoate*) (.. )?(intalnire*|sedinta|webinar*|randul|linia|apelul)",
  ],
  things: ["(pdf*|atas*|invitat*|link*|fisier*|fax|hartie|poze|brosur*|contract*|oferta|factur*)"],
  spares: [
    "mai mult(e)? (de|decat)",
    "(pana|inainte|deocamdata|momentan|saptamana|azi|maine|atat de|de doua ori|in timp ce)",
    "(sunati|suna|folositi|in schimb|adresa (veche|noua)|alta adresa|ci la|scrieti-i|scrieti la)",
  ],
  wrongPerson: [
    "(nu) (.. )?(sunt|este|suntem|e) (.. )?(persoana|potrivit*|corect*|responsabil*|eu|cea|cel) ?(.. )?(potrivit*|corect*|responsabil*|care|indicat*)?",
    "(nu) (.. )?(ma ocup|ne ocupam|raspund de|tine de mine|este treaba|am nicio legatura|am nici o legatura|am legatura)",
    "(persoana|adresa|destinatar*|numar*) (gresit*)",
    "(gresit*|confund*|incurcat) (.. )?(persoan*|adres*|cu|destinatar*)",
    "(contact*|scrie*|adres*|vorbi*|intreb*|discut*|luati) (.. )?(cu|la|pe|lui|doamn*|domn*|legatura) (.. )?(contabil*|achizit*|departament*|coleg*|director*|sef*|doamn*|domn*|financiar*)",
    "(se ocupa|raspunde|gestioneaza|decide) (de asta|de acest|de facturi|coleg*|doamna|domnul|contabil*|departament*)",
    "(adresa|mail) (.. )?(privat*|personal*)",
  ],
  later: [
    `(scrie*|contact*|suna*|reven*|vorbi*|incerc*|discut*|reluam|relua*|intreb*|cauta*|vedem) (.. )?(in|dupa|din|la|prin|peste|spre|inceputul|sfarsitul|de la) (.. )?${roMonth}`,
    "(acum|momentan|deocamdata|in acest moment|anul acesta) (.. )?(nu) (.. )?(poate|mai tarziu|dupa|revenit*|la anul)",
    "^(nu |scuze |buna ziua |multumesc )*(nu acum|acum nu|mai tarziu|deocamdata nu|momentan nu|alta data|poate mai tarziu|anul acesta nu)",
    `(nu|abia) (.. )?(inainte|pana|dupa|din) (.. )?${roMonth}`,
    `(poate|eventual) (.. )?(in|dupa|din|la|prin) (.. )?${roMonth}`,
  ],
  left: [
    "(nu mai) (.. )?(lucr*|sunt|este|face|fac|e) (.. )?(aici|acolo|la|in|parte|angajat*|pentru)",
    "(a |am |au )(.. )?(plecat|iesit la pensie|pensionat|decedat|murit|demisionat|parasit|incetat)",
    "(schimbat) (.. )?(locul de munca|firma|jobul)",
  ],
};
