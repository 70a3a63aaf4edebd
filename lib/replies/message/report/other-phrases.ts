import { near, phrase } from "./fold";

/** Per language: who or what a verdict is about, and the verdicts. German, French, Spanish, Portuguese, Italian, Dutch, Polish, Czech. */
export const deadElsewhere = [
  near(
    "~empfänger~|benutzer~|nutzer~|~adress~|postfach|mailbox|mailkonto|konto|account|teilnehmer|~domain|domäne|~server|~host",
    "unbekannt~|nicht (?:mehr )?(?:.{0,30} )?(?:bekannt|gefunden|vorhanden|existent|gültig|aktiv|aufgeführt|eingerichtet|vergeben|angelegt|registriert|verzeichnet|erreichbar ist)|existier~ (?:hier |dort |bei uns |auf diesem server |leider |nicht )*(?:nicht|kein~)|nicht existier~|gibt es (?:hier |bei uns |dort |leider )?(?:nicht|kein~)|ungültig~|gelöscht|deaktiviert|geschlossen|abgeschaltet|stillgelegt|nicht ermittel~|(?:nicht|kein~) gefunden|aufgelöst|verlassen",
  ),
  phrase(
    "kein~ (?:solche~|gültige~|passende~|derartige~|entsprechende~) (?:~empfänger|benutzer|~adresse|postfach|konto|domain)|(?:unbekannte~|ungültige~|falsche~) (?:~empfänger|benutzer|~adresse|postfach|domain|nutzer)",
  ),
  near(
    "destinataire~|utilisateur~|adresse~|boîte~|bal\\b|compte~|domaine~|usager|hôte",
    "inconnu~|inexistant~|introuvable~|invalide~|incorrect~|erroné~|supprimé~|désactivé~|fermé~|résilié~|clôturé~|(?:n'|ne )(?:existe~|a pas été trouvé~|est (?:pas|plus) (?:connu~|valide~|reconnu~|actif|active|attribué~)|a pu être trouvé~)|n'est pas connu|plus utilisée?",
  ),
  near(
    "destinatari~|usuario~|dirección~|buzón~|cuenta~|casilla~|dominio~|correo",
    "no (?:existe~|se (?:encontró|encuentra|ha encontrado|pudo encontrar|reconoce)|es válid~|fue encontrad~|encontrad~|válid~|está activ~|registrad~)|inexistente~|desconocid~|inválid~|inactiv~|deshabilitad~|desactivad~|eliminad~|cancelad~|ya no existe|dad~ de baja|incorrect~|erróne~",
  ),
  near(
    "destinatári~|utilizador~|usuári~|endereço~|caixa~|conta~|domínio~|correio|e-?mail",
    "não (?:existe~|foi (?:encontrad~|localizad~|possível encontrar)|é válid~|encontrad~|está ativ~|reconhecid~|localizad~|consta)|inexistente~|desconhecid~|inválid~|inativ~|desativad~|desactivad~|excluíd~|eliminad~|removid~|encerrad~|cancelad~|apagad~",
  ),
  near(
    "destinatari~|utente~|indirizzo~|casella~|account|dominio~|mailbox|recapito",
    "(?:non|inesistente~|non è) (?:esiste~|trovat~|valid~|è (?:stat~ trovat~|valid~|attiv~|registrat~|conosciut~)|attiv~|presente|riconosciut~|raggiungibile perché)|inesistent~|sconosciut~|non valid~|disattivat~|disabilitat~|chius~|cancellat~|rimoss~|eliminat~|errat~|dismess~|cessat~",
  ),
  near(
    "ontvanger~|geadresseerde~|gebruiker~|adres~|~adres|mailbox|postbus|postvak|account|domein~",
    "onbekend~|bestaat (?:hier |daar |niet |er )*niet|bestaat niet~|niet (?:gevonden|bekend|geldig|actief|geregistreerd)|ongeldig~|niet-bestaand~|opgeheven|verwijderd|gesloten|gedeactiveerd|uitgeschakeld|kon niet worden gevonden",
  ),
  near(
    "adresat~|odbiorc~|użytkownik~|adres~|skrzynk~|kont~|domen~",
    "nie (?:istnieje|został~ (?:odnalezion~|znalezion~)|znaleziono|odnaleziono|jest (?:znan~|prawidłow~|aktywn~)|ma (?:takiego|takiej))|nieznan~|nieistniej~|nieprawidłow~|niepoprawn~|usunięt~|zablokowane na stałe|wyłączon~|nieaktywn~|zlikwidowan~",
  ),
  near(
    "příjemc~|adresát~|uživatel~|adres~|schránk~|účet|konto|domén~|používateľ|príjemc~|schránok",
    "neexistuj~|neznám~|nenalezen~|nebyl~ nalezen~|neplatn~|zrušen~|není (?:znám~|platn~|známa)|deaktivov~|smazán~|neexistujúc~|nebol~ nájden~|vymazan~",
  ),
  // Swedish, Danish and Norwegian share words.
  near(
    "mottagar~|modtager~|mottaker~|användar~|bruger~|bruker~|adress~|postlåda~|brevlåda~|postkasse~|postboks~|konto~|kontot|domän~|domæne~|domene~",
    "okänd~|ukendt~|ukjent~|finns (?:inte|ej)|findes (?:ikke|ej)|finnes ikke|hittades inte|blev ikke fundet|ble ikke funnet|kunde inte hittas|kunne ikke (?:findes|finnes)|existerar inte|eksisterer ikke|ogiltig~|ugyldig~|stängd~|nedlagt~|nedlagd~|avslutad~|slettet|raderad~|borttag~|lukket|upphört",
  ),
  near(
    "vastaanottaja~|osoite~|osoitetta|käyttäjä~|postilaatikko~|tili~|verkkotunnu~",
    "ei (?:ole (?:olemassa|voimassa)|löydy|löytynyt|tunneta|tunnistettu|kelpaa)|tuntematon~|virheellinen|poistettu|suljettu",
  ),
  near(
    "címzett~|felhasználó~|cím~|postafiók~|fiók~|tartomány~|levélcím~",
    "nem (?:létez~|található|ismert|érvényes)|ismeretlen~|érvénytelen~|megszűnt|törölt~|törölve",
  ),
  near(
    "destinatar~|utilizator~|adres~|căsuț~|cont~|domeni~|cutia",
    "nu (?:există|exista|a fost găsit~|este valid~|este cunoscut~)|inexistent~|necunoscut~|invalid~|dezactivat~|șters~",
  ),
  near(
    "alıcı~|kullanıcı~|adres~|posta kutusu~|hesap~|hesab~|alan ad~|etki alan~",
    "bulunamadı|mevcut değil|bulunmuyor|geçersiz~|bilinmeyen|yok\\b|silinmiş~|kapatılmış~|kapalı|tanınm~|devre dışı",
  ),
  near(
    "παραλήπτη~|παραλήπτης|χρήστης|χρήστη~|διεύθυνση~|λογαριασμός|γραμματοκιβώτιο|τομέας",
    "δεν (?:υπάρχει|βρέθηκε|είναι έγκυρ~|αναγνωρ~)|άγνωστ~|ανύπαρκτ~|μη έγκυρ~",
  ),
  near(
    "получател~|пользовател~|адрес~|ящик~|аккаунт~|учетн~ запис~|абонент~|домен~|одержувач~|отримувач~|користувач~|скриньк~",
    "не (?:существует|существуют|найден~|зарегистрирован~|обнаружен~|известен|действител~|активен|існує|знайдено|знайден~|зареєстрован~)|несуществующ~|неизвест~|невідом~|удален~|видален~|отключен~|недействител~|неактив~|закрыт~|заблокирован~|нет (?:такого|такой|на сервере)",
  ),
  phrase(
    "нет такого (?:пользователя|адреса|получателя|ящика)|такого (?:пользователя|адреса|ящика) (?:нет|не существует)|немає такого",
  ),
  phrase(
    "(?:宛先|受信者|受取人|ユーザー?|アカウント|アドレス|メールボックス|ドメイン|あて先|送信先|ディレクトリ).{0,50}?(?:存在し|見つかり|みつかり|不明|無効|ありません|未登録|登録されて(?:い)?ません|登録されていない|使われて(?:おり|い)ません|使用されて(?:おり|い)ません|解約|削除|廃止|誤って|間違)|(?:不明な|存在しない|無効な)(?:ユーザ|宛先|アドレス|メールアドレス|受信者|ドメイン)",
  ),
  phrase(
    "(?:收件人|用户|邮箱|邮件地址|地址|帐号|账号|账户|帐户|域名|收信人|信箱|使用者|帳號|帳戶|郵件地址|收件者|電子郵件).{0,40}?(?:不存在|不正确|不正確|无效|無效|找不到|未找到|停用|禁用|注销|註銷|未知|错误|錯誤|已被删除|已删除|已關閉|已关闭|不可用)|(?:无此|無此|没有此|不存在的?|未知|无效的?|查無此?)(?:用户|收件人|邮箱|账号|帐号|使用者|信箱|人|地址)",
  ),
  phrase(
    "(?:수신자|받는 ?사람|사용자|주소|메일함|사서함|계정|도메인).{0,40}?(?:존재하지|없습니다|없는|찾을 수 없|알 수 없|잘못|유효하지|삭제|휴면|해지|탈퇴)|존재하지 않는|없는 (?:사용자|계정|주소)|알 수 없는 (?:사용자|수신자)",
  ),
];

/** A mailbox is full. */
export const fullElsewhere = [
  phrase(
    "(?:postfach|mailbox|speicher~|postkorb|konto).{0,40}?(?:voll\\b|überfüllt|überschritten|erschöpft|ausgeschöpft|kein~ (?:freier )?(?:platz|speicher))|(?:quota|kontingent|speicher~).{0,30}?(?:überschritten|erreicht|erschöpft|voll\\b)",
  ),
  near(
    "boîte~|bal\\b|messagerie|compte|quota|espace|stockage",
    "pleine?\\b|saturée?|dépassé~|insuffisant~|atteint~|plus de place",
    50,
  ),
  near(
    "buzón~|casilla~|bandeja|cuota|espacio|almacenamiento|cuenta",
    "llen[oa]\\b|excedid~|superad~|sin espacio|insuficiente|agotad~|ha (?:excedido|superado)|supera",
    50,
  ),
  near(
    "caixa~|quota|cota|espaço|armazenamento|conta",
    "chei[oa]\\b|lotad~|excedid~|ultrapass~|sem espaço|insuficiente|esgotad~|excedeu|atingi~",
    50,
  ),
  near(
    "casella~|quota|spazio|mailbox|archiviazione",
    "pien[oa]\\b|esaurit~|superat~|insufficiente|ha superato|raggiunt~|oltre",
    50,
  ),
  near("postvak|mailbox|postbus|quota|opslag~|schijf~", "vol\\b|overschreden|bereikt|onvoldoende|geen ruimte", 50),
  near("skrzynk~|limit~|miejsc~|przestrzen~|pojemnoś~|quota", "pełn~|przepełnion~|przekrocz~|brak~|wyczerpan~|zapełnion~", 50),
  near("schránk~|kvót~|úložišt~|míst~", "pln[áéa]\\b|přeplněn~|překroč~|prekroč~|nedostatek|vyčerpán~", 50),
  near(
    "brevlåda~|postlåda~|inkorg~|postkasse~|indbakke~|innboks~|lagring~|lagrings~|kvot~|postboks",
    "full\\b|fuld\\b|fullt|fuldt|överskrid~|overskred~|slut\\b|oversteget",
    50,
  ),
  phrase(
    "postilaatikko.{0,20}täynnä|levytila.{0,30}(?:loppu|ylit)|kiintiö.{0,20}ylit|(?:postafiók|tárhely|kvóta).{0,30}(?:megtelt|tele\\b|túllép|betelt)|(?:căsuț~|cutia|spați~|cota).{0,40}(?:plin~|depășit~|insuficient)",
  ),
  phrase(
    "(?:posta kutusu|gelen kutusu|kota~|depolama).{0,30}(?:dolu|aşıl~|doldu|yetersiz)|(?:γραμματοκιβώτιο|θυρίδα|χώρος|όριο).{0,40}(?:πλήρ~|γεμάτ~|υπέρβ~|εξαντλ~)",
  ),
  near(
    "ящик~|скриньк~|квот~|мест[оа]|место|хранилищ~|объем~|лимит~",
    "переполн~|заполн~|превыш~|исчерпан~|закончил~|нет\\b|недостаточно|перевищ~|вичерпан~",
    50,
  ),
  phrase(
    "(?:メールボックス|受信箱|受信トレイ|容量|クォータ|保存|ディスク).{0,40}?(?:いっぱい|一杯|満杯|満了|超え|超過|オーバー|不足|上限|制限)|(?:邮箱|信箱|空间|容量|郵箱|收件箱|配额|存储).{0,20}?(?:已满|满了|不足|已滿|額滿|超过|超出|超過|满)|(?:메일함|사서함|용량|저장|편지함).{0,20}?(?:가득|초과|부족|꽉)",
  ),
];

/** To be tried again: a pause, a time-out, a server that did not answer. */
export const laterElsewhere = [
  phrase(
    "später|vorübergehend|zeitüberschreitung|zeitweise|abgelaufen|nicht erreichbar|keine antwort|verbindung (?:abgelehnt|fehlgeschlagen)|zu viele|zu schnell|innerhalb von .{0,20}(?:tagen|stunden)|seit .{0,20}(?:tagen|stunden)",
  ),
  phrase(
    "plus tard|temporaire~|ultérieurement|délai|expiré~|injoignable|ne répond pas|trop de|trop rapid~|indisponible|más tarde|más adelante|temporal~|caducad~|tiempo de espera|agotado el tiempo|no responde|demasiad~|expirad~|mais tarde|temporári~|tempo limite|não respond~|muit~ mensagens",
  ),
  phrase(
    "più tardi|temporane~|scadut~|tempo (?:massimo|scaduto)|non (?:risponde|raggiungibile)|tropp[ieoa]|later\\b|tijdelijk~|verlopen|time-?out|niet bereikbaar|te veel|te snel|później|tymczasow~|przekroczono (?:czas|limit)|wygas~|nie odpowiada|zbyt (?:wiele|szybko|dużo)|później|později|dočasn~|vypršel~|neodpovíd~|nedostupn~|příliš",
  ),
  phrase(
    "senare|tillfällig~|midlertidig~|tidsgräns~|senere|svarar inte|svarer ikke|for mange|för många|myöhemmin|tilapäi~|később|ideiglenes~|időtúllép~|lejárt|mai târziu|temporar~|daha sonra|geçici~|zaman aşımı|αργότερα|προσωριν~",
  ),
  phrase(
    "позже|позднее|временн~|врем[яі] ожидания|истек~|не отвечает|недоступ~|слишком (?:много|часто)|пізніше|тимчасов~|一時的|しばらく|後ほど|後で|再送|再度お試し|タイムアウト|期限切れ|混雑|応答が(?:ありません|ない)|接続できません|稍后|稍後|暂时|暫時|超时|逾時|频率|頻率|繁忙|临时|太多|나중에|일시적|시간 ?초과|잠시 후",
  ),
];

/** A rule, a filter or a right. */
export const refusedElsewhere = [
  phrase(
    "werbung|unerwünscht~|richtlini~|~regel\\b|~regeln\\b|anhang|anhänge|virus~|viren|schadsoftware|berechtigung~|nicht (?:berechtigt|erlaubt|zugelassen|gestattet|autorisiert)|zu groß|blockiert|gesperrt|abgelehnt|abgewiesen|verweigert|zurückgewiesen|filter~",
  ),
  phrase(
    "indésirable~|pourriel~|règle~|politique~|pièce~ jointe~|refusée?s?\\b|rejet~|bloqu~|interdit~|autorisé~|trop (?:volumineux|grand)|no desead~|polític~|regla~|adjunt~|rechazad~|bloquead~|denegad~|permitid~|permiso~|demasiado grande|autorizad~",
  ),
  phrase(
    "não solicitad~|lixo|regra~|anex~|rejeitad~|recusad~|negad~|permitid~|permissão|muito grande|indesiderat~|regol~|criteri|allegat~|rifiutat~|bloccat~|respint~|negat~|consentit~|autorizzat~|troppo grande|ongewenst~|beleid~|~regel\\b|bijlage~|geweigerd|geblokkeerd|toegestaan|niet gemachtigd|te groot",
  ),
  phrase(
    "niechcian~|zasad~|reguł~|załącznik~|odrzucon~|zablokowan~|niedozwolon~|uprawnie~|za duż~|nevyžádan~|pravid~|přílo~|odmítn~|zablokov~|nepovolen~|oprávněn~|příliš velk~|skräppost|oönskad~|princip~|regel~|bilaga~|bilagor|avvisad~|nekad~|blockerad~|tillåt~|uønsk~|vedhæft~|vedlegg~|afvist|avvist|blokeret|tillad~|roskapost~|estetty|hylätty|käytäntö",
  ),
  phrase(
    "kéretlen|szabály~|melléklet|elutasít~|letilt~|nesolicitat~|regul~|atașament~|respins~|blocat~|istenmeyen|kural~|ilke~|ek~ dosya|reddedil~|engellen~|ανεπιθύμητ~|δικαίωμα|δικαιώματα|άδεια|απορρίφθηκε|πολιτική~|спам~|нежелательн~|правил~|политик~|вложени~|отклон~|отказано|заблокирован~|запрещ~|слишком больш~|дозвол~|вірус~|вирус~|відхилен~|заборон~",
  ),
  phrase(
    "迷惑メール|スパム|ウイルス|ウィルス|ポリシー|規則|ルール|拒否|ブロック|添付|許可されて|権限|サイズ|垃圾|反垃圾|拒收|拒绝|拒絕|退信规则|病毒|策略|规则|黑名单|附件|过大|大小|屏蔽|权限|權限|스팸|차단|거부|정책|바이러스|첨부|권한|إذن|مصر[حّ]|مجوز|مجاز|הרשאה|אישור|अनुमति",
  ),
];

/** It was turned away because of our server, address or domain. */
export const distrustElsewhere = [
  phrase(
    "(?:ip-?adresse|mailserver|absenderdomain|ihr server|adresse ip|dirección ip|endereço ip|indirizzo ip|ip-?adres|adres ip|ip-?adress~|ip-?адрес~|ipアドレス|ip地址|发信ip|發信ip|ip 주소).{0,60}?(?:gesperrt|sperrliste|blockiert|gelistet|blacklist|liste~|bloqu~|lista~|bloccat~|lijst|geblokkeerd|czarn~|zablokowan~|svart~|blockerad~|блокир~|черн~|списк~|ブロック|拒否|黑名单|黑名單|被封|屏蔽|차단)",
  ),
  phrase(
    "(?:sperrliste|liste noire|lista negra|lista nera|zwarte lijst|czarn~ list~|svartlist~|чёрн~ спис~|черн~ спис~|ブラックリスト|黑名单|黑名單|블랙리스트)",
  ),
];

/** Nobody has given up yet. */
export const stillTrying = [
  phrase(
    "(?:has|have) (?:not yet|been delayed|not been delivered yet)|not yet been delivered|is delayed|been delayed|(?:delivery|message|mail).{0,16}\\bdelayed|will (?:be retried|retry|continue|keep|try again)|(?:still|continue|keep)~? (?:being )?(?:re)?try~|continue to (?:try|attempt)|attempts will continue|do not need to (?:resend|do anything)|don't need to resend|warning (?:message )?only|no action is required|retried (?:for|until)|will be (?:re)?tried",
  ),
  phrase(
    "verzögert|noch nicht (?:zugestellt|ausgeliefert)|weiter(?:hin)? versuch~|versuch~ (?:es )?(?:noch |weiter|erneut|unternommen)|es wird (?:noch|weiter)|zustellversuche werden|wird (?:weiterhin )?versucht|retardé~|pas encore été|(?:nouvelles )?tentatives (?:se poursuiv~|continu~)|continuer(?:a|ons) (?:à|d'|de)|(?:réessay~|nouvel essai|essayer (?:encore|pendant))|retrasad~|demorad~|aún no|todavía no|seguir(?:á|emos) intentando|(?:volver|seguirá).{0,12}intentar~|intentará|se seguirá|atrasad~|ainda não|continuar(?:á|emos) (?:a |tentando)|vai (?:continuar|tentar)|demora~|tentará|tentaremos|serão feitas|ritardat~|in ritardo|non (?:è )?(?:stato )?ancora|continuer(?:à|emo)|(?:riproverà|ritenterà|proverà)|ulteriori tentativi",
  ),
  phrase(
    "vertraagd|nog niet|opnieuw (?:te )?prober~|blijven (?:het )?(?:nog )?prober~|wordt nog geprobeerd|opóźnion~|jeszcze nie|ponawia~|ponowi~|kolejne próby|zpožd~|zpožděn~|dosud|zatím nebyl~|bude pokračovat|bude (?:se )?(?:opakova~|zkouš~)|försena~|fördröj~|ännu inte|fortsätter|forsinke~|endnu ikke|ennå ikke|fortsetter|fortsätt~|viivästy~|vielä|késleltet~|késik|még nem|întârzi~|încă nu|gecik~|henüz|καθυστέρ~|задерж~|отложен~|еще не|ещё не|продолж~|затрим~|ще не",
  ),
  phrase(
    "遅延|遅れて|まだ(?:配信|配送|届)|引き続き|再送を試み|延迟|延遲|仍在|尚未|继续(?:尝试|投递)|繼續嘗試|지연|아직|계속 (?:시도|재시도)",
  ),
];

/** It went on from the address we wrote to, to another one; what people are told to send on is none. */
export const wentOn = [
  phrase(
    "generated from|(?:was|is|been|being|automatically|auto-?) ?forward(?:ed|ing)|forwarded (?:from|by|to)|forwards to|redirect(?:ed|ion|s) (?:to|of|from)|external forwarding",
  ),
  phrase(
    "weitergeleitet|weiterleitung|umgeleitet|umleitung|réexpédié~|réexpédition|transféré~|redirigé~|redirection|reenviad~|reenvío|redirigid~|redirección|encaminhad~|reencaminhad~|reencaminhamento|redirecionad~|redirecionamento|inoltrat~|inoltro|reindirizzat~|reindirizzamento|doorgestuurd~|doorstuur~|przekazan~|przekierowan~|přeposlán~|přesměrován~|vidarebefordrat~|vidarebefordran|vidarebefordring|vidaresänd~|videresendt|videresending|перенаправлен~|переадрес~|переслан~|転送(?:先|さ|され|設定)|自动转发|转发(?:到|至|地址)|轉寄|자동 전달|전달 주소|포워딩",
  ),
];
